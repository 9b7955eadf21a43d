// Where drafts come from.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "decode/draft/context_match.h"
#include "decode/draft/mask_drafts.h"
#include "support/random_numbers.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

TEST(ContextMatch, continues_as_the_longest_earlier_match_did) {
  //                   0  1  2  3  4  5  6  7  8  9
  const Tokens text = {1, 2, 3, 4, 9, 2, 3, 5, 1, 2, 3};
  ContextMatch match;
  match.find(text);
  EXPECT_EQ(match.length(), 3);
  EXPECT_EQ(match.token(0), 4);
  EXPECT_EQ(match.token(1), 9);
  EXPECT_EQ(match.token(7), 3);
  EXPECT_EQ(match.token(8), std::nullopt);
}

TEST(ContextMatch, prefers_the_latest_of_equally_long_matches) {
  const Tokens text = {2, 3, 7, 2, 3, 8, 2, 3};
  ContextMatch match;
  match.find(text);
  EXPECT_EQ(match.length(), 2);
  EXPECT_EQ(match.token(0), 8);
}

TEST(ContextMatch, finds_nothing_where_nothing_is_repeated) {
  ContextMatch match;
  for (const Tokens& text : {Tokens{}, Tokens{1}, Tokens{1, 2}, Tokens{1, 2, 3}, Tokens{3, 1, 3}}) {
    match.find(text);
    EXPECT_EQ(match.length(), 0);
    EXPECT_EQ(match.token(0), std::nullopt);
  }
}

TEST(ContextMatch, matches_a_text_that_repeats_one_token) {
  const Tokens text(40, 5);
  ContextMatch match;
  match.find(text);
  EXPECT_EQ(match.token(0), 5);
}

TEST(ScoredToken, best_of_a_vocabulary_are_those_of_sorting_it) {
  std::mt19937 random(4);
  for (const std::size_t size : {1, 5, 100, 5000}) {
    auto scores = test::normal_numbers(random, size);
    for (float& score : scores) score = std::round(score * 8) / 8;  // ties
    scores[size / 2] = std::numeric_limits<float>::quiet_NaN();
    std::vector<ScoredToken> sorted, best;
    for (std::size_t i = 0; i < size; ++i)
      if (!std::isnan(scores[i])) sorted.push_back({TokenId(i), scores[i]});
    keep_best(sorted, 20);
    find_best(scores, 20, best);
    ASSERT_EQ(best.size(), sorted.size());
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_EQ(best[i].token, sorted[i].token);
  }
}

class MaskDraftsTest : public testing::Test {
 protected:
  static constexpr int kVocabulary = 60, kRank = 8;

  Adapter adapter(int rank) {
    Adapter a;
    a.mask_tokens = 2;
    a.rank = rank;
    a.transition_from = test::normal_numbers(random_, kVocabulary * rank);
    a.transition_to = test::normal_numbers(random_, kVocabulary * rank);
    a.transition_scale = 0.7f;
    return a;
  }

  std::mt19937 random_{6};
  ThreadPool pool_{1};
};

TEST_F(MaskDraftsTest, without_a_transition_term_are_the_likeliest_of_the_distribution) {
  const Adapter a = adapter(0);
  auto drafts = MaskDrafts::create(a, kVocabulary, pool_).value();
  const auto logits = test::normal_numbers(random_, 2 * kVocabulary);
  drafts.set(logits, 2);
  std::vector<Candidate> candidates;
  drafts.children(3, 2, 4, candidates);
  ASSERT_EQ(candidates.size(), 4u);
  const std::span second(logits.data() + kVocabulary, kVocabulary);
  double total = 0;
  for (const float logit : second) total += std::exp(logit);
  const auto best = std::ranges::max_element(second);
  EXPECT_EQ(candidates[0].token, best - second.begin());
  EXPECT_NEAR(candidates[0].evidence.confidence, std::exp(*best) / total, 1e-4);
  EXPECT_EQ(candidates[0].evidence.source, DraftSource::kMask);
  candidates.clear();
  drafts.children(3, 3, 4, candidates);
  EXPECT_TRUE(candidates.empty()) << "there is no third mask";
}

TEST_F(MaskDraftsTest, with_a_transition_term_are_ranked_by_both_for_each_parent) {
  const Adapter a = adapter(kRank);
  auto drafts = MaskDrafts::create(a, kVocabulary, pool_).value();
  const auto logits = test::normal_numbers(random_, 2 * kVocabulary);
  drafts.set(std::span(logits).first(kVocabulary), 1);
  for (const TokenId parent : {0, 17, 59}) {
    for (const int depth : {1, 2}) {
      std::vector<ScoredToken> expected;
      for (int x = 0; x < kVocabulary; ++x) {
        double score = depth == 1 ? a.transition_scale * logits[x] : 0;
        for (int i = 0; i < kRank; ++i)
          score += double(a.transition_from[parent * kRank + i]) * a.transition_to[x * kRank + i];
        expected.push_back({x, float(score)});
      }
      keep_best(expected, 5);
      std::vector<Candidate> candidates;
      drafts.children(parent, depth, 5, candidates);
      ASSERT_EQ(candidates.size(), 5u);
      for (int i = 0; i < 5; ++i) EXPECT_EQ(candidates[i].token, expected[i].token);
      EXPECT_EQ(candidates[0].evidence.source,
                depth == 1 ? DraftSource::kMask : DraftSource::kTransition);
      EXPECT_GT(candidates[0].evidence.confidence, candidates[1].evidence.confidence);
    }
  }
}

}  // namespace
}  // namespace canter
