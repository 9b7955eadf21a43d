#include <fstream>
#include <thread>
#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class Opening : public StoreTest {
 protected:
  /// The error of opening, after making sure that every file stayed as it was.
  Error refusal() const {
    const auto before = files_in(data_dir());
    auto store = Store::open(data_dir());
    EXPECT_FALSE(store.has_value());
    EXPECT_TRUE(files_in(data_dir()) == before) << "a refused file was changed";
    return store ? Error{} : store.error();
  }

  void fill_with(const std::string& bytes) const {
    fs::create_directories(data_dir());
    std::ofstream(file(), std::ios::binary) << bytes;
  }
};

TEST_F(Opening, creates_a_folder_and_files_that_only_the_owner_can_read) {
  Store store = open();
  value_of(store.create_conversation());
  EXPECT_EQ(fs::status(data_dir()).permissions(), fs::perms::owner_all);
  EXPECT_EQ(fs::status(data_dir() / "sessions").permissions(), fs::perms::owner_all);
  for (const char* name : {"canter.db", "canter.db-wal", "canter.db-shm"}) {
    EXPECT_EQ(fs::status(data_dir() / name).permissions(),
              fs::perms::owner_read | fs::perms::owner_write)
        << name;
  }
}

TEST_F(Opening, leaves_the_permissions_of_an_existing_folder_alone) {
  fs::create_directories(data_dir());
  const fs::perms before = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec;
  fs::permissions(data_dir(), before);
  open();
  EXPECT_EQ(fs::status(data_dir()).permissions(), before);
}

TEST_F(Opening, keeps_what_was_written) {
  ConversationId id = 0;
  {
    Store store = open();
    id = value_of(store.create_conversation()).id;
    value_of(store.rename_conversation(id, "Kept"));
  }
  EXPECT_EQ(value_of(open().conversation(id)).title, "Kept");
}

TEST_F(Opening, takes_an_empty_file_for_a_new_database) {
  fill_with("");
  EXPECT_EQ(value_of(open().conversations()).size(), 0u);
}

TEST_F(Opening, marks_the_file_and_writes_ahead) {
  open();
  SQLite::Database database = raw();
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), Store::kSchemaVersion);
  EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), 0x436e7472);
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST_F(Opening, works_in_a_folder_with_unusual_characters) {
  const fs::path folder = data_dir() / "50% of #1? ünï çø\xff";
  value_of(value_of(Store::open(folder)).create_conversation());
  EXPECT_EQ(value_of(value_of(Store::open(folder)).conversations()).size(), 1u);
  EXPECT_TRUE(fs::exists(folder / "canter.db"));
}

TEST_F(Opening, says_that_the_data_folder_is_a_file) {
  fs::create_directories(data_dir().parent_path());
  std::ofstream(data_dir()) << "I was here first";
  auto store = Store::open(data_dir());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, ErrorKind::kDatabase);
  EXPECT_THAT(store.error().message,
              AllOf(HasSubstr(data_dir().string()), HasSubstr("--data-dir")));
  auto below = Store::open(data_dir() / "deeper");
  ASSERT_FALSE(below);
  EXPECT_EQ(below.error().kind, ErrorKind::kDatabase);
}

TEST_F(Opening, says_that_the_database_is_a_folder) {
  fs::create_directories(file());
  const Error error = refusal();
  EXPECT_EQ(error.kind, ErrorKind::kDatabase);
  EXPECT_THAT(error.message, AllOf(HasSubstr(file().string()), HasSubstr("--data-dir")));
}

TEST_F(Opening, leaves_a_file_that_is_no_database_untouched) {
  for (const std::string& garbage :
       {std::string("x"), std::string(300, 'y'), std::string(100'000, 'z')}) {
    fill_with(garbage);
    const Error error = refusal();
    EXPECT_EQ(error.kind, ErrorKind::kDatabase);
    EXPECT_THAT(error.message, AllOf(HasSubstr("no database"), HasSubstr("untouched")));
  }
}

TEST_F(Opening, leaves_a_truncated_database_untouched) {
  {
    Store store = open();
    for (int i = 0; i < 50; ++i) value_of(store.create_conversation());
  }
  const std::string whole = files_in(data_dir())["canter.db"];
  fs::resize_file(file(), whole.size() / 2);
  const Error error = refusal();
  EXPECT_EQ(error.kind, ErrorKind::kDatabase);
  EXPECT_THAT(error.message, AllOf(HasSubstr("damaged"), HasSubstr("do not delete")));
}

TEST_F(Opening, leaves_an_emptied_database_with_a_log_untouched) {
  in_another_process([&] {
    Store store = open();
    value_of(store.create_conversation());
    die();
  });
  fs::resize_file(file(), 0);
  EXPECT_THAT(refusal().message, AllOf(HasSubstr("empty"), HasSubstr("canter.db-wal")));
}

TEST_F(Opening, leaves_a_database_of_a_newer_version_untouched) {
  open();
  raw().exec("PRAGMA user_version = 7");
  const Error error = refusal();
  EXPECT_EQ(error.kind, ErrorKind::kDatabase);
  EXPECT_THAT(error.message, AllOf(HasSubstr("version 7"), HasSubstr("up to 4"),
                                   HasSubstr("untouched"), HasSubstr("update Canter")));
}

TEST_F(Opening, leaves_a_database_untouched_whose_newer_version_is_still_in_the_log) {
  in_another_process([&] {
    open();
    SQLite::Database database = raw();
    database.exec("PRAGMA user_version = 7");
    die();
  });
  ASSERT_GT(fs::file_size(data_dir() / "canter.db-wal"), 0u);
  EXPECT_THAT(refusal().message, HasSubstr("version 7"));
}

TEST_F(Opening, leaves_a_database_of_another_program_untouched) {
  fs::create_directories(data_dir());
  {
    SQLite::Database other(file(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE recipes (name TEXT)");
  }
  EXPECT_THAT(refusal().message, AllOf(HasSubstr("another program"), HasSubstr("untouched")));
  SQLite::Database(file(), SQLite::OPEN_READWRITE).exec("PRAGMA application_id = 1234");
  EXPECT_THAT(refusal().message, HasSubstr("another program"));
}

TEST_F(Opening, recovers_what_was_committed_before_a_crash) {
  in_another_process([&] {
    Store store = open();
    const auto id = value_of(store.create_conversation()).id;
    value_of(store.add_turn(id, {}, "Still here?", "m"));
    die();
  });
  Store store = open();
  EXPECT_EQ(value_of(store.messages(1)).at(0).content, "Still here?");
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(Opening, works_after_a_crash_that_left_no_more_of_the_log_than_its_beginning) {
  value_of(open().create_conversation());
  in_another_process([&] {
    Store store = open();
    value_of(store.create_conversation());
    die();
  });
  fs::resize_file(data_dir() / "canter.db-wal", 32);
  Store store = open();
  EXPECT_EQ(value_of(store.conversations()).size(), 1u);
  value_of(store.create_conversation());
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(Opening, leaves_a_newer_database_untouched_beside_the_beginning_of_a_log) {
  in_another_process([&] {
    { Store store = open(); }
    SQLite::Database database = raw();
    database.exec("PRAGMA user_version = 7; PRAGMA wal_checkpoint; PRAGMA user_version = 7");
    die();
  });
  fs::resize_file(data_dir() / "canter.db-wal", 32);
  EXPECT_THAT(refusal().message, HasSubstr("version 7"));
}

TEST_F(Opening, works_for_many_programs_and_threads_at_once_on_a_new_folder) {
  std::vector<pid_t> children;
  for (int i = 0; i < 6; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      std::vector<std::thread> threads;
      for (int thread = 0; thread < 2; ++thread) {
        threads.emplace_back([&] {
          auto store = Store::open(data_dir());
          if (!store || !store->create_conversation()) _exit(1);
        });
      }
      for (std::thread& thread : threads) thread.join();
      _exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(value_of(open().conversations()).size(), 12u);
}

}  // namespace
}  // namespace canter::test
