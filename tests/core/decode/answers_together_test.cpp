#include "decode/answers_together.h"

#include <gtest/gtest.h>

#include "decode/decoder.h"
#include "model/forward/forward.h"
#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

constexpr int kTokens = 12;

/// Prompts of different lengths, more of them than run in one pass.
std::vector<Tokens> prompts(int count) {
  std::vector<Tokens> prompts;
  for (int i = 0; i < count; ++i) {
    Tokens prompt = {1};
    for (int k = 0; k <= i % 5; ++k) prompt.push_back(10 + (7 * i + 3 * k) % 50);
    prompts.push_back(std::move(prompt));
  }
  return prompts;
}

/// Every other one is drawn.
std::vector<Question> questions(const std::vector<Tokens>& prompts) {
  std::vector<Question> questions;
  for (std::size_t i = 0; i < prompts.size(); ++i)
    questions.push_back({prompts[i], {.temperature = i % 2 * 0.8, .seed = i}});
  return questions;
}

std::vector<Tokens> one_by_one(const Model& model, const std::vector<Question>& questions) {
  ThreadPool pool(1);
  Decoder decoder = Decoder::create(model, pool, 64).value();
  std::vector<Tokens> answers;
  GenerationSettings settings;
  settings.max_tokens = kTokens;
  for (const Question& question : questions) {
    settings.sampling = question.sampling;
    answers.push_back(decoder.generate(question.prompt, settings).value().tokens);
  }
  return answers;
}

TEST(AnswersTogether, are_those_that_each_question_gets_alone_in_every_family) {
  const auto asked = prompts(2 * AnswersTogether::kMost + 3);
  int families = 0;
  for (const test::FamilyFile& file : test::family_files()) {
    const Model model = Model::open(file.path).value();
    if (!Forward::can_run_together(model.plan())) continue;
    ++families;
    ThreadPool pool(2);
    AnswersTogether together = AnswersTogether::create(model, pool, 64).value();
    const auto answers = together.answer(questions(asked), kTokens);
    ASSERT_TRUE(answers) << file.name << ": " << answers.error().message;
    EXPECT_EQ(*answers, one_by_one(model, questions(asked))) << file.name;
  }
  EXPECT_GT(families, 10);
}

class AnswersTogetherTest : public testing::Test {
 protected:
  AnswersTogetherTest() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  ThreadPool pool_{2};
};

TEST_F(AnswersTogetherTest, that_are_unfinished_when_it_is_stopped_are_left_out) {
  const auto asked = prompts(20);
  AnswersTogether together = AnswersTogether::create(*model_, pool_, 64).value();
  const auto all = together.answer(questions(asked), kTokens).value();
  ASSERT_EQ(all.size(), 20u);
  int layers = 0;
  const auto some = together.answer(questions(asked), kTokens, [&] { return ++layers > 80; });
  ASSERT_TRUE(some);
  EXPECT_GT(some->size(), 0u);
  ASSERT_LT(some->size(), 20u);
  EXPECT_TRUE(std::equal(some->begin(), some->end(), all.begin()));
}

TEST_F(AnswersTogetherTest, end_where_the_context_is_full) {
  const auto asked = prompts(3);
  AnswersTogether together = AnswersTogether::create(*model_, pool_, 8).value();
  const auto answers = together.answer(questions(asked), kTokens).value();
  for (std::size_t i = 0; i < asked.size(); ++i) EXPECT_LE(asked[i].size() + answers[i].size(), 8u);
}

}  // namespace
}  // namespace canter
