#include <fstream>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

/// Two conversations of two turns each, to be damaged: messages 1 to 4 and 5 to 8.
class Check : public StoreTest {
 protected:
  Check() {
    for (int i = 0; i < 2; ++i) {
      const auto id = value_of(store.create_conversation()).id;
      const MessageId answer = value_of(store.add_turn(id, {}, "One", "m")).answer.id;
      value_of(store.add_turn(id, answer, "Two", "m"));
    }
  }

  /// What check() finds after `sql` ran without SQLite's own guards.
  std::vector<std::string> problems_after(const char* sql) {
    SQLite::Database database = raw();
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    database.exec(sql);
    return value_of(store.check()).problems;
  }

  Store store = open();
};

TEST_F(Check, finds_nothing_in_a_sound_database) {
  const StoreReport report = value_of(store.check());
  EXPECT_TRUE(report.ok());
  EXPECT_THAT(report.problems, IsEmpty());
  EXPECT_EQ(report.conversations, 2);
  EXPECT_EQ(report.messages, 8);
}

TEST_F(Check, counts_trashed_conversations) {
  value_of(store.trash_conversation(1));
  EXPECT_EQ(value_of(store.check()).conversations, 2);
}

TEST_F(Check, finds_a_parent_in_another_conversation) {
  EXPECT_THAT(problems_after("UPDATE messages SET parent_id = 2 WHERE id = 7"),
              Contains("Message 7 hangs below a message of the other conversation 1."));
}

TEST_F(Check, finds_a_cycle) {
  EXPECT_THAT(problems_after("UPDATE messages SET parent_id = 4 WHERE id = 3"),
              Contains("Message 3 of conversation 1 is among its own ancestors."));
}

TEST_F(Check, finds_the_head_of_another_conversation) {
  EXPECT_THAT(problems_after("UPDATE conversations SET head = 8 WHERE id = 1"),
              Contains("Conversation 1 shows message 8, which is part of another one."));
}

TEST_F(Check, finds_a_missing_parent) {
  EXPECT_THAT(problems_after("DELETE FROM messages WHERE id = 2"),
              Contains(HasSubstr("Row 3 of table messages refers to a missing row")));
}

TEST_F(Check, finds_a_status_that_does_not_exist) {
  EXPECT_THAT(problems_after("UPDATE messages SET status = 'asleep' WHERE id = 2"),
              Contains(HasSubstr("CHECK constraint failed")));
  auto messages = store.messages(1);
  ASSERT_FALSE(messages) << "and reading it is an error, not a guess";
  EXPECT_EQ(messages.error().kind, ErrorKind::kDatabase);
}

TEST_F(Check, finds_documents_that_are_no_json) {
  EXPECT_THAT(problems_after("UPDATE messages SET statistics = '{' WHERE id = 2"),
              Contains("The statistics of message 2 are no JSON object."));
  EXPECT_THAT(problems_after("INSERT INTO settings VALUES ('theme', 'dark')"),
              Contains("The value of setting 'theme' is no JSON."));
}

TEST_F(Check, finds_damage_in_the_file) {
  value_of(store.add_turn(1, {}, std::string(200'000, 'x'), "m"));
  { const Store closed = std::move(store); }
  const auto size = std::filesystem::file_size(file());
  {
    std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t page = 4096; page + 4096 <= size; page += 4096) {
      stream.seekp(static_cast<std::streamoff>(page));
      stream << std::string(64, '\x7f');
    }
  }
  auto damaged = Store::open(data_dir());
  if (!damaged) {
    EXPECT_THAT(damaged.error().message, HasSubstr("damaged"));
    return;
  }
  const StoreReport report = value_of(damaged->check());
  EXPECT_FALSE(report.ok());
}

TEST_F(Check, lets_a_branch_end_in_a_damaged_tree) {
  problems_after("UPDATE messages SET parent_id = 4 WHERE id = 3");
  EXPECT_LE(value_of(store.branch(4)).size(), 4u);
}

}  // namespace
}  // namespace canter::test
