#include <sys/resource.h>

#include <csignal>
#include <optional>
#include <thread>
#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using SeveralConnections = StoreTest;

TEST_F(SeveralConnections, see_what_the_others_wrote) {
  Store one = open();
  Store two = open();
  const auto id = value_of(one.create_conversation()).id;
  const MessageId answer = value_of(two.add_turn(id, {}, "Hi", "m")).answer.id;
  value_of(one.checkpoint_answer(so_far(answer, "Hello")));
  EXPECT_EQ(value_of(two.message(answer)).content, "Hello");
  EXPECT_EQ(value_of(one.conversation(id)).title, "Hi");
}

TEST_F(SeveralConnections, may_write_at_the_same_time) {
  constexpr int kTurns = 40;
  open();
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 2; ++thread) {
    threads.emplace_back([&] {
      Store store = open();
      const auto id = value_of(store.create_conversation()).id;
      std::optional<MessageId> parent;
      for (int i = 0; i < kTurns; ++i) {
        Message answer = value_of(store.add_turn(id, parent, "Question", "m")).answer;
        answer.status = MessageStatus::kComplete;
        answer.content = "Answer";
        value_of(store.finish_answer(answer));
        parent = answer.id;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  Store store = open();
  for (const Conversation& conversation : value_of(store.conversations())) {
    EXPECT_EQ(value_of(store.branch(*conversation.head)).size(), 2u * kTurns);
  }
  const StoreReport report = value_of(store.check());
  EXPECT_TRUE(report.ok());
  EXPECT_EQ(report.messages, 4 * kTurns);
}

TEST_F(SeveralConnections, read_on_while_another_one_writes) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  SQLite::Database other = raw();
  other.exec("BEGIN IMMEDIATE; UPDATE conversations SET title = 'Unfinished'");
  EXPECT_EQ(value_of(store.conversation(id)).title, "");
  other.exec("COMMIT");
  EXPECT_EQ(value_of(store.conversation(id)).title, "Unfinished");
}

TEST_F(SeveralConnections, survive_a_disk_that_takes_no_more) {
  { value_of(open().create_conversation()); }
  const int status = in_another_process([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    Store store = open();
    const auto earlier = store.add_turn(1, {}, "Before", "m");
    const rlimit limit{256 << 10, 256 << 10};
    if (!earlier || setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(2);
    const auto large = store.add_turn(1, {}, std::string(1 << 20, 'x'), "m");
    if (large || large.error().kind != ErrorKind::kDatabase) _exit(3);
    if (large.error().message.find("nothing saved before is lost") == std::string::npos) _exit(4);
    const auto messages = store.messages(1);
    if (!messages || messages->size() != 2 || messages->at(0).content != "Before") _exit(5);
    if (!store.add_turn(1, {}, "Small again", "m")) _exit(6);
  });
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_TRUE(WIFEXITED(status));

  Store store = open();
  EXPECT_EQ(value_of(store.messages(1)).size(), 4u);
  EXPECT_TRUE(value_of(store.check()).ok());
}

}  // namespace
}  // namespace canter::test
