// What models of all families answer, with drafts and without.
#include <gtest/gtest.h>

#include "decode/decoder.h"
#include "support/family_cases.h"
#include "support/sanitizers.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;
using test::FamilyCase;
using test::FamilyFile;

class FamilyAnswers : public testing::TestWithParam<FamilyFile> {
 protected:
  void SetUp() override {
    auto opened = Model::open(GetParam().path);
    ASSERT_TRUE(opened) << opened.error().message;
    model_.emplace(std::move(*opened));
    cases_ = test::family_cases(GetParam().family);
  }

  Decoder decoder() { return Decoder::create(*model_, pool_, 1000).value(); }

  static GenerationSettings greedy(int tokens) {
    GenerationSettings settings;
    settings.sampling.temperature = 0;
    settings.max_tokens = tokens;
    settings.ignore_eos = true;
    return settings;
  }

  Tokens answer(Decoder& decoder, const Tokens& prompt, const GenerationSettings& settings) {
    const auto answer = decoder.generate(prompt, settings);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? answer->tokens : Tokens();
  }

  std::optional<Model> model_;
  ThreadPool pool_{2};
  std::vector<FamilyCase> cases_;
};

TEST_P(FamilyAnswers, are_greedily_those_of_their_makers_library) {
  for (const FamilyCase& c : cases_) {
    Decoder plain = decoder();
    EXPECT_EQ(answer(plain, c.tokens, greedy(int(c.next.size()))), c.next)
        << "behind " << c.tokens.size() << " tokens";
  }
}

/// A text that says the same again and again, so that there is something to draft from.
Tokens repeated(const Tokens& tokens) {
  Tokens prompt;
  for (int i = 0; i < 8; ++i) prompt.insert(prompt.end(), tokens.begin(), tokens.begin() + 8);
  return prompt;
}

TEST_P(FamilyAnswers, are_the_same_with_drafts_and_without) {
  for (const FamilyCase& c : cases_) {
    for (const double temperature : {0.0, 0.6, 1.0}) {
      const Tokens prompt = repeated(c.tokens);
      // The optimised build compares twice as many.
      GenerationSettings settings = greedy(test::kSanitized ? 40 : 80);
      settings.sampling.temperature = temperature;
      settings.sampling.seed = 7;
      Decoder plain = decoder();
      const Tokens expected = answer(plain, prompt, settings);
      Decoder drafting = decoder();
      auto drafter = Drafter::create(*model_, pool_, std::nullopt).value();
      drafting.draft_with(drafter.get());
      const auto first = drafting.generate(prompt, settings);
      ASSERT_TRUE(first) << first.error().message;
      EXPECT_EQ(first->tokens, expected);
      // Again, from what is left of the last answer.
      EXPECT_EQ(answer(drafting, prompt, settings), expected);
    }
  }
}

TEST_P(FamilyAnswers, are_the_same_however_a_chat_came_to_its_prompt) {
  const FamilyCase& c = cases_[1];
  const GenerationSettings settings = greedy(12);
  Decoder fresh = decoder(), used = decoder();
  // Another question behind the same beginning, its answer, then the question itself.
  Tokens other(c.tokens.begin(), c.tokens.begin() + std::ptrdiff_t(c.tokens.size() / 2));
  other.insert(other.end(), c.tokens.rbegin(), c.tokens.rend());
  answer(used, other, settings);
  EXPECT_EQ(answer(used, c.tokens, settings), answer(fresh, c.tokens, settings));
  // The next turn goes on behind the answer.
  Tokens next = c.tokens;
  next.insert(next.end(), c.next.begin(), c.next.begin() + 12);
  next.push_back(c.tokens.front());
  Decoder again = decoder();
  EXPECT_EQ(answer(used, next, settings), answer(again, next, settings));
}

INSTANTIATE_TEST_SUITE_P(, FamilyAnswers, testing::ValuesIn(test::family_files()),
                         [](const auto& file) { return file.param.name; });

}  // namespace
}  // namespace canter
