#include <sqlite3.h>

#include "core/store/store_support.h"
#include "store/migrations.h"
#include "support/faulty_vfs.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

enum class Fault { kInputOutput, kFull, kLocked };

int code_of(Fault fault, DiskCall call) {
  if (fault == Fault::kFull) return call == DiskCall::kWrite ? SQLITE_FULL : 0;
  if (fault == Fault::kLocked) return call == DiskCall::kLock ? SQLITE_BUSY : 0;
  switch (call) {
    case DiskCall::kOpen:
      return SQLITE_CANTOPEN;
    case DiskCall::kRead:
      return SQLITE_IOERR_READ;
    case DiskCall::kWrite:
      return SQLITE_IOERR_WRITE;
    case DiskCall::kSync:
      return SQLITE_IOERR_FSYNC;
    case DiskCall::kTruncate:
      return SQLITE_IOERR_TRUNCATE;
    case DiskCall::kLock:
      return SQLITE_IOERR_LOCK;
    case DiskCall::kDelete:
      return SQLITE_IOERR_DELETE;
    case DiskCall::kSize:
      return SQLITE_IOERR_FSTAT;
  }
  return 0;
}

/// What a user does, and how it looks when it was done.
struct Deed {
  const char* name;
  Result<void> (*run)(Store&);
  bool (*is_done)(Store&);
};

template <typename T>
Result<void> without_value(Result<T> result) {
  if (!result) return propagate(result);
  return {};
}

const Deed kDeeds[] = {
    {"a question", [](Store& s) { return without_value(s.add_turn(1, 2, "And then?", "m")); },
     [](Store& s) { return value_of(s.messages(1)).size() == 4; }},
    {"an answer's end",
     [](Store& s) -> Result<void> {
       const auto messages = s.messages(2);
       if (!messages) return propagate(messages);
       Message answer = messages->back();
       answer.content = "All of it";
       answer.status = MessageStatus::kComplete;
       return s.finish_answer(answer);
     },
     [](Store& s) { return value_of(s.messages(2)).back().content == "All of it"; }},
    {"a deletion",
     [](Store& s) -> Result<void> {
       if (auto trashed = s.trash_conversation(3); !trashed) return trashed;
       return s.delete_conversation(3);
     },
     [](Store& s) { return !s.conversation(3); }},
    {"a long text",
     [](Store& s) { return without_value(s.add_turn(1, 2, std::string(60'000, 'x'), "m")); },
     [](Store& s) { return value_of(s.messages(1)).size() == 4; }},
};

class Faults : public testing::Test {
 protected:
  fs::path data_dir() const { return folder_.path() / "data"; }

  void fill() {
    Store store = value_of(Store::open(data_dir()));
    for (int chat = 1; chat <= 3; ++chat) {
      value_of(store.create_conversation());
      Store::Turn turn = value_of(store.add_turn(chat, {}, "Question", "m"));
      if (chat == 2) continue;  // its answer streams
      turn.answer.content = "Answer";
      turn.answer.status = MessageStatus::kComplete;
      value_of(store.finish_answer(turn.answer));
    }
  }
  void restore() {
    fs::remove_all(data_dir());
    fs::copy(folder_.path() / "filled", data_dir(), fs::copy_options::recursive);
  }
  void everything_from_before_is_there() {
    Store store = value_of(Store::open(data_dir()));
    EXPECT_THAT(value_of(store.check()).problems, IsEmpty());
    EXPECT_EQ(value_of(store.messages(1)).at(1).content, "Answer");
    EXPECT_EQ(value_of(store.messages(2)).at(0).content, "Question");
  }

  TemporaryDirectory folder_;
};

/// Which calls to let fail: all of the first, then fewer and fewer.
long next_call(long n) {
  return n < 12 ? n + 1 : n + n / 4;
}

void expect_a_clear_error(const Error& error) {
  EXPECT_EQ(error.kind, ErrorKind::kDatabase);
  EXPECT_THAT(error.message, HasSubstr("cannot "));
  EXPECT_THAT(error.message, testing::AnyOf(HasSubstr("; "), HasSubstr("try again")));
}

TEST_F(Faults, of_any_call_leave_all_or_nothing_and_the_store_goes_on) {
  fill();
  fs::rename(data_dir(), folder_.path() / "filled");
  FaultyVfs vfs;
  long provoked = 0;
  for (const Deed& deed : kDeeds) {
    for (const Fault fault : {Fault::kInputOutput, Fault::kFull}) {
      for (const bool lasting : {false, true}) {
        for (long n = 1;; n = next_call(n)) {
          SCOPED_TRACE(std::string(deed.name) + ", call " + std::to_string(n) +
                       (fault == Fault::kFull ? ", full" : "") + (lasting ? ", lasting" : ""));
          restore();
          {
            Store store = value_of(Store::open(data_dir()));
            vfs.fail([&](DiskCall call, long number) {
              return number == n || (lasting && number > n) ? code_of(fault, call) : 0;
            });
            const Result<void> done = deed.run(store);
            const long failed = vfs.failed();
            const bool over = vfs.calls() < n;
            vfs.heal();
            if (!done) expect_a_clear_error(done.error());
            EXPECT_TRUE(!done || deed.is_done(store)) << "what is said to be kept is kept";
            if (!done && !deed.is_done(store)) {
              const Result<void> again = deed.run(store);
              EXPECT_TRUE(again) << "the disk is back: " << again.error().message;
            }
            provoked += failed;
            if (over) break;
          }
          everything_from_before_is_there();
          Store store = value_of(Store::open(data_dir()));
          EXPECT_TRUE(deed.is_done(store));
        }
      }
    }
  }
  EXPECT_GT(provoked, 100);
}

TEST_F(Faults, while_a_database_is_made_or_migrated_lose_nothing) {
  const fs::path old = folder_.path() / "filled";
  fs::create_directories(old);
  {
    SQLite::Database database(old / "canter.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    value_of(migrate(database, old / "canter.db", schema_migrations().first(1)));
    database.exec("INSERT INTO conversations VALUES (1, 'Old', 1, 1, 1, NULL, NULL, 1)");
    database.exec(
        "INSERT INTO messages (id, conversation, role, content, status, created) "
        "VALUES (1, 1, 'user', 'Said long ago', 'complete', 1)");
  }
  FaultyVfs vfs;
  for (const bool migrates : {true, false}) {
    for (const Fault fault : {Fault::kInputOutput, Fault::kFull}) {
      for (long n = 1;; n = next_call(n)) {
        SCOPED_TRACE(std::string(migrates ? "migrated" : "made") + ", call " + std::to_string(n));
        fs::remove_all(data_dir());
        if (migrates) fs::copy(old, data_dir(), fs::copy_options::recursive);
        vfs.fail(
            [&](DiskCall call, long number) { return number == n ? code_of(fault, call) : 0; });
        const auto opened = Store::open(data_dir());
        const bool over = vfs.calls() < n;
        vfs.heal();
        if (!opened) expect_a_clear_error(opened.error());
        Store store = value_of(Store::open(data_dir()));
        EXPECT_THAT(value_of(store.check()).problems, IsEmpty());
        if (migrates) {
          EXPECT_EQ(value_of(store.messages(1)).at(0).content, "Said long ago");
        }
        if (over) break;
      }
    }
  }
}

TEST_F(Faults, of_locking_are_waited_for_and_then_said) {
  fill();
  FaultyVfs vfs;
  Store store = value_of(Store::open(data_dir()));
  vfs.fail(
      [](DiskCall call, long number) { return number < 3 ? code_of(Fault::kLocked, call) : 0; });
  EXPECT_TRUE(store.set_setting("a", "1")) << "somebody else was writing for a moment";
}

// A clock that jumps back must not turn the order of what was said.
TEST_F(Faults, of_the_clock_do_not_turn_conversations_around) {
  fill();
  {
    SQLite::Database database(data_dir() / "canter.db", SQLite::OPEN_READWRITE);
    database.exec("UPDATE messages SET created = created + 100000000");
    database.exec("UPDATE conversations SET updated = updated + 100000000");
  }
  Store store = value_of(Store::open(data_dir()));
  const auto turn = value_of(store.add_turn(1, 2, "Later, by an earlier clock", "m"));
  const auto branch = value_of(store.branch(turn.answer.id));
  ASSERT_EQ(branch.size(), 4u);
  EXPECT_EQ(branch[2].content, "Later, by an earlier clock");
  EXPECT_EQ(value_of(store.conversations()).front().id, 1) << "it was written in last";
}

}  // namespace
}  // namespace canter::test
