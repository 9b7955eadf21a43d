#include "model/kv_cache.h"

#include <gtest/gtest.h>

#include "support/require.h"

namespace canter {
namespace {

constexpr int kLayers = 2, kHeads = 3, kWidth = 4;

ModelConfig small_config() {
  ModelConfig config;
  config.layers = kLayers;
  config.kv_heads = kHeads;
  config.head_width = kWidth;
  return config;
}

float number(int token, int layer, int head, int i) {
  return float(((layer * kHeads + head) * 3000 + token) * kWidth + i);
}

void write(KvCache& cache, int token, int slot) {
  for (int layer = 0; layer < kLayers; ++layer)
    for (int head = 0; head < kHeads; ++head) {
      float key[kWidth], value[kWidth];
      for (int i = 0; i < kWidth; ++i) {
        key[i] = number(token, layer, head, i);
        value[i] = -key[i];
      }
      cache.layer(layer).write(head, slot, key, value);
    }
}

void expect(const KvCache& cache, int slot, int token) {
  for (int layer = 0; layer < kLayers; ++layer)
    for (int head = 0; head < kHeads; ++head) {
      float key[kWidth], value[kWidth];
      cache.layer(layer).read(head, slot, key, value);
      for (int i = 0; i < kWidth; ++i) {
        ASSERT_EQ(key[i], number(token, layer, head, i)) << slot;
        ASSERT_EQ(value[i], -number(token, layer, head, i)) << slot;
      }
    }
}

TEST(KvCache, keeps_every_head_while_it_grows) {
  const int capacity = 3000;
  auto cache = KvCache::create(small_config(), capacity).value();
  for (int token = 0; token < capacity; ++token) {
    test::require(cache.reserve(1));
    write(cache, token, token);
    cache.advance(1);
  }
  for (int token = 0; token < capacity; ++token) expect(cache, token, token);
}

TEST(KvCache, keeps_the_accepted_slots_and_drops_the_others) {
  auto cache = KvCache::create(small_config(), 100).value();
  test::require(cache.reserve(40));
  for (int token = 0; token < 40; ++token) write(cache, token, token);
  cache.advance(10);
  const int accepted[] = {10, 11, 14, 17, 39};
  cache.compact(10, accepted);
  EXPECT_EQ(cache.size(), 15);
  for (int slot = 0; slot < 10; ++slot) expect(cache, slot, slot);
  for (int i = 0; i < 5; ++i) expect(cache, 10 + i, accepted[i]);

  test::require(cache.reserve(1));
  write(cache, 50, 15);
  cache.compact(15, {});
  EXPECT_EQ(cache.size(), 15);
  expect(cache, 14, 39);
}

TEST(KvCache, loses_no_accepted_slot_when_it_grows_afterwards) {
  auto cache = KvCache::create(small_config(), 3000).value();
  test::require(cache.reserve(250));
  for (int token = 0; token < 250; ++token) write(cache, token, token);
  const int accepted[] = {3, 249};
  cache.compact(1, accepted);
  test::require(cache.reserve(2000));
  expect(cache, 0, 0);
  expect(cache, 1, 3);
  expect(cache, 2, 249);
}

TEST(KvCache, says_when_the_context_is_full_and_what_to_do) {
  auto cache = KvCache::create(small_config(), 10).value();
  test::require(cache.reserve(10));
  cache.advance(10);
  const auto more = cache.reserve(1);
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().kind, ErrorKind::kTooLarge);
  EXPECT_NE(more.error().message.find("10 tokens"), std::string::npos);
  cache.truncate(4);
  EXPECT_EQ(cache.size(), 4);
  EXPECT_TRUE(cache.reserve(6));
}

TEST(KvCache, tells_the_bytes_of_a_full_cache) {
  // A value takes a multiple of 16 numbers.
  EXPECT_EQ(KvCache::bytes_for(small_config(), 100), 4u * (4 + 16) * 2 * 3 * 100);
  EXPECT_EQ(KvCache::bytes_for(small_config(), 100, TensorType::kF16), 2u * (4 + 16) * 2 * 3 * 100);
}

TEST(KvCache, refuses_to_have_no_room_at_all) {
  EXPECT_FALSE(KvCache::create(small_config(), 0));
}

TEST(KvCache, refuses_number_formats_that_attention_cannot_read) {
  EXPECT_TRUE(KvCache::create(small_config(), 1, TensorType::kF16));
  EXPECT_FALSE(KvCache::create(small_config(), 1, TensorType::kQ8_0));
}

}  // namespace
}  // namespace canter
