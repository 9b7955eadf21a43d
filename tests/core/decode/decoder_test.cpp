#include "decode/decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "decode/adapter.h"
#include "decode/draft/drafter.h"
#include "decode/score.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

class DecoderTest : public testing::Test {
 protected:
  DecoderTest() : pool_(2) {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
  }
  Decoder decoder() { return Decoder::create(*model_, pool_).value(); }

  static GenerationSettings settings(int max_tokens, double temperature = 0) {
    GenerationSettings s;
    s.max_tokens = max_tokens;
    s.sampling.temperature = temperature;
    s.ignore_eos = true;
    return s;
  }

  test::TemporaryDirectory folder_;
  ThreadPool pool_;
  std::optional<Model> model_;
};

TEST_F(DecoderTest, counts_tokens_and_steps_as_the_contract_says) {
  auto d = decoder();
  const auto answer = d.generate(Tokens{1, 5, 9}, settings(7)).value();
  EXPECT_EQ(answer.finish, FinishReason::kTokenLimit);
  EXPECT_EQ(answer.tokens.size(), 7u);
  EXPECT_EQ(answer.statistics.prompt_tokens, 3);
  EXPECT_EQ(answer.statistics.generated, 7);
  EXPECT_EQ(answer.statistics.steps, 6) << "the prompt pass emits the first token";
  EXPECT_EQ(answer.statistics.tokens_per_step(), 1);
  EXPECT_GT(answer.statistics.first_token_ms, 0);
  EXPECT_GE(answer.statistics.total_ms, answer.statistics.first_token_ms);
}

TEST_F(DecoderTest, a_drafter_may_leave_and_come_back_wherever_the_answer_is) {
  const Model model = Model::open(test::starter_gguf()).value();
  Decoder plain = Decoder::create(model, pool_).value();
  Decoder drafting = Decoder::create(model, pool_).value();
  const auto drafter =
      Drafter::create(model, pool_, read_adapter(test::starter_adapter(), model).value(),
                      {.shape = {{3, 2}}})
          .value();
  Tokens prompt;
  for (int i = 0; i < 40; ++i) prompt.push_back(100 + i % 7);
  const auto expected = plain.generate(prompt, settings(20)).value();
  for (const int leaves : {0, 1, 3, 5, 8}) {
    for (const int stays_away : {1, 4, 100}) {
      drafting.draft_with(drafter.get());
      ASSERT_TRUE(drafting.begin(prompt, settings(20)));
      for (int part = 0; drafting.progress() != Decoder::Progress::kEnded; ++part) {
        if (part == leaves) drafting.draft_with(nullptr);
        if (part == leaves + stays_away) drafting.draft_with(drafter.get());
        drafting.advance(10);
      }
      const auto answer = drafting.finish();
      ASSERT_TRUE(answer) << answer.error().message;
      EXPECT_EQ(answer->tokens, expected.tokens) << leaves << ", " << stays_away;
    }
    drafting = Decoder::create(model, pool_).value();  // reads the whole prompt again
  }
}

TEST_F(DecoderTest, gives_the_same_tokens_with_a_warm_cache_as_with_a_cold_one) {
  const Tokens first{1, 5, 9, 30, 31};
  auto warm = decoder();
  const auto said = warm.generate(first, settings(6)).value();
  Tokens second = first;
  second.insert(second.end(), said.tokens.begin(), said.tokens.end());
  second.insert(second.end(), {40, 41, 42});
  const auto again = warm.generate(second, settings(8)).value();
  EXPECT_EQ(again.statistics.reused_tokens, int(first.size() + said.tokens.size()) - 1)
      << "all but the last token of the answer, which was never read";
  EXPECT_EQ(again.tokens, decoder().generate(second, settings(8))->tokens);
}

TEST_F(DecoderTest, reads_a_changed_conversation_from_where_it_changed) {
  auto d = decoder();
  d.generate(Tokens{1, 5, 9, 30}, settings(3)).value();
  const Tokens other{1, 5, 77, 30};
  const auto answer = d.generate(other, settings(5)).value();
  EXPECT_EQ(answer.statistics.reused_tokens, 2);
  EXPECT_EQ(answer.tokens, decoder().generate(other, settings(5))->tokens);
}

TEST_F(DecoderTest, answers_an_unchanged_prompt_again_with_the_same_tokens) {
  auto d = decoder();
  const Tokens prompt{1, 5, 9, 30};
  const auto first = d.generate(prompt, settings(5)).value();
  const auto second = d.generate(prompt, settings(5)).value();
  EXPECT_EQ(second.statistics.reused_tokens, 3);
  EXPECT_EQ(second.tokens, first.tokens);
}

TEST_F(DecoderTest, gives_the_same_tokens_for_any_number_of_threads) {
  for (const double temperature : {0.0, 0.9}) {
    Tokens expected;
    for (const int threads : {1, 2, 3}) {
      ThreadPool pool(threads);
      auto d = Decoder::create(*model_, pool).value();
      Tokens prompt(40, 7);
      prompt.insert(prompt.begin(), 1);
      const auto tokens = d.generate(prompt, settings(30, temperature))->tokens;
      if (expected.empty()) expected = tokens;
      EXPECT_EQ(tokens, expected) << threads;
    }
  }
}

TEST_F(DecoderTest, the_seed_decides_a_sampled_answer) {
  auto d = decoder();
  GenerationSettings s = settings(20, 1);
  s.sampling.seed = 3;
  const auto tokens = d.generate(Tokens{1, 8}, s)->tokens;
  EXPECT_EQ(d.generate(Tokens{1, 8}, s)->tokens, tokens);
  s.sampling.seed = 4;
  EXPECT_NE(d.generate(Tokens{1, 8}, s)->tokens, tokens);
}

TEST_F(DecoderTest, stops_when_the_receiver_says_so) {
  auto d = decoder();
  int calls = 0;
  const auto answer = d.generate(Tokens{1, 5}, settings(50), [&](const WrittenToken&) {
                         return ++calls < 4;
                       }).value();
  EXPECT_EQ(answer.finish, FinishReason::kStopped);
  EXPECT_EQ(answer.tokens.size(), 4u);
}

TEST_F(DecoderTest, stops_before_the_prompt_is_read_when_asked_to) {
  auto d = decoder();
  const auto answer = d.generate(Tokens{1, 5}, settings(50), {}, [] { return true; }).value();
  EXPECT_EQ(answer.finish, FinishReason::kStopped);
  EXPECT_TRUE(answer.tokens.empty());
  EXPECT_TRUE(d.cached().empty());
}

TEST_F(DecoderTest, stops_in_the_middle_of_a_pass_and_goes_on_from_there_as_if_nothing_was) {
  const Tokens prompt{1, 5, 9, 30};
  auto d = decoder();
  int asked = 0;
  const auto stopped =
      d.generate(prompt, settings(6), {}, [&] { return ++asked == 2 * 2 + 2; }).value();
  EXPECT_EQ(stopped.finish, FinishReason::kStopped);
  EXPECT_EQ(stopped.tokens.size(), 2u) << "prompt pass and one step of two layers each, then half";
  EXPECT_EQ(stopped.statistics.steps, 1);
  EXPECT_EQ(d.generate(prompt, settings(6))->tokens,
            decoder().generate(prompt, settings(6))->tokens);
}

TEST_F(DecoderTest, ends_when_the_context_is_full) {
  auto d = Decoder::create(*model_, pool_, 10).value();
  const auto answer = d.generate(Tokens{1, 5, 6}, settings(0)).value();
  EXPECT_EQ(answer.finish, FinishReason::kContextFull);
  EXPECT_EQ(answer.tokens.size(), 7u) << "prompt and answer fill the ten positions";
}

TEST_F(DecoderTest, what_was_streamed_is_a_prefix_of_the_answers_text) {
  auto d = decoder();
  std::string streamed;
  const auto answer = d.generate(Tokens{1, 5}, settings(100, 1.5), [&](const WrittenToken& token) {
                         streamed += token.text;
                         return true;
                       }).value();
  EXPECT_TRUE(answer.text.starts_with(streamed));
  EXPECT_LE(answer.text.size() - streamed.size(), 9u) << "one unfinished character at most";
}

TEST_F(DecoderTest, a_stop_string_ends_the_answer_and_is_not_part_of_it) {
  auto d = decoder();
  const auto plain = d.generate(Tokens{1, 5}, settings(60, 1)).value();
  ASSERT_GT(plain.text.size(), 20u);
  GenerationSettings s = settings(60, 1);
  s.stop_strings = {plain.text.substr(10, 4)};
  const auto cut = d.generate(Tokens{1, 5}, s).value();
  EXPECT_EQ(cut.finish, FinishReason::kStopString);
  EXPECT_EQ(cut.text, plain.text.substr(0, plain.text.find(s.stop_strings[0])));
}

TEST_F(DecoderTest, refuses_prompts_it_cannot_answer_and_stays_usable) {
  auto d = decoder();
  const auto kind = [&](const Tokens& prompt, const GenerationSettings& s) {
    return d.generate(prompt, s).error().kind;
  };
  EXPECT_EQ(kind({}, settings(1)), ErrorKind::kUsage);
  EXPECT_EQ(kind({1, 100'000}, settings(1)), ErrorKind::kUsage);
  EXPECT_EQ(kind({1}, settings(-1)), ErrorKind::kUsage);
  EXPECT_EQ(kind({1}, settings(1, -1)), ErrorKind::kUsage);
  const auto long_prompt = d.generate(Tokens(128, 5), settings(1));
  ASSERT_FALSE(long_prompt);
  EXPECT_EQ(long_prompt.error().kind, ErrorKind::kTooLarge);
  EXPECT_THAT(long_prompt.error().message, testing::HasSubstr("128 tokens"));
  EXPECT_TRUE(d.generate(Tokens{1, 5}, settings(2)));
}

TEST_F(DecoderTest, says_that_a_model_whose_weights_overflow_is_damaged) {
  const std::vector<float> damaged(64 * 64, 3e38f);
  test::TinyModel shape;
  shape.change = [&](GgufContent& content) {
    std::ranges::find(content.tensors, "blk.0.attn_output.weight", &TensorEntry::name)->bytes =
        std::as_bytes(std::span(damaged));
  };
  test::write_tiny_model(folder_.path() / "damaged.gguf", shape);
  const auto model = Model::open(folder_.path() / "damaged.gguf").value();
  auto d = Decoder::create(model, pool_).value();
  EXPECT_EQ(d.generate(Tokens{1, 5}, settings(3)).error().kind, ErrorKind::kBadFile);
  EXPECT_EQ(score_tokens(model, pool_, Tokens{1, 5}).error().kind, ErrorKind::kBadFile);
}

TEST_F(DecoderTest, refuses_a_context_beyond_the_models) {
  EXPECT_FALSE(Decoder::create(*model_, pool_, 129));
}

TEST(StarterDecoder, an_end_token_ends_the_answer_is_counted_and_gives_no_text) {
  const auto model = Model::open(test::starter_gguf()).value();
  ThreadPool pool(2);
  auto d = Decoder::create(model, pool).value();
  const auto c = test::reference_cases("starter").front();
  const auto answer = d.generate(c.tokens, {}).value();
  EXPECT_EQ(answer.finish, FinishReason::kEndToken);
  EXPECT_EQ(answer.tokens, c.greedy);
  EXPECT_EQ(answer.tokens.back(), model.tokenizer().eos());
  EXPECT_EQ(answer.text, model.tokenizer().decode(c.greedy));

  GenerationSettings on;
  on.ignore_eos = true;
  on.max_tokens = int(c.greedy.size()) + 5;
  const auto longer = d.generate(c.tokens, on).value();
  EXPECT_EQ(longer.tokens.size(), c.greedy.size() + 5);
}

}  // namespace
}  // namespace canter
