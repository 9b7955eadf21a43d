#include <fstream>
#include <optional>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;

class Recovery : public StoreTest {
 protected:
  std::size_t session_files() const { return files_in(data_dir() / "sessions").size(); }
};

TEST_F(Recovery, keeps_the_checkpointed_text_of_a_program_that_was_killed) {
  in_another_process([&] {
    Store store = open();
    const auto id = value_of(store.create_conversation()).id;
    const auto turn = value_of(store.add_turn(id, {}, "Tell me", "m"));
    value_of(store.checkpoint_answer(so_far(turn.answer.id, "Once upon a")));
    die();
  });

  Store store = open();
  EXPECT_EQ(session_files(), 2u);
  const auto recovered = value_of(store.recover_interrupted());
  ASSERT_THAT(recovered, SizeIs(1));
  EXPECT_EQ(recovered[0].content, "Once upon a");
  EXPECT_EQ(recovered[0].status, MessageStatus::kInterrupted);
  EXPECT_EQ(value_of(store.message(recovered[0].id)), recovered[0]);
  EXPECT_EQ(session_files(), 1u);
  EXPECT_THAT(value_of(store.recover_interrupted()), IsEmpty());
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(Recovery, leaves_the_answer_of_a_living_program_alone) {
  int ready[2];
  int done[2];
  ASSERT_EQ(pipe(ready), 0);
  ASSERT_EQ(pipe(done), 0);
  const pid_t child = fork();
  if (child == 0) {
    char byte = 0;
    Store store = open();
    const auto id = value_of(store.create_conversation()).id;
    Message answer = value_of(store.add_turn(id, {}, "Tell me", "m")).answer;
    if (write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) != 1) _exit(1);
    answer.content = "The end";
    answer.status = MessageStatus::kComplete;
    _exit(store.finish_answer(answer) ? 0 : 1);
  }
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  Store store = open();
  EXPECT_THAT(value_of(store.recover_interrupted()), IsEmpty());
  EXPECT_EQ(value_of(store.messages(1)).at(1).status, MessageStatus::kStreaming);
  ASSERT_EQ(write(done[1], &byte, 1), 1);
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(value_of(store.messages(1)).at(1).content, "The end");
  for (const int descriptor : {ready[0], ready[1], done[0], done[1]}) close(descriptor);
}

TEST_F(Recovery, does_not_take_other_connections_of_the_same_program_for_dead) {
  Store writer = open();
  const auto id = value_of(writer.create_conversation()).id;
  const MessageId answer = value_of(writer.add_turn(id, {}, "Tell me", "m")).answer.id;
  Store reader = value_of(Store::open(data_dir() / ".." / "data"));
  EXPECT_EQ(session_files(), 1u);
  EXPECT_THAT(value_of(reader.recover_interrupted()), IsEmpty());
  value_of(writer.checkpoint_answer(so_far(answer, "Still going")));
}

TEST_F(Recovery, finds_answers_of_an_earlier_run_of_the_same_program) {
  {
    Store store = open();
    const auto id = value_of(store.create_conversation()).id;
    value_of(store.add_turn(id, {}, "Tell me", "m"));
  }
  EXPECT_EQ(session_files(), 0u);
  Store store = open();
  EXPECT_THAT(value_of(store.recover_interrupted()), SizeIs(1));
}

TEST_F(Recovery, sweeps_files_of_programs_that_left_no_answer) {
  in_another_process([&] {
    Store store = open();
    die();
  });
  Store store = open();
  std::ofstream(data_dir() / "sessions" / "notes.txt") << "not ours";
  EXPECT_EQ(session_files(), 3u);
  EXPECT_THAT(value_of(store.recover_interrupted()), IsEmpty());
  EXPECT_EQ(session_files(), 2u);
  EXPECT_TRUE(fs::exists(data_dir() / "sessions" / "notes.txt"));
}

TEST_F(Recovery, does_not_follow_an_owner_out_of_the_folder) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  value_of(store.add_turn(id, {}, "Tell me", "m"));
  raw().exec("UPDATE messages SET owner = '../../escaped' WHERE owner IS NOT NULL");
  EXPECT_THAT(value_of(store.recover_interrupted()), SizeIs(1));
  EXPECT_FALSE(fs::exists(data_dir().parent_path() / "escaped.lock"));
}

}  // namespace
}  // namespace canter::test
