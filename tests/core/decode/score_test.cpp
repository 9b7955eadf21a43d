#include "decode/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "support/changed_gguf.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

class ScoreTest : public testing::Test {
 protected:
  ScoreTest() : pool_(2) { test::write_tiny_model(folder_.path() / "tiny.gguf"); }

  test::TemporaryDirectory folder_;
  ThreadPool pool_;
};

TEST_F(ScoreTest, a_single_token_has_no_likelihood_and_perplexity_one) {
  const auto model = Model::open(folder_.path() / "tiny.gguf").value();
  const auto score = score_tokens(model, pool_, std::vector<TokenId>{1}).value();
  EXPECT_EQ(score.tokens, 1);
  EXPECT_EQ(score.nll, 0);
  EXPECT_EQ(score.perplexity(), 1);
  EXPECT_EQ(score.last_logits.size(), std::size_t(model.plan().vocabulary));
}

TEST_F(ScoreTest, a_text_longer_than_a_chunk_scores_as_the_sum_of_its_tokens) {
  const auto model = Model::open(folder_.path() / "tiny.gguf").value();
  std::vector<TokenId> tokens;
  for (int i = 0; i < 100; ++i) tokens.push_back((i * 37) % 250 + 3);
  const auto all = score_tokens(model, pool_, tokens).value();
  const auto fewer = score_tokens(model, pool_, std::span(tokens).first(99)).value();
  double largest = 0, sum = 0;
  for (float l : fewer.last_logits) largest = std::max<double>(largest, l);
  for (float l : fewer.last_logits) sum += std::exp(l - largest);
  const double last = std::log(sum) + largest - fewer.last_logits[tokens.back()];
  EXPECT_NEAR(all.nll, fewer.nll + last, 1e-4);
  EXPECT_NEAR(all.perplexity(), std::exp(all.nll / 99), 1e-9);
}

TEST_F(ScoreTest, refuses_no_tokens_foreign_tokens_and_more_than_the_context) {
  const auto model = Model::open(folder_.path() / "tiny.gguf").value();
  EXPECT_EQ(score_tokens(model, pool_, Tokens{}).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(score_tokens(model, pool_, Tokens{1, 100'000}).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(score_tokens(model, pool_, Tokens{-1}).error().kind, ErrorKind::kUsage);
  const auto long_text = score_tokens(model, pool_, Tokens(129, 5));
  ASSERT_FALSE(long_text);
  EXPECT_EQ(long_text.error().kind, ErrorKind::kTooLarge);
  EXPECT_THAT(long_text.error().message, testing::HasSubstr("128"));
}

// What a number format costs: its own rounding of the weights and that of the activations it is
// multiplied with. The bounds are a few times what was measured (tests/bench/RESULTS.md).
TEST_F(ScoreTest, perplexity_of_a_quantised_starter_stays_near_that_of_float32) {
  std::vector<TokenId> text;
  for (const auto& c : test::reference_cases("starter")) {
    text.insert(text.end(), c.tokens.begin(), c.tokens.end());
    text.insert(text.end(), c.greedy.begin(), c.greedy.end());
  }
  text.resize(std::min<std::size_t>(text.size(), 500));
  const auto perplexity = [&](const std::filesystem::path& path) {
    return score_tokens(Model::open(path).value(), pool_, text)->perplexity();
  };
  const double exact = perplexity(test::starter_gguf());
  const std::pair<TensorType, double> budgets[] = {{TensorType::kF16, 0.002},
                                                   {TensorType::kBF16, 0.01},
                                                   {TensorType::kQ8_0, 0.02},
                                                   {TensorType::kQ4_0, 0.25}};
  for (const auto& [type, budget] : budgets) {
    const auto path = folder_.path() / "quantised.gguf";
    quantize_model(test::starter_gguf(), path, type).value();
    EXPECT_NEAR(perplexity(path) / exact, 1, budget) << tensor_type_name(type);
  }
}

/// Of a story, by stories260K with other values; right ones are those of an independent program in
/// float64.
class RotaryKeys : public testing::Test {
 protected:
  double nll(const std::function<void(GgufContent&)>& change) {
    const auto path = folder_.path() / "changed.gguf";
    test::write_changed_gguf(test::stories_gguf(), path, change);
    const auto model = Model::open(path).value();
    const auto tokens = model.tokenizer()
                            .encode(
                                "Once upon a time, there was a little girl named Lily. She "
                                "loved to play outside in the park. One day, she saw a big "
                                "ball and wanted to play with it, but her mom said no.")
                            .value();
    ThreadPool pool(1);
    return score_tokens(model, pool, tokens).value().nll;
  }
  static void set_scaling(GgufContent& content, const std::string& type, double factor) {
    test::set_value(content, "llama.rope.scaling.type", {GgufValueType::kString, type});
    test::set_value(content, "llama.rope.scaling.factor", {GgufValueType::kFloat32, factor});
  }

  test::TemporaryDirectory folder_;
};

TEST_F(RotaryKeys, a_factor_without_scaling_scales_nothing) {
  EXPECT_NEAR(nll([](GgufContent& content) { set_scaling(content, "none", 8); }), 28.240, 0.01);
  EXPECT_NEAR(nll([](GgufContent& content) { set_scaling(content, "linear", 8); }), 138.71, 0.1);
}

TEST_F(RotaryKeys, yarn_without_an_original_context_takes_the_models) {
  EXPECT_NEAR(nll([](GgufContent& content) { set_scaling(content, "yarn", 4); }), 35.993, 0.01);
}

TEST_F(RotaryKeys, the_base_is_the_files) {
  EXPECT_NEAR(nll([](GgufContent& content) {
                test::set_value(content, "llama.rope.freq_base", {GgufValueType::kFloat32, 5000.0});
              }),
              27.395, 0.01);
}

}  // namespace
}  // namespace canter
