#include "tune/likely_tokens.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace canter::tuning {
namespace {

TEST(LikelyTokens, are_the_largest_with_their_shares_of_each_other) {
  std::vector<float> logits(100, -20);
  logits[7] = 3;
  logits[90] = 5;
  logits[2] = 4;
  std::vector<LikelyToken> likely = {{1, 1}};
  append_likely_tokens(logits.data(), logits.size(), likely);
  ASSERT_EQ(likely.size(), 1 + kLikelyTokens);
  EXPECT_EQ(likely[1].token, 90);
  EXPECT_EQ(likely[2].token, 2);
  EXPECT_EQ(likely[3].token, 7);
  EXPECT_NEAR(likely[2].share / likely[1].share, std::exp(-1.0), 1e-6);
  double sum = 0;
  for (std::size_t i = 1; i < likely.size(); ++i) sum += likely[i].share;
  EXPECT_NEAR(sum, 1, 1e-6);
}

TEST(LikelyTokens, of_a_small_vocabulary_or_of_broken_logits_have_no_share) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  std::vector<LikelyToken> likely;
  append_likely_tokens(std::vector<float>{0, 0}.data(), 2, likely);
  EXPECT_EQ(likely[1].share, 0.5f);
  EXPECT_EQ(likely[2].share, 0);
  likely.clear();
  append_likely_tokens(std::vector<float>{nan, nan, nan}.data(), 3, likely);
  ASSERT_EQ(likely.size(), kLikelyTokens);
  for (const LikelyToken& each : likely) EXPECT_EQ(each.share, 0);
}

}  // namespace
}  // namespace canter::tuning
