#include "base/memory_bandwidth.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace canter {
namespace {

constexpr std::size_t kLittle = 3u << 20;

TEST(MemoryBandwidth, is_a_positive_number_for_any_number_of_threads) {
  for (const int threads : {1, 2, 5}) {
    ThreadPool pool(threads);
    const auto speed = measure_bandwidth(pool, kLittle);
    ASSERT_TRUE(speed) << speed.error().message;
    EXPECT_GT(*speed, 0);
    EXPECT_TRUE(std::isfinite(*speed));
  }
}

TEST(MemoryBandwidth, takes_a_number_of_bytes_that_is_not_round) {
  ThreadPool pool(2);
  EXPECT_TRUE(measure_bandwidth(pool, 1));
  EXPECT_TRUE(measure_bandwidth(pool, kLittle + 1));
}

TEST(MemoryBandwidth, needs_something_to_read) {
  ThreadPool pool(1);
  EXPECT_EQ(measure_bandwidth(pool, 0).error().kind, ErrorKind::kUsage);
}

TEST(MemoryBandwidth, says_when_there_is_not_enough_memory) {
  ThreadPool pool(1);
  const auto refused = measure_bandwidth(pool, std::numeric_limits<std::size_t>::max());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kTooLarge);
  EXPECT_NE(refused.error().message.find("no memory"), std::string::npos);
}

}  // namespace
}  // namespace canter
