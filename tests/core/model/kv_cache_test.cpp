#include "model/forward/kv_cache.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/require.h"

namespace canter {
namespace {

constexpr int kLayers = 2, kHeads = 3, kWidth = 4;

ModelPlan small_plan(int window = 0) {
  AttentionPlan attention;
  attention.heads = attention.kv_heads = kHeads;
  attention.head_width = kWidth;
  attention.window = window;
  ModelPlan plan;
  plan.layers.assign(kLayers, {.mixer = attention});
  return plan;
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
      cache.layer(layer).write(head, slot - cache.offset(layer), key, value);
    }
}

void expect(const KvCache& cache, int slot, int token) {
  for (int layer = 0; layer < kLayers; ++layer)
    for (int head = 0; head < kHeads; ++head) {
      float key[kWidth], value[kWidth];
      cache.layer(layer).read(head, slot - cache.offset(layer), key, value);
      for (int i = 0; i < kWidth; ++i) {
        ASSERT_EQ(key[i], number(token, layer, head, i)) << slot;
        ASSERT_EQ(value[i], -number(token, layer, head, i)) << slot;
      }
    }
}

TEST(KvCache, keeps_every_head_while_it_grows) {
  const int capacity = 3000;
  auto cache = KvCache::create(small_plan(), capacity).value();
  for (int token = 0; token < capacity; ++token) {
    test::require(cache.reserve(1));
    write(cache, token, token);
    cache.advance(1);
  }
  for (int token = 0; token < capacity; ++token) expect(cache, token, token);
}

TEST(KvCache, keeps_the_accepted_slots_and_drops_the_others) {
  auto cache = KvCache::create(small_plan(), 100).value();
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
  auto cache = KvCache::create(small_plan(), 3000).value();
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
  auto cache = KvCache::create(small_plan(), 10).value();
  test::require(cache.reserve(10));
  cache.advance(10);
  const auto more = cache.reserve(1);
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().kind, ErrorKind::kTooLarge);
  EXPECT_NE(more.error().message.find("10 tokens"), std::string::npos);
  EXPECT_EQ(cache.truncate(4), 4);
  EXPECT_EQ(cache.size(), 4);
  EXPECT_TRUE(cache.reserve(6));
}

TEST(KvCache, tells_the_bytes_of_a_full_cache) {
  // A value takes a multiple of 16 numbers.
  EXPECT_EQ(KvCache::bytes_for(small_plan(), 100), 4u * (4 + 16) * 2 * 3 * 100);
  EXPECT_EQ(KvCache::bytes_for(small_plan(), 100, TensorType::kF16), 2u * (4 + 16) * 2 * 3 * 100);
  // Bytes have a float16 beside for every 32 of them.
  EXPECT_EQ(KvCache::bytes_for(small_plan(), 100, TensorType::kQ8_0),
            (4u + 2 + 16 + 2) * 2 * 3 * 100);
}

TEST(KvCache, of_windows_keeps_what_rows_see_and_not_much_more) {
  constexpr int kWindow = 100, kTokens = 20'000;
  auto cache = KvCache::create(small_plan(kWindow), 100'000).value();
  for (int token = 0; token < kTokens; ++token) {
    test::require(cache.reserve(1));
    write(cache, token, token);
    cache.advance(1);
    for (int seen = std::max(0, token + 1 - kWindow); seen <= token; seen += 33)
      expect(cache, seen, seen);
  }
  EXPECT_EQ(cache.size(), kTokens);
  EXPECT_LT(cache.layer(0).slots(), 5000u);
  EXPECT_LT(KvCache::bytes_for(small_plan(kWindow), 100'000),
            KvCache::bytes_for(small_plan(), 100'000) / 20);
}

TEST(KvCache, of_windows_forgets_all_where_what_is_left_would_not_see_its_window) {
  constexpr int kWindow = 100, kTokens = 5000;
  auto cache = KvCache::create(small_plan(kWindow), 100'000).value();
  for (int token = 0; token < kTokens; ++token) {
    test::require(cache.reserve(1));
    write(cache, token, token);
    cache.advance(1);
  }
  ASSERT_GT(cache.offset(0), 0) << "some slots were dropped";
  EXPECT_EQ(cache.truncate(kTokens), kTokens);
  EXPECT_EQ(cache.truncate(kTokens - 20), kTokens - 20) << "an answer can be taken back";
  for (int seen = kTokens - 20 - kWindow; seen < kTokens - 20; ++seen) expect(cache, seen, seen);
  EXPECT_EQ(cache.truncate(1000), 0);
  EXPECT_EQ(cache.size(), 0);
  test::require(cache.reserve(1));
  write(cache, 7, 0);
  cache.advance(1);
  expect(cache, 0, 7);
}

TEST(KvCache, of_states_goes_back_to_where_they_were_marked) {
  ModelPlan plan = small_plan();
  plan.width = 8;
  plan.layers[1].mixer = ShortConvolutionPlan{.taps = 3};
  auto cache = KvCache::create(plan, 100).value();
  const auto read = [&](int count) {
    for (int i = 0; i < count; ++i) {
      test::require(cache.reserve(1));
      cache.advance(1);
      cache.state(1).window.assign(16, float(cache.size()));
    }
  };
  read(5);
  cache.mark();
  read(5);
  cache.mark();
  read(5);
  EXPECT_EQ(cache.truncate(12), 10);
  EXPECT_EQ(cache.state(1).window, std::vector<float>(16, 10));
  read(2);
  EXPECT_EQ(cache.truncate(7), 5);
  EXPECT_EQ(cache.state(1).window, std::vector<float>(16, 5));
  EXPECT_EQ(cache.truncate(4), 0) << "nothing was marked before";
  EXPECT_EQ(cache.state(1).window, std::vector<float>(16, 0));
}

TEST(KvCache, ends_where_positions_would_be_marked_otherwise_unless_more_is_expected) {
  ModelPlan plan = small_plan();
  plan.rotaries.push_back({.width = 4,
                           .scaling = RotaryScaling::kLongRope,
                           .original_context = 20,
                           .divisors = {1, 1},
                           .long_divisors = {2, 2}});
  auto cache = KvCache::create(plan, 100).value();
  cache.expect(20);
  EXPECT_FALSE(cache.beyond());
  EXPECT_EQ(cache.limit(), 20);
  cache.expect(21);
  EXPECT_TRUE(cache.beyond());
  EXPECT_EQ(cache.limit(), 100);
}

TEST(KvCache, refuses_to_have_no_room_at_all) {
  EXPECT_FALSE(KvCache::create(small_plan(), 0));
}

TEST(KvCache, refuses_number_formats_that_attention_cannot_read) {
  EXPECT_TRUE(KvCache::create(small_plan(), 1, TensorType::kF16));
  EXPECT_TRUE(KvCache::create(small_plan(), 1, TensorType::kQ8_0));
  EXPECT_FALSE(KvCache::create(small_plan(), 1, TensorType::kQ4_0));
}

}  // namespace
}  // namespace canter
