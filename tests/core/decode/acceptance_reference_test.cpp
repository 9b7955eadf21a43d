#include <gtest/gtest.h>

#include "chat/chat_format.h"
#include "decode/decoder.h"
#include "support/reference_results.h"
#include "support/sanitizers.h"

namespace canter {
namespace {

/// Tokens per step over all evaluation prompts, at most 80 new tokens, with the paper's tree.
double tokens_per_step(const Model& model, Adapter adapter) {
  ThreadPool pool(2);
  auto decoder = Decoder::create(model, pool).value();
  auto drafter =
      Drafter::create(model, pool, std::move(adapter), {.shape = TreeShape::paper()}).value();
  decoder.draft_with(drafter.get());
  GenerationSettings settings;
  settings.max_tokens = 80;
  int tokens = 0, steps = 0;
  for (const auto& messages : test::evaluation_prompts()) {
    const auto prompt = ChatFormat(model.tokenizer()).encode(messages).value();
    const auto answer = decoder.generate(prompt, settings);
    EXPECT_TRUE(answer) << answer.error().message;
    tokens += answer->statistics.generated - 1;
    steps += answer->statistics.steps;
  }
  return double(tokens) / steps;
}

// Computed by an independent program with the same adapters, tree and prompts.
TEST(AcceptanceReference, tokens_per_step_are_those_of_the_independent_program) {
  if (test::kSanitized)
    GTEST_SKIP() << "takes minutes under sanitizers; shorter answers are drafted in other tests";
  const auto model = Model::open(test::starter_gguf()).value();
  Adapter adapter = read_adapter(test::starter_adapter(), model).value();
  EXPECT_NEAR(tokens_per_step(model, adapter), 2.402, 0.01 * 2.402);
  adapter.rank = 0;
  adapter.transition_from.clear();
  adapter.transition_to.clear();
  EXPECT_NEAR(tokens_per_step(model, adapter), 1.443, 0.01 * 1.443);
}

TEST(AcceptanceReference, the_adapter_that_comes_with_the_starter_drafts_better) {
  if (test::kSanitized)
    GTEST_SKIP() << "takes minutes under sanitizers; shorter answers are drafted in other tests";
  const auto model = Model::open(test::starter_gguf()).value();
  const auto path =
      test::starter_gguf().parent_path().parent_path() / "adapters" / "starter.safetensors";
  EXPECT_GT(tokens_per_step(model, read_adapter(path, model).value()), 2.402);
}

}  // namespace
}  // namespace canter
