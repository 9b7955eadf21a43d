#include "decode/sampler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace canter {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Tokens that are drawn at all over many positions.
std::set<TokenId> drawn(SamplingSettings settings, const std::vector<float>& logits) {
  if (settings.temperature == 0) settings.temperature = 1;
  Sampler sampler(settings);
  std::set<TokenId> tokens;
  std::vector<TokenId> before;
  for (int i = 0; i < 3000; ++i) {
    tokens.insert(sampler.choose(logits, before));
    before.push_back(-1);  // outside the vocabulary: moves the position only
  }
  return tokens;
}

TEST(Sampler, greedy_takes_the_largest_logit_and_the_smaller_token_of_a_tie) {
  Sampler sampler({});
  EXPECT_EQ(sampler.choose(std::vector<float>{0, 3, 1, 3}, {}), 1);
}

TEST(Sampler, draws_with_the_softmax_probabilities) {
  const std::vector<float> logits{0, 1, 2, -1};
  SamplingSettings settings;
  settings.temperature = 0.7;
  Sampler sampler(settings);
  std::vector<int> count(4);
  std::vector<TokenId> before;
  constexpr int kDraws = 20'000;
  for (int i = 0; i < kDraws; ++i) {
    ++count[sampler.choose(logits, before)];
    before.push_back(0);
  }
  double total = 0;
  for (const float l : logits) total += std::exp(l / 0.7);
  for (int t = 0; t < 4; ++t) {
    const double p = std::exp(logits[t] / 0.7) / total;
    // Five standard deviations of a binomial count.
    EXPECT_NEAR(count[t], p * kDraws, 5 * std::sqrt(p * (1 - p) * kDraws)) << t;
  }
}

TEST(Sampler, the_choice_depends_on_position_and_seed_and_not_on_earlier_calls) {
  std::vector<float> logits(50);
  for (std::size_t i = 0; i < logits.size(); ++i) logits[i] = std::sin(float(i));
  SamplingSettings settings;
  settings.temperature = 1;
  settings.seed = 11;
  const std::vector<TokenId> before{1, 2, 3};
  const TokenId expected = Sampler(settings).choose(logits, before);
  Sampler used(settings);
  for (int i = 0; i < 10; ++i) used.choose(logits, std::vector<TokenId>(i, 4));
  EXPECT_EQ(used.choose(logits, before), expected);
  settings.seed = 12;
  std::set<TokenId> others;
  for (settings.seed = 0; settings.seed < 20; ++settings.seed)
    others.insert(Sampler(settings).choose(logits, before));
  EXPECT_GT(others.size(), 3u);
}

TEST(Sampler, top_k_keeps_the_k_likeliest) {
  SamplingSettings settings;
  settings.top_k = 2;
  EXPECT_EQ(drawn(settings, {1, 1.2f, 0.9f, 1.1f}), (std::set<TokenId>{1, 3}));
}

TEST(Sampler, top_p_keeps_the_fewest_that_reach_the_mass) {
  const std::vector<float> logits{std::log(0.5f), std::log(0.3f), std::log(0.15f), std::log(0.05f)};
  SamplingSettings settings;
  settings.top_p = 0.75;
  EXPECT_EQ(drawn(settings, logits), (std::set<TokenId>{0, 1}));
  settings.top_p = 1e-6;
  EXPECT_EQ(drawn(settings, logits), (std::set<TokenId>{0}));
}

TEST(Sampler, min_p_keeps_what_is_likely_enough_beside_the_likeliest) {
  const std::vector<float> logits{std::log(0.5f), std::log(0.3f), std::log(0.15f), std::log(0.05f)};
  SamplingSettings settings;
  settings.min_p = 0.2;
  EXPECT_EQ(drawn(settings, logits), (std::set<TokenId>{0, 1, 2}));
}

TEST(Sampler, the_repetition_penalty_lowers_recent_tokens_whatever_their_sign) {
  SamplingSettings settings;
  settings.repeat_penalty = 2;
  Sampler sampler(settings);
  EXPECT_EQ(sampler.choose(std::vector<float>{1.9f, 3, 1}, std::vector<TokenId>{1}), 0);
  EXPECT_EQ(sampler.choose(std::vector<float>{-1, -0.9f, -4}, std::vector<TokenId>{1, 1}), 0);
  settings.repeat_window = 1;
  EXPECT_EQ(Sampler(settings).choose(std::vector<float>{2, 3, 1}, std::vector<TokenId>{1, 2}), 1);
}

TEST(Sampler, never_chooses_a_logit_that_is_no_number) {
  Sampler greedy({});
  EXPECT_EQ(greedy.choose(std::vector<float>{kNan, -5, kNan}, {}), 1);
  EXPECT_EQ(greedy.choose(std::vector<float>{kNan, kNan}, {}), 0);
  EXPECT_EQ(drawn({}, {kNan, 1, kNan, 1}), (std::set<TokenId>{1, 3}));
}

TEST(Sampler, infinite_logits_are_stronger_than_all_others) {
  EXPECT_EQ(drawn({}, {1, kInfinity, 5, -kInfinity}), (std::set<TokenId>{1}));
  SamplingSettings settings;
  settings.top_p = 0.9;
  settings.min_p = 0.1;
  EXPECT_EQ(drawn(settings, {1, kInfinity, 5}), (std::set<TokenId>{1}));
}

TEST(Sampler, settings_outside_their_range_are_refused_by_name) {
  const auto message = [](auto change) {
    SamplingSettings settings;
    change(settings);
    const auto result = check_settings(settings);
    return result ? std::string("accepted") : result.error().message;
  };
  using testing::HasSubstr;
  EXPECT_THAT(message([](auto& s) { s.temperature = -1; }), HasSubstr("temperature"));
  EXPECT_THAT(message([](auto& s) { s.temperature = NAN; }), HasSubstr("temperature"));
  EXPECT_THAT(message([](auto& s) { s.top_k = -1; }), HasSubstr("top-k"));
  EXPECT_THAT(message([](auto& s) { s.top_p = 0; }), HasSubstr("top-p"));
  EXPECT_THAT(message([](auto& s) { s.top_p = 1.5; }), HasSubstr("top-p"));
  EXPECT_THAT(message([](auto& s) { s.min_p = 2; }), HasSubstr("min-p"));
  EXPECT_THAT(message([](auto& s) { s.repeat_penalty = 0; }), HasSubstr("repetition penalty"));
  EXPECT_EQ(message([](auto&) {}), "accepted");
}

}  // namespace
}  // namespace canter
