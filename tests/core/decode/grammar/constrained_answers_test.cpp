// Answers that are held to a grammar: what comes out is one of its texts, with drafting and
// without.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <thread>

#include "chat/chat_format.h"
#include "decode/decoder.h"
#include "decode/grammar/grammar.h"
#include "decode/grammar/token_constraint.h"
#include "model/model.h"
#include "support/reference_results.h"
#include "support/sanitizers.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

constexpr TokenId kEnd = 2;
constexpr TokenId kFirstByte = 3;
constexpr TokenId kHello = 262;
constexpr TokenId kSpace = 263;

TokenId byte(char c) {
  return kFirstByte + static_cast<unsigned char>(c);
}

constexpr const char* kSchema =
    R"({"type":"object","properties":{"name":{"type":"string","maxLength":6},
        "age":{"type":"integer","minimum":0,"maximum":150},
        "tags":{"type":"array","items":{"enum":["hello","world"]},"maxItems":3}},
        "required":["name","age"],"additionalProperties":false})";

class ConstrainedAnswersTest : public testing::Test {
 protected:
  ConstrainedAnswersTest() : pool_(2) {
    test::write_tiny_model(folder_.path() / "tiny.gguf", {.context = 300});
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
  }

  const Tokenizer& tokenizer() const { return model_->tokenizer(); }

  /// Tokens that a constraint allows next.
  Tokens allowed(TokenConstraint& constraint) const {
    std::vector<float> logits(std::size_t(tokenizer().vocabulary_size()), 1.0f);
    constraint.mask(logits);
    Tokens tokens;
    for (std::size_t i = 0; i < logits.size(); ++i)
      if (!std::isinf(logits[i])) tokens.push_back(TokenId(i));
    return tokens;
  }

  static GenerationSettings settings(std::shared_ptr<const Grammar> grammar, double temperature,
                                     std::uint64_t seed) {
    GenerationSettings s;
    s.sampling.temperature = temperature;
    s.sampling.seed = seed;
    s.grammar = std::move(grammar);
    return s;
  }

  test::TemporaryDirectory folder_;
  ThreadPool pool_;
  std::optional<Model> model_;
};

TEST_F(ConstrainedAnswersTest, allow_the_tokens_whose_bytes_fit) {
  TokenConstraint constraint(Grammar::from_gbnf("root ::= \"hello\" \" \"? [lo]").value(),
                             tokenizer());
  EXPECT_THAT(allowed(constraint), testing::ElementsAre(byte('h'), 259, 261, kHello, 264))
      << "h, he, hell, hello";
  constraint.accept(kHello);
  EXPECT_FALSE(constraint.may_end());
  EXPECT_THAT(allowed(constraint),
              testing::ElementsAre(byte(' '), byte('l'), byte('o'), kSpace, 266, 267));
  constraint.accept(kSpace);
  constraint.accept(byte('l'));
  EXPECT_TRUE(constraint.may_end());
  EXPECT_TRUE(constraint.must_end());
  EXPECT_FALSE(constraint.may_go_on());
  EXPECT_THAT(allowed(constraint), testing::ElementsAre(kEnd));
}

TEST_F(ConstrainedAnswersTest, end_tokens_fit_where_the_text_may_end) {
  const auto grammar = Grammar::from_gbnf("root ::= \"a\"+").value();
  TokenConstraint constraint(grammar, tokenizer(), {.end_tokens = {byte('z')}});
  EXPECT_THAT(allowed(constraint), testing::Not(testing::Contains(kEnd)));
  constraint.accept(byte('a'));
  EXPECT_THAT(allowed(constraint), testing::IsSupersetOf({kEnd, byte('a'), byte('z')}));
  TokenConstraint endless(grammar, tokenizer(), {.may_choose_end = false});
  endless.accept(byte('a'));
  EXPECT_THAT(allowed(endless), testing::Not(testing::Contains(kEnd)));
}

TEST_F(ConstrainedAnswersTest, a_character_may_be_spread_over_tokens) {
  TokenConstraint constraint(Grammar::from_gbnf("root ::= [é漢]").value(), tokenizer());
  EXPECT_THAT(allowed(constraint), testing::ElementsAre(byte('\xC3'), byte('\xE6')));
  constraint.accept(byte('\xE6'));
  EXPECT_THAT(allowed(constraint), testing::ElementsAre(byte('\xBC')));
}

TEST_F(ConstrainedAnswersTest, the_space_that_is_dropped_where_a_text_begins_does_not_count) {
  const auto grammar = Grammar::from_gbnf("root ::= \"a\"").value();
  test::write_tiny_model(folder_.path() / "spaced.gguf", {.change = [](GgufContent& content) {
                           for (auto& entry : content.metadata)
                             if (entry.first == "tokenizer.ggml.tokens")
                               std::get<GgufArray>(entry.second.value).strings.back() = "\u2581a";
                         }});
  const Model spaced = Model::open(folder_.path() / "spaced.gguf").value();
  const TokenId spaced_a = spaced.tokenizer().vocabulary_size() - 1;
  const auto fits = [&](bool at_text_start) {
    TokenConstraint constraint(grammar, spaced.tokenizer(), {.at_text_start = at_text_start});
    return testing::Value(allowed(constraint), testing::Contains(spaced_a));
  };
  EXPECT_TRUE(fits(true));
  EXPECT_FALSE(fits(false));
  TokenConstraint constraint(grammar, spaced.tokenizer(), {.at_text_start = true});
  constraint.accept(spaced_a);
  EXPECT_TRUE(constraint.must_end());
}

TEST_F(ConstrainedAnswersTest, what_a_model_finds_impossible_still_comes_where_nothing_else_may) {
  TokenConstraint constraint(Grammar::from_gbnf("root ::= \"x\"").value(), tokenizer());
  std::vector<float> logits(std::size_t(tokenizer().vocabulary_size()), 5.0f);
  logits[std::size_t(byte('x'))] = std::nanf("");
  constraint.mask(logits);
  EXPECT_TRUE(std::isfinite(logits[std::size_t(byte('x'))]));
  EXPECT_EQ(std::ranges::count_if(logits, [](float l) { return std::isfinite(l); }), 1);
}

TEST_F(ConstrainedAnswersTest, always_match_the_schema) {
  const auto grammar = Grammar::from_json_schema(kSchema).value();
  Decoder decoder = Decoder::create(*model_, pool_).value();
  const int seeds = test::kSanitized ? 5 : 40;
  for (int seed = 0; seed < seeds; ++seed) {
    const auto answer = decoder
                            .generate(Tokens{1, 5, TokenId(seed + 3)},
                                      settings(grammar, seed % 3 * 0.7, std::uint64_t(seed)))
                            .value();
    ASSERT_EQ(answer.finish, FinishReason::kEndToken) << answer.text;
    const auto json = nlohmann::json::parse(answer.text, nullptr, false);
    ASSERT_TRUE(json.is_object()) << answer.text;
    ASSERT_TRUE(json["name"].is_string() && json["age"].is_number_integer()) << answer.text;
    EXPECT_LE(json["age"], 150);
    for (const auto& tag : json.value("tags", nlohmann::json::array()))
      EXPECT_TRUE(tag == "hello" || tag == "world") << answer.text;
  }
}

TEST_F(ConstrainedAnswersTest, end_with_their_text_even_where_end_tokens_are_ignored) {
  const auto grammar = Grammar::from_gbnf("root ::= \"hello\" [a-z]{4}").value();
  Decoder decoder = Decoder::create(*model_, pool_).value();
  GenerationSettings s = settings(grammar, 1, 3);
  s.ignore_eos = true;
  const auto answer = decoder.generate(Tokens{1, 5}, s).value();
  EXPECT_EQ(answer.finish, FinishReason::kEndToken);
  EXPECT_EQ(answer.text.size(), 9u) << answer.text;
  s.max_tokens = 1;
  EXPECT_EQ(decoder.generate(Tokens{1, 5}, s)->finish, FinishReason::kTokenLimit);
}

TEST_F(ConstrainedAnswersTest, are_empty_where_the_grammar_is) {
  Decoder decoder = Decoder::create(*model_, pool_).value();
  const auto answer =
      decoder.generate(Tokens{1, 5}, settings(Grammar::from_gbnf("root ::= \"\"").value(), 0, 0))
          .value();
  EXPECT_EQ(answer.finish, FinishReason::kEndToken);
  EXPECT_TRUE(answer.tokens.empty());
  EXPECT_EQ(answer.text, "");
}

TEST_F(ConstrainedAnswersTest, pass_on_the_models_own_logits) {
  const auto grammar = Grammar::from_gbnf("root ::= \"hello\"").value();
  Decoder decoder = Decoder::create(*model_, pool_).value();
  int tokens = 0;
  decoder
      .generate(Tokens{1, 5}, settings(grammar, 0, 0),
                [&](const WrittenToken& token) {
                  ++tokens;
                  EXPECT_EQ(token.logits.size(), std::size_t(model_->plan().vocabulary));
                  EXPECT_TRUE(
                      std::ranges::all_of(token.logits, [](float l) { return std::isfinite(l); }));
                  return true;
                })
      .value();
  EXPECT_GT(tokens, 0);
}

TEST_F(ConstrainedAnswersTest, are_the_same_with_drafting_and_without) {
  const auto json = Grammar::from_json_schema(kSchema).value();
  const auto words =
      Grammar::from_gbnf("root ::= ((\"hello\" | \"world\" | [a-h]{2,3}) \" \")+").value();
  Decoder plain = Decoder::create(*model_, pool_).value();
  Decoder drafting = Decoder::create(*model_, pool_).value();
  const auto adaptive = Drafter::create(*model_, pool_, std::nullopt).value();
  const auto other =
      std::make_shared<const Model>(Model::open(folder_.path() / "tiny.gguf").value());
  const auto fixed =
      Drafter::create(*model_, pool_, std::nullopt, {.shape = {{2, 2, 1}}, .model = other}).value();
  const int seeds = test::kSanitized ? 2 : 10;
  int drafted = 0;
  for (const auto& grammar : {json, words}) {
    for (int seed = 0; seed < seeds; ++seed) {
      for (const double temperature : {0.0, 0.9}) {
        GenerationSettings s = settings(grammar, temperature, std::uint64_t(seed));
        s.max_tokens = 90;
        s.ignore_eos = seed % 2 == 1;
        const Tokens prompt{1, 5, TokenId(seed + 3)};
        const auto expected = plain.generate(prompt, s).value();
        for (Drafter* drafter : {adaptive.get(), fixed.get()}) {
          drafting.draft_with(drafter);
          for (int time = 0; time < 2; ++time) {
            const auto answer = drafting.generate(prompt, s).value();
            ASSERT_EQ(answer.tokens, expected.tokens) << seed << " at " << temperature;
            ASSERT_EQ(answer.text, expected.text);
            ASSERT_EQ(answer.finish, expected.finish);
            for (const int accepted : answer.statistics.accepted) drafted += accepted;
          }
        }
      }
    }
  }
  EXPECT_GT(drafted, 0) << "drafts that are never right show nothing";
}

TEST_F(ConstrainedAnswersTest, of_the_starter_are_the_same_with_its_adapter) {
  const auto grammar = Grammar::from_json_schema(kSchema).value();
  ASSERT_TRUE(
      quantize_model(test::starter_gguf(), folder_.path() / "starter.gguf", TensorType::kQ8_0));
  const Model model = Model::open(folder_.path() / "starter.gguf").value();
  const Adapter adapter = read_adapter(test::starter_adapter(), model).value();
  Decoder plain = Decoder::create(model, pool_).value();
  Decoder drafting = Decoder::create(model, pool_).value();
  const auto adaptive = Drafter::create(model, pool_, adapter).value();
  const auto fixed = Drafter::create(model, pool_, adapter, {.shape = {{3, 2}}}).value();
  const auto prompts = test::evaluation_prompts();
  const std::size_t every = test::kSanitized ? 60 : 20;
  for (std::size_t i = 0; i < prompts.size(); i += every) {
    const auto prompt = ChatFormat(model.tokenizer()).encode(prompts[i]).value();
    for (const double temperature : {0.0, 0.9}) {
      const GenerationSettings s = settings(grammar, temperature, i);
      const auto expected = plain.generate(prompt, s, {}, {}, true).value();
      EXPECT_TRUE(nlohmann::json::accept(expected.text)) << expected.text;
      for (Drafter* drafter : {adaptive.get(), fixed.get()}) {
        drafting.draft_with(drafter);
        const auto answer = drafting.generate(prompt, s, {}, {}, true).value();
        ASSERT_EQ(answer.tokens, expected.tokens) << i << " at " << temperature;
        ASSERT_EQ(answer.finish, expected.finish);
      }
    }
  }
}

TEST_F(ConstrainedAnswersTest, threads_share_what_is_known_of_a_tokenizer) {
  const auto grammar = Grammar::from_json_schema(kSchema).value();
  std::vector<std::thread> threads;
  std::vector<Tokens> found(4);
  for (Tokens& tokens : found)
    threads.emplace_back([&] {
      TokenConstraint constraint(grammar, tokenizer(), {.at_text_start = true});
      tokens = allowed(constraint);
    });
  for (auto& thread : threads) thread.join();
  EXPECT_THAT(found, testing::Each(Tokens{byte('{')}));
}

}  // namespace
}  // namespace canter
