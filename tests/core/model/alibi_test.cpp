#include "model/plan/alibi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace canter {
namespace {

using testing::ElementsAre;

TEST(Alibi, slopes_halve_from_head_to_head_of_eight) {
  EXPECT_THAT(alibi_slopes(8, 8), ElementsAre(1.0f / 2, 1.0f / 4, 1.0f / 8, 1.0f / 16, 1.0f / 32,
                                              1.0f / 64, 1.0f / 128, 1.0f / 256));
}

TEST(Alibi, slopes_of_fewer_heads_span_the_same) {
  EXPECT_THAT(alibi_slopes(2, 8), ElementsAre(1.0f / 16, 1.0f / 256));
  EXPECT_THAT(alibi_slopes(1, 4), ElementsAre(1.0f / 16));
}

TEST(Alibi, heads_beyond_a_power_of_two_get_the_slopes_between) {
  const auto slopes = alibi_slopes(12, 8), first = alibi_slopes(8, 8), finer = alibi_slopes(16, 8);
  ASSERT_EQ(slopes.size(), 12u);
  for (int head = 0; head < 8; ++head) EXPECT_EQ(slopes[head], first[head]);
  for (int head = 8; head < 12; ++head) EXPECT_EQ(slopes[head], finer[2 * (head - 8)]);
}

}  // namespace
}  // namespace canter
