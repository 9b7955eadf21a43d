#include "decode/draft/sources/head_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/forward/forward.h"
#include "support/random_numbers.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Numbers = std::vector<double>;

/// A model so narrow that the head's products are in float32.
class HeadSourceTest : public testing::Test {
 protected:
  static constexpr std::size_t kWidth = 8, kHidden = 5;

  HeadSourceTest() {
    test::write_tiny_model(
        folder_.path() / "tiny.gguf",
        {.width = kWidth, .heads = 2, .kv_heads = 1, .feed_forward = 16, .change = {}});
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    head_.hidden = int(kHidden);
    for (TokenId token = 4; token < model_->plan().vocabulary; token += 3)
      head_.tokens.push_back(token);
    head_.in = test::normal_numbers(random_, kHidden * 2 * kWidth);
    head_.out = test::normal_numbers(random_, kWidth * kHidden);
    head_.carry = test::normal_numbers(random_, kWidth * kWidth);
    head_.norm = test::normal_numbers(random_, kWidth);
    head_.embedding_scale = 1.5f;
    state_ = test::normal_numbers(random_, kWidth);
    source_ = HeadSource::create(head_, *model_, pool_).value();
  }

  /// The formula in float64.
  Numbers next_state(const Numbers& before, TokenId parent) const {
    std::vector<float> embedding(kWidth);
    embed_token(*model_, parent, embedding.data());
    Numbers both = before;
    for (const float number : embedding) both.push_back(number * double(head_.embedding_scale));
    Numbers mixed(kWidth);
    for (std::size_t h = 0; h < kHidden; ++h) {
      double sum = 0;
      for (std::size_t i = 0; i < 2 * kWidth; ++i) sum += head_.in[h * 2 * kWidth + i] * both[i];
      const double silu = sum / (1 + std::exp(-sum));
      for (std::size_t i = 0; i < kWidth; ++i) mixed[i] += head_.out[i * kHidden + h] * silu;
    }
    double squares = 0;
    for (std::size_t i = 0; i < kWidth; ++i) {
      for (std::size_t k = 0; k < kWidth; ++k) mixed[i] += head_.carry[i * kWidth + k] * before[k];
      squares += mixed[i] * mixed[i];
    }
    const double scale = 1 / std::sqrt(squares / kWidth + model_->plan().norm_epsilon);
    for (std::size_t i = 0; i < kWidth; ++i) mixed[i] *= scale * head_.norm[i];
    return mixed;
  }

  /// Of the head's tokens.
  Numbers likelihoods(const Numbers& state) const {
    Numbers result;
    std::vector<float> row(kWidth);
    std::vector<std::byte> scratch;
    double total = 0;
    for (const TokenId token : head_.tokens) {
      model_->weights().model.matrix(Role::kOutput).decode(token, row.data(), scratch);
      double score = 0;
      for (std::size_t i = 0; i < kWidth; ++i) score += row[i] * state[i];
      result.push_back(std::exp(score));
      total += result.back();
    }
    for (double& likelihood : result) likelihood /= total;
    return result;
  }

  void expect(const std::vector<Candidate>& candidates, const Numbers& likelihoods, int depth) {
    ASSERT_EQ(candidates.size(), std::size_t(DraftSource::kMostChildren));
    Numbers sorted = likelihoods;
    std::ranges::sort(sorted, std::greater());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const auto at = std::ranges::find(head_.tokens, candidates[i].token) - head_.tokens.begin();
      ASSERT_LT(at, std::ptrdiff_t(head_.tokens.size()));
      // Sums of some thirty float32 products, through an exponential.
      constexpr double kTolerance = 64 * 0x1p-24;
      EXPECT_NEAR(candidates[i].evidence.confidence / likelihoods[at], 1, kTolerance) << i;
      EXPECT_NEAR(likelihoods[at] / sorted[i], 1, kTolerance) << i;
      EXPECT_EQ(candidates[i].evidence.depth, depth);
      EXPECT_EQ(candidates[i].evidence.kind, EvidenceKind::kHead);
    }
  }

  /// The last is state_.
  std::vector<float> states_behind(const std::vector<TokenId>& tokens) const {
    std::vector<float> states(tokens.size() * kWidth, 9);
    std::ranges::copy(state_, states.end() - std::ptrdiff_t(kWidth));
    return states;
  }
  std::vector<Candidate> proposals(const DraftTree& tree, int node) {
    std::vector<Candidate> candidates;
    source_->propose(tree, node, candidates);
    return candidates;
  }

  test::TemporaryDirectory folder_;
  std::mt19937 random_{3};
  std::optional<Model> model_;
  ThreadPool pool_{2};
  RecurrentHead head_;
  std::vector<float> state_;
  std::unique_ptr<HeadSource> source_;
};

TEST_F(HeadSourceTest, names_the_likeliest_tokens_by_its_formula_at_every_depth) {
  const std::vector<TokenId> text = {1, 20, 30, 40};
  const std::vector<TokenId> prompt(text.begin(), text.end() - 1);
  source_->read(0, prompt, states_behind(prompt));
  source_->begin_step(text);
  DraftTree tree(40);
  const Numbers first = next_state(Numbers(state_.begin(), state_.end()), 40);
  expect(proposals(tree, 0), likelihoods(first), 1);
  const int child = tree.add(0, 50);
  const Numbers second = next_state(first, 50);
  expect(proposals(tree, child), likelihoods(second), 2);
  const int grandchild = tree.add(child, 60);
  expect(proposals(tree, grandchild), likelihoods(next_state(second, 60)), 3);
}

TEST_F(HeadSourceTest, goes_on_from_the_state_behind_the_last_token_that_was_read) {
  const std::vector<TokenId> text = {1, 20, 30, 40, 50};
  source_->read(2, std::span(text).subspan(2, 2), states_behind({30, 40}));
  source_->begin_step(text);
  expect(proposals(DraftTree(50), 0),
         likelihoods(next_state(Numbers(state_.begin(), state_.end()), 50)), 1);
}

TEST_F(HeadSourceTest, names_nothing_where_it_does_not_know_the_state) {
  const std::vector<TokenId> text = {1, 20, 30, 40};
  source_->begin_step(text);
  EXPECT_TRUE(proposals(DraftTree(40), 0).empty());
  // Of a shorter text: drafting was switched off meanwhile.
  source_->read(0, std::span(text).first(2), states_behind({1, 20}));
  source_->begin_step(text);
  EXPECT_TRUE(proposals(DraftTree(40), 0).empty());
  // Below a node that it was not asked about.
  source_->read(0, std::span(text).first(3), states_behind({1, 20, 30}));
  source_->begin_step(text);
  DraftTree tree(40);
  tree.add(0, 50);
  EXPECT_TRUE(proposals(tree, 1).empty());
}

}  // namespace
}  // namespace canter
