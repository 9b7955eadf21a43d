#include "tensor/key_values.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_numbers.h"
#include "support/sanitizers.h"

namespace canter {
namespace {

constexpr std::size_t kHeads = 3, kWidth = 20;

std::vector<float> numbers(std::size_t head, std::size_t slot, float sign) {
  std::vector<float> list(kWidth);
  for (std::size_t i = 0; i < kWidth; ++i) list[i] = sign * float((slot * kHeads + head) * 7 + i);
  return list;
}

void write(KeyValues& store, std::size_t slot) {
  for (std::size_t head = 0; head < kHeads; ++head)
    store.write(head, slot, numbers(head, slot, 1).data(), numbers(head, slot, -1).data());
}

void expect(const KeyValues& store, std::size_t slot, std::size_t written_to) {
  for (std::size_t head = 0; head < kHeads; ++head) {
    std::vector<float> key(kWidth), value(kWidth);
    store.read(head, slot, key.data(), value.data());
    EXPECT_EQ(key, numbers(head, written_to, 1));
    EXPECT_EQ(value, numbers(head, written_to, -1));
  }
}

TEST(KeyValues, keep_what_was_written_while_they_grow) {
  for (const TensorType type : {TensorType::kF32, TensorType::kF16}) {
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
  for (const TensorType type : {TensorType::kF32, TensorType::kF16}) {
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
  for (const TensorType type : {TensorType::kF32, TensorType::kF16}) {
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

TEST(KeyValues, say_when_there_is_no_memory) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer ends the program instead";
  KeyValues store(1, 2, TensorType::kF32);
  ASSERT_TRUE(store.grow(1, 0));
  EXPECT_FALSE(store.grow(std::size_t(1) << 55, 1));
  EXPECT_EQ(store.slots(), 16u);
}

}  // namespace
}  // namespace canter
