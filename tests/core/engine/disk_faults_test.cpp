#include <gmock/gmock.h>
#include <sqlite3.h>

#include "core/engine/client.h"
#include "store/store.h"
#include "support/faulty_vfs.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kStarter = CANTER_TEST_RESOURCES "/starter/starter-f32.gguf";

int full(test::DiskCall call, long) {
  return call == test::DiskCall::kWrite ? SQLITE_FULL : 0;
}

class DiskFaultsTest : public testing::Test {
 protected:
  DiskFaultsTest() {
    client_.post(OpenModel{kStarter});
    client_.next<ModelOpened>();
  }
  SendMessage say(const std::string& text) const {
    SendMessage command;
    command.conversation = conversation_;
    command.text = text;
    command.settings.emplace();  // the likeliest words, the same each time
    command.request = 7;
    return command;
  }

  test::TemporaryDirectory data_;
  test::FaultyVfs vfs_;
  test::Client client_{data_.path()};
  std::optional<ConversationId> conversation_;
};

TEST_F(DiskFaultsTest, an_answer_that_cannot_be_saved_is_kept_until_it_can_be) {
  client_.post(say("What does acceleration do?"));
  conversation_ = client_.next<TurnAdded>().conversation.id;
  vfs_.fail(full);
  EXPECT_EQ(client_.next<MessagesUnsaved>().messages, 1);
  EXPECT_THAT(client_.next<Failed>().error.message,
              AllOf(HasSubstr("the disk is full"), HasSubstr("stays in memory")));
  const Message whole = client_.next<AnswerFinished>().answer;
  EXPECT_EQ(whole.status, MessageStatus::kComplete);

  vfs_.heal();
  EXPECT_EQ(client_.next<MessagesUnsaved>().messages, 0);
  EXPECT_THAT(client_.next<AnswersSaved>().answers, SizeIs(1));
  client_.post(say("And what else?"));
  client_.next<AnswerFinished>();
  client_.close();
  Store store = Store::open(data_.path()).value();
  const auto messages = store.messages(*conversation_).value();
  ASSERT_THAT(messages, SizeIs(4));
  EXPECT_EQ(messages[1].content, whole.content);
  EXPECT_EQ(messages[1].status, MessageStatus::kComplete);
  EXPECT_THAT(store.check().value().problems, IsEmpty());
}

TEST_F(DiskFaultsTest, a_conversation_goes_on_in_memory_and_is_saved_when_the_disk_is_back) {
  client_.post(say("I am looking for a bus from Denver to Portland."));
  conversation_ = client_.next<TurnAdded>().conversation.id;
  client_.next<AnswerFinished>();
  vfs_.fail(full);
  client_.post(say("At seven in the evening, please."));
  const Failed failed = client_.next<Failed>();
  EXPECT_EQ(failed.request, 0u) << "the text is not given back: it is asked";
  EXPECT_THAT(failed.error.message, AllOf(HasSubstr("the disk is full"), HasSubstr("in memory")));
  const TurnAdded second = client_.next<TurnAdded>();
  const Message second_answer = client_.next<AnswerFinished>().answer;
  EXPECT_EQ(second_answer.status, MessageStatus::kComplete);
  client_.post(say("Can you book it for two people?"));
  const TurnAdded third = client_.next<TurnAdded>();
  const Message third_answer = client_.next<AnswerFinished>().answer;

  client_.post(OpenConversation{*conversation_});
  const auto shown = client_.next<ConversationOpened>();
  ASSERT_THAT(shown.branch, SizeIs(6));
  EXPECT_EQ(shown.branch[4].content, third.question.content);
  EXPECT_EQ(shown.branch[5].content, third_answer.content);
  EXPECT_THAT(shown.versions, SizeIs(6));
  client_.post(Regenerate{third_answer.id});
  EXPECT_THAT(client_.next<Failed>().error.message, HasSubstr("not saved yet"));

  vfs_.heal();
  std::vector<Message> saved;
  while (saved.size() < 2) {
    const auto event = client_.next<AnswersSaved>();
    EXPECT_TRUE(event.renumbered.contains(*conversation_));
    saved.insert(saved.end(), event.answers.begin(), event.answers.end());
  }
  EXPECT_EQ(saved[1].content, third_answer.content);
  client_.post(Regenerate{saved[1].id});
  client_.next<AnswerFinished>();
  client_.close();

  Store store = Store::open(data_.path()).value();
  const auto branch = store.branch(saved[1].id).value();
  ASSERT_THAT(branch, SizeIs(6));
  EXPECT_EQ(branch[2].content, second.question.content);
  EXPECT_EQ(branch[3].content, second_answer.content);
  EXPECT_EQ(branch[5].content, third_answer.content);
  EXPECT_GT(branch[2].id, branch[1].id);
  EXPECT_THAT(store.check().value().problems, IsEmpty());
}

// The answers are those that an untroubled conversation gets.
TEST_F(DiskFaultsTest, what_is_in_memory_alone_is_part_of_what_the_model_reads) {
  const auto converse = [this](bool trouble) {
    std::vector<std::string> answers;
    conversation_.reset();
    for (const char* text : {"Find me somewhere to eat in Seattle.", "Something cheap, please.",
                             "Thank you, that is all."}) {
      client_.post(say(text));
      conversation_ = client_.next<TurnAdded>().conversation.id;
      answers.push_back(client_.next<AnswerFinished>().answer.content);
      if (trouble) vfs_.fail(full);
    }
    return answers;
  };
  const auto expected = converse(false);
  EXPECT_EQ(converse(true), expected);
}

TEST_F(DiskFaultsTest, a_new_chat_that_cannot_be_saved_gives_its_text_back) {
  vfs_.fail(full);
  client_.post(say("What does acceleration do?"));
  const Failed refused = client_.next<Failed>();
  EXPECT_EQ(refused.request, 7u) << "its sender still has it";
  EXPECT_THAT(refused.error.message, HasSubstr("the disk is full"));
}

TEST_F(DiskFaultsTest, a_disk_that_comes_back_at_the_end_still_gets_the_answer) {
  client_.post(say("What does acceleration do?"));
  conversation_ = client_.next<TurnAdded>().conversation.id;
  vfs_.fail(full);
  const Message whole = client_.next<AnswerFinished>().answer;
  vfs_.heal();
  client_.close();
  Store store = Store::open(data_.path()).value();
  EXPECT_EQ(store.messages(*conversation_).value().back().content, whole.content);
}

}  // namespace
}  // namespace canter::engine
