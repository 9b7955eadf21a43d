#include "tune/answers.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace canter::tuning {
namespace {

using Next = AnswerCollection::Next;
using Tokens = std::vector<TokenId>;

class Answers : public testing::Test {
 protected:
  Answers() { settings_.unseen_share = 0.25; }
  AnswerCollection collection() { return {prompts_, settings_, folder_.path() / "answers", "key"}; }
  /// Greedy answers end with 1, drawn ones with a number of their own.
  AnswerQuestions answer() {
    return [this](std::span<const Question> questions) -> Result<std::vector<Tokens>> {
      std::vector<Tokens> answers;
      for (const auto& [prompt, sampling] : questions) {
        ++asked_;
        const TokenId drawn = always_ ? always_ : TokenId(100 + sampling.seed);
        answers.push_back({9, 9, sampling.temperature == 0 ? 1 : drawn});
      }
      return answers;
    };
  }
  static Next go_on(double) { return Next::kGoOn; }

  test::TemporaryDirectory folder_;
  std::vector<Tokens> prompts_ = {{1}, {2}, {3}, {4}};
  TuningSettings settings_;
  std::size_t together_ = 1;
  int asked_ = 0;
  TokenId always_ = 0;
};

TEST_F(Answers, to_the_last_prompts_are_kept_aside) {
  auto answers = collection();
  ASSERT_TRUE(answers.collect(answer(), together_, go_on));
  EXPECT_EQ(answers.seen().size(), 3u);
  ASSERT_EQ(answers.unseen().size(), 1u);
  EXPECT_EQ(answers.unseen()[0].tokens, (Tokens{4, 9, 9, 1}));
}

TEST_F(Answers, are_drawn_for_what_is_learned_from_alone) {
  settings_.samples = 2;
  auto answers = collection();
  ASSERT_TRUE(answers.collect(answer(), together_, go_on));
  EXPECT_EQ(asked_, 4 + 2 * 3);
  EXPECT_EQ(answers.seen().size(), 3u + 6u);
  for (const Transcript& transcript : answers.seen()) EXPECT_NE(transcript.tokens.front(), 4);
  EXPECT_EQ(answers.unseen().size(), 1u);
}

TEST_F(Answers, that_are_the_same_count_once) {
  settings_.samples = 3;
  always_ = 1;
  auto answers = collection();
  ASSERT_TRUE(answers.collect(answer(), together_, go_on));
  EXPECT_EQ(answers.seen().size(), 3u);
}

TEST_F(Answers, to_questions_of_one_conversation_stay_on_one_side) {
  prompts_ = {{1}, {2}, {3}, {3, 5}};
  auto answers = collection();
  ASSERT_TRUE(answers.collect(answer(), together_, go_on));
  EXPECT_EQ(answers.seen().size(), 2u);
  EXPECT_EQ(answers.unseen().size(), 2u);
}

TEST_F(Answers, go_on_where_they_were_stopped) {
  settings_.samples = 1;
  {
    auto answers = collection();
    const auto stopped = answers.collect(
        answer(), together_, [&](double) { return asked_ == 5 ? Next::kStop : Next::kGoOn; });
    EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
    ASSERT_TRUE(answers.save());
  }
  auto answers = collection();
  ASSERT_TRUE(answers.load());
  EXPECT_EQ(answers.size(), 5u);
  ASSERT_TRUE(answers.collect(answer(), together_, go_on));
  EXPECT_EQ(asked_, 7);
}

TEST_F(Answers, are_the_same_however_many_are_asked_for_together) {
  settings_.samples = 2;
  auto one_by_one = collection();
  ASSERT_TRUE(one_by_one.collect(answer(), together_, go_on));
  together_ = 3;
  auto in_threes = collection();
  ASSERT_TRUE(in_threes.collect(answer(), together_, go_on));
  EXPECT_EQ(in_threes.seen(), one_by_one.seen());
  EXPECT_EQ(in_threes.unseen(), one_by_one.unseen());
}

TEST_F(Answers, may_be_fewer_when_time_is_short) {
  settings_.samples = 1;
  auto answers = collection();
  ASSERT_TRUE(answers.collect(answer(), together_,
                              [&](double) { return asked_ == 3 ? Next::kEnough : Next::kGoOn; }));
  EXPECT_EQ(answers.seen().size(), 2u);
  EXPECT_EQ(answers.unseen().size(), 1u);
}

}  // namespace
}  // namespace canter::tuning
