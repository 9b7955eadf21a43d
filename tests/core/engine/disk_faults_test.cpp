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
  EXPECT_THAT(client_.next<Failed>().error.message,
              AllOf(HasSubstr("the disk is full"), HasSubstr("stays in memory")));
  const Message whole = client_.next<AnswerFinished>().answer;
  EXPECT_EQ(whole.status, MessageStatus::kComplete);

  client_.post(say("And what else?"));
  const Failed refused = client_.next<Failed>();
  EXPECT_EQ(refused.request, 7u) << "its sender still has it";
  EXPECT_THAT(refused.error.message, HasSubstr("the disk is full"));

  vfs_.heal();
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
