#include "tensor/key_values.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_numbers.h"
#include "support/sanitizers.h"

namespace canter {
namespace {

constexpr std::size_t kHeads = 3, kWidth = 40;
constexpr TensorType kTypes[] = {TensorType::kF32, TensorType::kF16, TensorType::kQ8_0};

std::vector<float> numbers(std::size_t head, std::size_t slot, float sign) {
  std::vector<float> list(kWidth);
  for (std::size_t i = 0; i < kWidth; ++i) list[i] = sign * float((slot * kHeads + head) * 7 + i);
  return list;
}

void write(KeyValues& store, std::size_t slot) {
  for (std::size_t head = 0; head < kHeads; ++head)
    store.write(head, slot, numbers(head, slot, 1).data(), numbers(head, slot, -1).data());
}

/// Bytes are off by half a step, of which the largest number is 127, and by the factor's rounding.
void expect_near(const KeyValues& store, const std::vector<float>& found,
                 const std::vector<float>& written) {
  const float largest = std::max(std::fabs(written.front()), std::fabs(written.back()));
  const float bound = store.type() == TensorType::kQ8_0 ? largest * (0.5f / 127 + 0x1p-11f) : 0;
  for (std::size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(found[i], written[i], bound);
}

void expect(const KeyValues& store, std::size_t slot, std::size_t written_to) {
  for (std::size_t head = 0; head < kHeads; ++head) {
    std::vector<float> key(kWidth), value(kWidth);
    store.read(head, slot, key.data(), value.data());
    expect_near(store, key, numbers(head, written_to, 1));
    expect_near(store, value, numbers(head, written_to, -1));
  }
}

TEST(KeyValues, keep_what_was_written_while_they_grow) {
  for (const TensorType type : kTypes) {
    KeyValues store(kHeads, kWidth, type);
    std::size_t used = 0;
    for (const std::size_t slots : {1, 17, 18, 90}) {
      ASSERT_TRUE(store.grow(slots, used));
      EXPECT_GE(store.slots(), slots);
      for (; used < slots; ++used) write(store, used);
      for (std::size_t slot = 0; slot < used; ++slot) expect(store, slot, slot);
    }
  }
}

TEST(KeyValues, copy_a_slot_within_its_block_and_to_another) {
  for (const TensorType type : kTypes) {
    KeyValues store(kHeads, kWidth, type);
    ASSERT_TRUE(store.grow(64, 0));
    for (std::size_t slot = 0; slot < 64; ++slot) write(store, slot);
    store.copy_slot(9, 5);
    store.copy_slot(40, 15);
    store.copy_slot(3, 3);
    expect(store, 5, 9);
    expect(store, 15, 40);
    for (const std::size_t slot : {3, 4, 6, 9, 14, 16, 40}) expect(store, slot, slot);
  }
}

TEST(KeyValues, keep_what_lies_behind_the_slots_they_drop) {
  for (const TensorType type : kTypes) {
    KeyValues store(kHeads, kWidth, type);
    ASSERT_TRUE(store.grow(96, 0));
    for (std::size_t slot = 0; slot < 96; ++slot) write(store, slot);
    store.drop_front(32);
    EXPECT_EQ(store.slots(), 96u);
    for (std::size_t slot = 0; slot < 64; ++slot) expect(store, slot, slot + 32);
    write(store, 64);
    store.drop_front(16);
    expect(store, 47, 79 + 16);
    expect(store, 48, 64);
  }
}

TEST(KeyValues, round_to_the_nearest_half) {
  KeyValues store(1, 2, TensorType::kF16);
  ASSERT_TRUE(store.grow(1, 0));
  const float written[] = {1.0f + 0x1.8p-11f, 70000.0f};
  float key[2], value[2];
  store.write(0, 0, written, written);
  store.read(0, 0, key, value);
  EXPECT_EQ(key[0], 1.0f + 0x1p-10f);
  EXPECT_EQ(value[0], 1.0f + 0x1p-10f);
  EXPECT_EQ(key[1], INFINITY);
}

TEST(KeyValues, keep_bytes_by_groups_so_that_one_outlier_spoils_no_other) {
  KeyValues store(1, 64, TensorType::kQ8_0);
  ASSERT_TRUE(store.grow(1, 0));
  std::vector<float> written(64, 0.5f), key(64), value(64);
  written[40] = 1000;
  store.write(0, 0, written.data(), written.data());
  store.read(0, 0, key.data(), value.data());
  EXPECT_EQ(key, value);
  for (std::size_t i = 0; i < 32; ++i) EXPECT_NEAR(key[i], 0.5f, 0.5f * 0x1p-11f);
  EXPECT_NEAR(key[40], 1000, 1000 * 0x1p-11f);
  EXPECT_EQ(key[41], 0) << "less than half a step";
}

TEST(KeyValues, keep_what_is_no_number_so_that_it_is_seen) {
  for (const float bad : {NAN, INFINITY}) {
    KeyValues store(1, 2, TensorType::kQ8_0);
    ASSERT_TRUE(store.grow(1, 0));
    const float written[] = {1, bad};
    float key[2], value[2];
    store.write(0, 0, written, written);
    store.read(0, 0, key, value);
    EXPECT_TRUE(std::isnan(key[1]));
    EXPECT_TRUE(std::isnan(value[1]));
  }
}

TEST(KeyValues, say_when_there_is_no_memory) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer ends the program instead";
  KeyValues store(1, 2, TensorType::kF32);
  ASSERT_TRUE(store.grow(1, 0));
  EXPECT_FALSE(store.grow(std::size_t(1) << 55, 1));
  EXPECT_EQ(store.slots(), 16u);
}

}  // namespace
}  // namespace canter
