#include "model/kv_cache.h"

#include <gtest/gtest.h>

#include "support/require.h"

namespace canter {
namespace {

ModelConfig small_config() {
  ModelConfig config;
  config.layers = 2;
  config.kv_heads = 3;
  config.head_width = 4;
  return config;
}

TEST(KvCache, keeps_every_head_while_it_grows) {
  const int capacity = 3000;
  auto cache = KvCache::create(small_config(), capacity).value();
  const auto value = [](int layer, int head, int position, int i) {
    return float(((layer * 3 + head) * capacity + position) * 4 + i);
  };
  for (int position = 0; position < capacity; ++position) {
    test::require(cache.reserve(1));
    for (int layer = 0; layer < 2; ++layer)
      for (int head = 0; head < 3; ++head)
        for (int i = 0; i < 4; ++i) {
          cache.key(layer, head)[position * 4 + i] = value(layer, head, position, i);
          cache.value(layer, head)[position * 4 + i] = -value(layer, head, position, i);
        }
    cache.advance(1);
  }
  for (int layer = 0; layer < 2; ++layer)
    for (int head = 0; head < 3; ++head)
      for (int n = 0; n < capacity * 4; ++n) {
        ASSERT_EQ(cache.key(layer, head)[n], value(layer, head, n / 4, n % 4));
        ASSERT_EQ(cache.value(layer, head)[n], -value(layer, head, n / 4, n % 4));
      }
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
  EXPECT_EQ(KvCache::bytes_for(small_config(), 100), 2u * 4 * 2 * 3 * 4 * 100);
}

TEST(KvCache, refuses_to_have_no_room_at_all) {
  EXPECT_FALSE(KvCache::create(small_config(), 0));
}

}  // namespace
}  // namespace canter
