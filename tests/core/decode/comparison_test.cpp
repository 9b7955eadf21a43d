#include "decode/comparison.h"

#include <gtest/gtest.h>

#include "chat/chat_format.h"
#include "support/reference_results.h"

namespace canter {
namespace {

class ComparisonTest : public testing::Test {
 protected:
  ComparisonTest() {
    for (int i = 0; i < 3; ++i)
      prompts_.push_back(
          ChatFormat(model_.tokenizer()).encode(test::evaluation_prompts()[i * 7]).value());
    settings_.max_tokens = 24;
    drafting_.draft_with(drafter_.get());
  }

  Model model_ = Model::open(test::starter_gguf()).value();
  ThreadPool pool_{2};
  Decoder plain_ = Decoder::create(model_, pool_).value();
  Decoder drafting_ = Decoder::create(model_, pool_).value();
  std::unique_ptr<Drafter> drafter_ =
      Drafter::create(model_, pool_, read_adapter(test::starter_adapter(), model_).value(),
                      {.shape = {{3, 2}}})
          .value();
  std::vector<std::vector<TokenId>> prompts_;
  GenerationSettings settings_;
};

TEST_F(ComparisonTest, counts_what_both_ways_did_on_every_prompt) {
  const auto comparison = compare_decoding(plain_, drafting_, prompts_, settings_, 2);
  ASSERT_TRUE(comparison) << comparison.error().message;
  EXPECT_TRUE(comparison->identical());
  EXPECT_EQ(comparison->prompts.size(), 3u);
  EXPECT_EQ(comparison->answers, 6);
  EXPECT_EQ(comparison->plain.tokens, comparison->drafted.tokens);
  EXPECT_EQ(comparison->plain.steps, comparison->plain.tokens);
  EXPECT_EQ(comparison->plain.rows_per_step(), 1);
  EXPECT_LT(comparison->drafted.steps, comparison->plain.steps);
  EXPECT_GT(comparison->drafted.rows_per_step(), 4);
  const auto acceptance = comparison->drafted.acceptance_by_depth();
  ASSERT_FALSE(acceptance.empty());
  EXPECT_GT(acceptance[0], 0);
  EXPECT_LE(acceptance[0], 1);
  for (const ComparedPrompt& prompt : comparison->prompts) EXPECT_GT(prompt.speedup, 0);
}

TEST_F(ComparisonTest, ends_soon_when_it_is_interrupted) {
  int asked = 0;
  const auto comparison = compare_decoding(plain_, drafting_, prompts_, settings_, 2,
                                           [&](double) { return ++asked < 20; });
  ASSERT_FALSE(comparison);
  EXPECT_EQ(comparison.error().kind, ErrorKind::kInterrupted);
}

}  // namespace
}  // namespace canter
