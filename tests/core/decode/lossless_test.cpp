// The text with drafts is the text without, token by token: whatever is drafted, wherever it ends.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "chat/chat_format.h"
#include "decode/decoder.h"
#include "decode/draft/sources/successor_table.h"
#include "model/model.h"
#include "model/plan/uniform_shape.h"
#include "support/random_numbers.h"
#include "support/reference_results.h"
#include "support/sanitizers.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "tensor/kernels/kernels.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

class LosslessTest : public testing::Test {
 protected:
  int draw(int first, int last) { return std::uniform_int_distribution(first, last)(random_); }
  bool chance(int percent) { return draw(1, 100) <= percent; }
  std::vector<float> numbers(std::size_t count) { return test::normal_numbers(random_, count); }

  Tokens random_tokens(int count) {
    Tokens tokens(count);
    for (TokenId& token : tokens) token = draw(3, 270);
    return tokens;
  }

  Model random_model() {
    static constexpr TensorType kTypes[] = {TensorType::kF32,  TensorType::kF16,  TensorType::kBF16,
                                            TensorType::kQ8_0, TensorType::kQ4_0, TensorType::kQ4_1,
                                            TensorType::kQ5_0, TensorType::kQ5_1, TensorType::kQ4_K,
                                            TensorType::kQ5_K, TensorType::kQ6_K};
    test::TinyModel shape;
    shape.type = kTypes[draw(0, 10)];
    const bool spans = tensor_type_info(shape.type)->block_size > 32;
    shape.width = spans ? 256 : 64;
    shape.feed_forward = spans ? 256 : 96;
    shape.layers = draw(1, 2);
    shape.kv_heads = 1 << draw(0, 2);
    shape.context = draw(60, 200);
    shape.seed = unsigned(draw(1, 1 << 20));
    test::write_tiny_model(folder_.path() / "tiny.gguf", shape);
    return Model::open(folder_.path() / "tiny.gguf").value();
  }

  static std::string successors_in(const Tokens& heard) {
    SuccessorTable table;
    for (std::size_t i = 0; i + 1 < heard.size(); ++i) {
      const Successor next{heard[i + 1], 1};
      table.set(std::span(heard).subspan(i, 1), {&next, 1});
    }
    return table.to_bytes();
  }

  RecurrentHead random_head(const UniformShape& c) {
    RecurrentHead head;
    head.hidden = draw(1, 40);
    for (TokenId token = draw(0, 9); token < c.vocabulary; token += draw(1, 9))
      head.tokens.push_back(token);
    const std::size_t width = std::size_t(c.width), hidden = std::size_t(head.hidden);
    head.in = numbers(hidden * 2 * width);
    head.out = numbers(width * hidden);
    head.carry = numbers(width * width);
    head.norm = numbers(width);
    return head;
  }

  /// Garbage, but for a transition term and successors that have seen `heard`: many of their drafts
  /// are right.
  Adapter random_adapter(const UniformShape& c, const Tokens& heard) {
    Adapter adapter;
    const bool masked = chance(80);
    if (!masked || chance(30)) adapter.successors = successors_in(heard);
    if (chance(40)) adapter.head = random_head(c);
    if (!masked) return adapter;
    adapter.prompt_tokens = draw(1, 20);
    adapter.mask_tokens = draw(1, 5);
    const std::size_t prompt =
        std::size_t(c.layers) * adapter.prompt_tokens * c.kv_heads * c.head_width;
    adapter.mask_embedding = numbers(std::size_t(adapter.mask_tokens) * c.width);
    adapter.prompt_key = numbers(prompt);
    adapter.prompt_value = numbers(prompt);
    if (chance(70)) {
      adapter.rank = 24;
      adapter.transition_scale = 0.2f;
      adapter.transition_from = numbers(std::size_t(c.vocabulary) * 24);
      adapter.transition_to = numbers(std::size_t(c.vocabulary) * 24);
      for (std::size_t i = 0; i + 1 < heard.size(); ++i)
        for (int k = 0; k < 24; ++k)
          adapter.transition_to[heard[i + 1] * 24 + k] +=
              adapter.transition_from[heard[i] * 24 + k];
    }
    return adapter;
  }

  TreeShape random_shape(int masks) {
    if (chance(60)) return {};
    TreeShape shape;
    const int depth = draw(1, 4);
    for (int i = 0; i < depth && (i + 1) * 4 * (1 + masks) < 100; ++i)
      shape.widths.push_back(draw(1, 4));
    return shape;
  }

  GenerationSettings random_settings() {
    GenerationSettings settings;
    SamplingSettings& sampling = settings.sampling;
    settings.max_tokens = chance(20) ? 0 : draw(1, 70);
    settings.ignore_eos = chance(50);
    if (chance(50)) sampling.temperature = draw(1, 15) / 10.0;
    if (chance(30)) sampling.top_k = draw(1, 40);
    if (chance(30)) sampling.top_p = draw(5, 10) / 10.0;
    if (chance(20)) sampling.min_p = 0.05;
    if (chance(30)) sampling.repeat_penalty = 1 + draw(1, 5) / 10.0;
    sampling.seed = std::uint64_t(draw(0, 1 << 30));
    return settings;
  }

  test::TemporaryDirectory folder_;
  std::mt19937 random_{20260101};
};

struct Told {
  Answer answer;
  std::string streamed;
  int drafted = 0;  ///< tokens that were said to be
};

/// An answer that is stopped behind its token number `stop_after`; 0: never.
Told tell(Decoder& decoder, const Tokens& prompt, const GenerationSettings& settings,
          int stop_after = 0, Drafter* switched = nullptr) {
  Told told;
  int tokens = 0;
  const OnToken on_token = [&](const WrittenToken& token) {
    told.streamed += token.text;
    told.drafted += token.drafted;
    // In the middle of the answer, and of a step.
    if (switched && ++tokens % 7 == 0) switched->wish(!switched->wished());
    return stop_after == 0 || (switched ? tokens : ++tokens) < stop_after;
  };
  told.answer = decoder.generate(prompt, settings, on_token).value();
  return told;
}

void expect_same(const Told& drafted, const Told& plain, const std::string& where) {
  ASSERT_EQ(drafted.answer.tokens, plain.answer.tokens) << where;
  ASSERT_EQ(drafted.answer.text, plain.answer.text) << where;
  ASSERT_EQ(drafted.answer.finish, plain.answer.finish) << where;
  ASSERT_EQ(drafted.streamed, plain.streamed) << where;
  ASSERT_EQ(plain.drafted, 0) << where;
}

// CTest runs this one under every instruction set.
TEST_F(LosslessTest, random_models_and_drafts_give_the_tokens_of_plain_decoding) {
  if (const char* wanted = std::getenv("CANTER_KERNELS");
      wanted && std::string_view(wanted) != kernels::active().name)
    GTEST_SKIP() << "this processor has no " << wanted;
  constexpr int kModels = test::kSanitized ? 6 : 40;
  int accepted = 0;
  for (int round = 0; round < kModels; ++round) {
    const Model model = random_model();
    ThreadPool one(1), several(draw(1, 3));
    static constexpr TensorType kCaches[] = {TensorType::kF32, TensorType::kF16, TensorType::kQ8_0};
    const TensorType cache = kCaches[random_() % 3];
    Decoder plain = Decoder::create(model, one, 0, cache).value();
    Decoder drafting = Decoder::create(model, several, 0, cache).value();
    Tokens prompt = random_tokens(draw(1, 30));
    prompt.front() = 1;
    std::unique_ptr<Drafter> drafter;
    for (int turn = 0; turn < 4 && prompt.size() + 10 < std::size_t(plain.context()); ++turn) {
      GenerationSettings settings = random_settings();
      const int stop_after = chance(15) ? draw(1, 30) : 0;
      const Told first = tell(plain, prompt, settings);
      if (chance(30) && first.answer.text.size() > 12)
        settings.stop_strings = {first.answer.text.substr(6, std::size_t(draw(1, 5)))};
      const Told expected = tell(plain, prompt, settings, stop_after);
      if (!drafter || chance(40)) {
        std::optional<Adapter> adapter;
        if (chance(85))
          adapter = random_adapter(uniform_shape(model.plan()).value(), first.answer.tokens);
        const int masks = adapter ? adapter->mask_tokens : 0;
        drafter = Drafter::create(model, several, std::move(adapter),
                                  {.shape = random_shape(masks)}, cache)
                      .value();
        drafting.draft_with(drafter.get());
      }
      drafter->wish(true);
      const std::string where = "round " + std::to_string(round) + ", turn " + std::to_string(turn);
      const Told drafted = tell(drafting, prompt, settings, stop_after);
      expect_same(drafted, expected, where);
      if (HasFatalFailure()) return;
      // The token that ends an answer may have been guessed, too.
      const auto& accepted_by_depth = drafted.answer.statistics.accepted;
      const int guessed = std::reduce(accepted_by_depth.begin(), accepted_by_depth.end());
      ASSERT_TRUE(drafted.drafted == guessed || drafted.drafted == guessed + 1) << where;
      if (stop_after == 0) {
        expect_same(tell(drafting, prompt, settings, 0, drafter.get()), expected,
                    where + ", switched meanwhile");
        if (HasFatalFailure()) return;
      }
      for (const int drafts : drafted.answer.statistics.accepted) accepted += drafts;
      // The conversation goes on behind what was said, most of it in the cache.
      prompt.insert(prompt.end(), expected.answer.tokens.begin(), expected.answer.tokens.end());
      for (const TokenId token : random_tokens(draw(1, 5))) prompt.push_back(token);
    }
  }
  EXPECT_GT(accepted, kModels) << "drafts that are never right show nothing";
}

TEST_F(LosslessTest, the_starter_says_the_same_in_every_format_greedy_and_sampled) {
  const auto prompts = test::evaluation_prompts();
  constexpr int kEvery = test::kSanitized ? 60 : 12, kAnswerTokens = test::kSanitized ? 16 : 60;
  ThreadPool one(1), two(2);
  for (const TensorType type : {TensorType::kF32, TensorType::kF16, TensorType::kBF16,
                                TensorType::kQ8_0, TensorType::kQ4_0}) {
    const auto path = folder_.path() / "starter.gguf";
    ASSERT_TRUE(quantize_model(test::starter_gguf(), path, type));
    const Model model = Model::open(path).value();
    Decoder plain = Decoder::create(model, one).value();
    Decoder drafting = Decoder::create(model, two).value();
    const Adapter adapter = read_adapter(test::starter_adapter(), model).value();
    // What an adaptive tree drafts depends on the time that passes take.
    const auto adaptive = Drafter::create(model, two, adapter).value();
    const auto fixed = Drafter::create(model, two, adapter, {.shape = {{3, 2}}}).value();
    int steps = 0, tokens = 0;
    for (std::size_t i = 0; i < prompts.size(); i += kEvery) {
      const auto prompt = ChatFormat(model.tokenizer()).encode(prompts[i]).value();
      for (const double temperature : {0.0, 0.8}) {
        GenerationSettings settings;
        settings.max_tokens = kAnswerTokens;
        settings.sampling.temperature = temperature;
        settings.sampling.seed = i;
        const Told expected = tell(plain, prompt, settings);
        const std::string where =
            std::string(tensor_type_name(type)) + " prompt " + std::to_string(i);
        drafting.draft_with(adaptive.get());
        expect_same(tell(drafting, prompt, settings), expected, where);
        drafting.draft_with(fixed.get());
        const Told drafted = tell(drafting, prompt, settings);
        expect_same(drafted, expected, where);
        if (HasFatalFailure()) return;
        steps += drafted.answer.statistics.steps;
        tokens += drafted.answer.statistics.generated;
      }
    }
    EXPECT_GT(tokens, 1.3 * steps) << tensor_type_name(type);
  }
}

}  // namespace
}  // namespace canter
