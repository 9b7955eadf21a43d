// Chats and other programs that use one generator.
#include <gtest/gtest.h>

#include <future>

#include "client.h"
#include "engine/engine.h"
#include "engine/generation/generator.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using test::Client;

class SharedGeneratorTest : public testing::Test {
 protected:
  SharedGeneratorTest() {
    client_.post(OpenModel{test::starter_gguf().string()});
    generator_ = client_.next<ModelOpened>().generator;
  }
  static SendMessage message(const std::string& text, std::optional<ConversationId> to = {}) {
    ChatSettings settings;
    settings.sampling.temperature = 0;
    settings.max_tokens = 40;
    SendMessage send;
    send.conversation = to;
    send.text = text;
    send.chat = settings;
    return send;
  }
  AnswerFinished answer(const SendMessage& send) {
    client_.post(send);
    return client_.next<AnswerFinished>();
  }

  test::TemporaryDirectory data_;
  Client client_{data_.path()};
  std::shared_ptr<Generator> generator_;
};

TEST_F(SharedGeneratorTest, chats_that_one_comes_back_to_are_not_read_again) {
  const AnswerFinished one = answer(message("What does acceleration do?"));
  const AnswerFinished other = answer(message("Could you find me a table for two in Oakland?"));
  EXPECT_EQ(one.statistics.reused_tokens, 0);
  const AnswerFinished again = answer(message("And then?", one.answer.conversation));
  EXPECT_EQ(again.statistics.reuse, PromptReuse::kContinued);
  EXPECT_GE(again.statistics.reused_tokens,
            one.statistics.prompt_tokens + one.statistics.generated - 1);
  EXPECT_EQ(answer(message("And then?", other.answer.conversation)).statistics.reuse,
            PromptReuse::kContinued);
}

TEST_F(SharedGeneratorTest, other_programs_get_their_answers_beside_a_chat_and_it_gets_its_own) {
  const std::string question = "What does acceleration do?";
  const Message alone = answer(message(question)).answer;
  GenerationSettings settings;
  settings.sampling.temperature = 0;
  settings.max_tokens = 300;
  settings.ignore_eos = true;
  std::vector<std::promise<Answer>> ends(3);
  for (auto& end : ends)
    ASSERT_TRUE(generator_->submit(
        {.prompt = {5, 6, 7}, .settings = settings},
        {.end = [&end](Result<Answer> told) { end.set_value(std::move(told).value()); }}));
  EXPECT_EQ(answer(message(question)).answer.content, alone.content);
  const Answer first = ends[0].get_future().get();
  EXPECT_EQ(first.tokens.size(), 300u);
  for (std::size_t i = 1; i < ends.size(); ++i)
    EXPECT_EQ(ends[i].get_future().get().tokens, first.tokens);
}

TEST_F(SharedGeneratorTest, a_chat_is_stopped_while_others_go_on) {
  GenerationSettings settings;
  settings.max_tokens = 400;
  settings.ignore_eos = true;
  std::promise<Answer> end;
  ASSERT_TRUE(generator_->submit(
      {.prompt = {5, 6, 7}, .settings = settings},
      {.end = [&](Result<Answer> told) { end.set_value(std::move(told).value()); }}));
  SendMessage long_one = message("Tell me a very long story.");
  long_one.chat->max_tokens = 0;
  client_.post(long_one);
  client_.next<TextAppended>();
  client_.post(StopAnswer{});
  EXPECT_NE(client_.next<AnswerFinished>().answer.status, MessageStatus::kFailed);
  EXPECT_EQ(end.get_future().get().tokens.size(), 400u);
}

TEST_F(SharedGeneratorTest, whoever_still_has_it_is_answered_when_another_model_is_open) {
  client_.post(OpenModel{test::stories_gguf().string()});
  EXPECT_NE(client_.next<ModelOpened>().generator, generator_);
  std::promise<bool> end;
  ASSERT_TRUE(generator_->submit({.prompt = {5, 6, 7}}, {.end = [&](const Result<Answer>& told) {
                                   end.set_value(told.has_value());
                                 }}));
  EXPECT_TRUE(end.get_future().get());
}

}  // namespace
}  // namespace canter::engine
