#include "engine/generation/history.h"

#include <gtest/gtest.h>

namespace canter::engine {
namespace {

Message message(MessageRole role, const std::string& content) {
  Message m;
  m.role = role;
  m.content = content;
  return m;
}

TEST(History, keeps_roles_and_texts_in_order) {
  const std::vector<Message> branch{
      message(MessageRole::kSystem, "Be brief."), message(MessageRole::kUser, "Hi"),
      message(MessageRole::kAssistant, "Hello"), message(MessageRole::kUser, "Bye")};
  const auto history = chat_history(branch);
  ASSERT_EQ(history.size(), 4u);
  EXPECT_EQ(history[0].role, "system");
  EXPECT_EQ(history[2].role, "assistant");
  EXPECT_EQ(history[3].content, "Bye");
}

TEST(History, leaves_a_question_out_whose_answer_failed_before_it_began) {
  std::vector<Message> branch{message(MessageRole::kUser, "Far too long"),
                              message(MessageRole::kAssistant, ""),
                              message(MessageRole::kUser, "Short")};
  branch[1].status = MessageStatus::kFailed;
  const auto history = chat_history(branch);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].content, "Short");
}

TEST(History, joins_two_questions_when_the_answer_between_was_stopped_before_it_began) {
  const std::vector<Message> branch{message(MessageRole::kUser, "First"),
                                    message(MessageRole::kAssistant, ""),
                                    message(MessageRole::kUser, "Second")};
  const auto history = chat_history(branch);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].content, "First\n\nSecond");
}

TEST(History, gives_thinking_back_with_its_answer) {
  std::vector<Message> branch{message(MessageRole::kUser, "Hi"),
                              message(MessageRole::kAssistant, "Hello"),
                              message(MessageRole::kUser, "Bye")};
  branch[1].thinking = "A greeting.";
  EXPECT_EQ(chat_history(branch)[1].thinking, "A greeting.");
}

TEST(History, leaves_an_answer_out_that_was_stopped_while_it_was_thought_about) {
  std::vector<Message> branch{message(MessageRole::kUser, "First"),
                              message(MessageRole::kAssistant, ""),
                              message(MessageRole::kUser, "Second")};
  branch[1].thinking = "Hm";
  const auto history = chat_history(branch);
  ASSERT_EQ(history.size(), 1u);
  EXPECT_EQ(history[0].content, "First\n\nSecond");
}

TEST(History, ends_with_the_answer_that_is_to_be_continued_in_the_middle_of_its_thinking) {
  std::vector<Message> branch{message(MessageRole::kUser, "First"),
                              message(MessageRole::kAssistant, "")};
  branch[1].thinking = "Hm";
  branch[1].status = MessageStatus::kFailed;
  const auto history = chat_history(branch, {}, /*continues=*/true);
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[1].role, "assistant");
  EXPECT_EQ(history[1].content, "");
  EXPECT_EQ(history[1].thinking, "Hm");
}

}  // namespace
}  // namespace canter::engine
