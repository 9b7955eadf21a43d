#include "engine/tuning/own_prompts.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

class OwnPrompts : public testing::Test {
 protected:
  ConversationId chat(const std::vector<std::string>& questions) {
    const auto conversation = store_.create_conversation().value();
    std::optional<MessageId> head;
    for (const std::string& question : questions) {
      const auto turn = store_.add_turn(conversation.id, head, question, "").value();
      Message answer = turn.answer;
      answer.content = "answer to " + question;
      answer.status = MessageStatus::kComplete;
      EXPECT_TRUE(store_.finish_answer(answer));
      head = answer.id;
    }
    return conversation.id;
  }

  test::TemporaryDirectory data_;
  Store store_ = Store::open(data_.path()).value();
};

TEST_F(OwnPrompts, are_each_question_with_what_was_said_before_it) {
  chat({"one", "two"});
  const auto prompts = own_prompts(store_, 10).value();
  ASSERT_EQ(prompts.size(), 2u);
  ASSERT_EQ(prompts[0].size(), 1u);
  EXPECT_EQ(prompts[0][0].content, "one");
  ASSERT_EQ(prompts[1].size(), 3u);
  EXPECT_EQ(prompts[1][1].content, "answer to one");
  EXPECT_EQ(prompts[1][2].content, "two");
}

TEST_F(OwnPrompts, come_from_the_newest_conversations_and_never_from_the_trash) {
  chat({"old"});
  chat({"new"});
  ASSERT_TRUE(store_.trash_conversation(chat({"thrown away"})));
  const auto prompts = own_prompts(store_, 1).value();
  ASSERT_EQ(prompts.size(), 1u);
  EXPECT_EQ(prompts[0][0].content, "new");
}

}  // namespace
}  // namespace canter::engine
