// What is said of memory before a model is opened is what a chat takes, and where it ends, so does
// the answer, and nothing else.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <memory>
#include <optional>

#include "decode/decoder.h"
#include "decode/drafting_memory.h"
#include "model/memory_need.h"
#include "model/plan/uniform_shape.h"
#include "support/counted_memory.h"
#include "support/random_model.h"
#include "support/reference_results.h"
#include "support/sanitizers.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

constexpr int kThreads = 2;

using Tokens = std::vector<TokenId>;

/// Varied enough that nothing is guessed from the text all the time.
Tokens some_tokens(std::size_t count, int vocabulary) {
  Tokens tokens = {1};
  for (std::size_t i = 1; i < count; ++i)
    tokens.push_back(260 + TokenId(i * i * 7 % std::size_t(vocabulary - 260)));
  return tokens;
}

std::optional<Adapter> adapter_of_zeros(const ModelPlan& plan, const AdapterShape& shape) {
  if (shape.mask_tokens == 0) return std::nullopt;
  const UniformShape config = uniform_shape(plan).value();
  const std::size_t prompt =
      std::size_t(config.layers) * shape.prompt_tokens * config.kv_heads * config.head_width;
  Adapter adapter;
  adapter.prompt_tokens = shape.prompt_tokens;
  adapter.mask_tokens = shape.mask_tokens;
  adapter.rank = shape.rank;
  adapter.mask_embedding.resize(std::size_t(shape.mask_tokens) * config.width);
  adapter.prompt_key.resize(prompt);
  adapter.prompt_value.resize(prompt);
  adapter.transition_from.resize(std::size_t(config.vocabulary) * shape.rank);
  adapter.transition_to.resize(std::size_t(config.vocabulary) * shape.rank);
  return adapter;
}

struct Case {
  TensorType weights;
  TensorType cache;
  AdapterShape adapter;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << tensor_type_name(c.weights) << " weights, " << tensor_type_name(c.cache) << " cache";
}

class Memory : public testing::TestWithParam<Case> {
 protected:
  test::TemporaryDirectory folder_;
};

TEST_P(Memory, of_a_chat_is_within_five_percent_of_what_was_said_before) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer's own allocations take part";
  const auto [weights, cache, shape] = GetParam();
  constexpr int kContext = 1024;
  const auto path = folder_.path() / "small.gguf";
  ASSERT_TRUE(test::write_random_model(path, test::random_llama(test::small_shape()), weights));
  const ModelSummary summary = summarise_model(path).value();
  const double said = double(memory_needed(summary, kContext, cache, kThreads).total() +
                             drafting_memory(summary.plan, shape, cache));

  const std::int64_t before = test::allocated_bytes();
  Model::Options options;
  options.threads = kThreads;
  const Model model = Model::open(path, options).value();
  ThreadPool pool(kThreads);
  Decoder decoder = Decoder::create(model, pool, kContext, cache).value();
  const auto drafter =
      Drafter::create(model, pool, adapter_of_zeros(model.plan(), shape), {}, cache).value();
  decoder.draft_with(drafter.get());
  GenerationSettings settings;
  settings.ignore_eos = true;
  const Tokens prompt = some_tokens(kContext - 24, model.plan().vocabulary);
  const Answer answer = decoder.generate(prompt, settings).value();
  ASSERT_EQ(answer.finish, FinishReason::kContextFull);
  const double taken = double(test::allocated_bytes() - before);

  EXPECT_LT(std::abs(taken - said) / taken, 0.05)
      << said / 1e6 << " MB were said, " << taken / 1e6 << " MB taken";
}

INSTANTIATE_TEST_SUITE_P(Shapes, Memory,
                         testing::Values(Case{TensorType::kQ8_0, TensorType::kF32, {16, 3, 0}},
                                         Case{TensorType::kQ4_K, TensorType::kF16, {8, 4, 32}},
                                         Case{TensorType::kF32, TensorType::kF16, {64, 2, 8}},
                                         Case{TensorType::kQ8_0, TensorType::kF32, {}}));

TEST(MemoryOfTwoModels, is_the_sum_of_what_was_said_of_each) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer's own allocations take part";
  test::TemporaryDirectory folder;
  constexpr int kContext = 1024;
  const auto path = folder.path() / "small.gguf";
  auto shape = test::small_shape();
  shape.context = kContext;
  ASSERT_TRUE(test::write_random_model(path, test::random_llama(shape), TensorType::kQ8_0));
  const ModelSummary summary = summarise_model(path).value();
  const TensorType cache = TensorType::kF32;
  const double said = 2 * double(memory_needed(summary, kContext, cache, kThreads).total());

  const std::int64_t before = test::allocated_bytes();
  Model::Options options;
  options.threads = kThreads;
  const Model model = Model::open(path, options).value();
  const auto draft = std::make_shared<const Model>(Model::open(path, options).value());
  ThreadPool pool(kThreads);
  Decoder decoder = Decoder::create(model, pool, kContext, cache).value();
  // A fixed shape has no other source, and asks the other model whatever it costs.
  const auto drafter =
      Drafter::create(model, pool, std::nullopt, {.shape = {{1}}, .model = draft}, cache).value();
  decoder.draft_with(drafter.get());
  GenerationSettings settings;
  settings.ignore_eos = true;
  const Tokens prompt = some_tokens(kContext - 24, model.plan().vocabulary);
  ASSERT_TRUE(decoder.generate(prompt, settings));
  const double taken = double(test::allocated_bytes() - before);

  EXPECT_LT(std::abs(taken - said) / taken, 0.05)
      << said / 1e6 << " MB were said, " << taken / 1e6 << " MB taken";
}

class MemoryEnd : public testing::Test {
 protected:
  MemoryEnd() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    prompt_ = some_tokens(20, model_->plan().vocabulary);
    settings_.max_tokens = 40;
    settings_.ignore_eos = true;
  }

  /// Answers with a drafter of `create` while one allocation after the other fails.
  void expect_recovery(const std::function<Result<std::unique_ptr<Drafter>>()>& create) {
    Decoder plain = Decoder::create(*model_, pool_).value();
    const Answer expected = plain.generate(prompt_, settings_).value();
    int ended = 0;
    bool failed = true;
    for (std::int64_t at = 0; failed; at += at < 200 ? 1 : 7) {
      Decoder decoder = Decoder::create(*model_, pool_).value();
      auto drafter = create().value();
      decoder.draft_with(drafter.get());
      {
        const test::FailingAllocation failing(at);
        const auto answer = decoder.generate(prompt_, settings_);
        failed = failing.failed();
        if (!answer) {
          ++ended;
          EXPECT_EQ(answer.error().kind, ErrorKind::kTooLarge) << answer.error().message;
        } else {
          EXPECT_EQ(answer->tokens, expected.tokens) << "allocation " << at;
        }
      }
      const auto next = decoder.generate(prompt_, settings_);
      ASSERT_TRUE(next) << next.error().message;
      EXPECT_EQ(next->tokens, expected.tokens) << "after allocation " << at;
    }
    EXPECT_GT(ended, 20);
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  ThreadPool pool_{kThreads};
  Tokens prompt_;
  GenerationSettings settings_;
};

TEST_F(MemoryEnd, at_any_allocation_ends_the_answer_and_the_next_one_is_right) {
  expect_recovery([&] {
    return Drafter::create(*model_, pool_, adapter_of_zeros(model_->plan(), {4, 3, 8}));
  });
}

TEST_F(MemoryEnd, at_any_allocation_of_two_models_ends_the_answer_and_the_next_one_is_right) {
  const auto draft =
      std::make_shared<const Model>(Model::open(folder_.path() / "tiny.gguf").value());
  expect_recovery([&] {
    return Drafter::create(*model_, pool_, std::nullopt, {.shape = {{2, 1}}, .model = draft});
  });
}

TEST_F(MemoryEnd, keeps_a_model_from_being_opened_and_no_more) {
  const auto path = folder_.path() / "small.gguf";
  ASSERT_TRUE(
      test::write_random_model(path, test::random_llama(test::small_shape()), TensorType::kQ4_0));
  int refused = 0;
  bool failed = true;
  for (std::int64_t at = 0; failed; ++at) {
    // SentencePiece does not bear the failure of small ones, which systems hardly ever let fail.
    const test::FailingAllocation failing(at, 64 * 1024);
    const auto model = Model::open(path);
    failed = failing.failed();
    if (!model) {
      ++refused;
      EXPECT_EQ(model.error().kind, ErrorKind::kTooLarge) << model.error().message;
    }
  }
  EXPECT_GT(refused, 2);
  EXPECT_TRUE(Model::open(path));
}

}  // namespace
}  // namespace canter
