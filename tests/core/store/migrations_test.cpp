#include "store/migrations.h"

#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr Migration kSteps[] = {
    {1, "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('first')"},
    {2, "ALTER TABLE notes ADD COLUMN colour TEXT"},
    {3, "INSERT INTO notes VALUES ('second', 'green')"},
};
constexpr Migration kBroken[] = {
    kSteps[0],
    kSteps[1],
    {3, "INSERT INTO notes VALUES ('lost', 'red'); INSERT INTO no_such_table VALUES (1)"},
};

class Migrations : public testing::Test {
 protected:
  fs::path file() const { return directory_.path() / "canter.db"; }
  SQLite::Database open() const {
    SQLite::Database database(file(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 1000);
    database.exec("PRAGMA journal_mode = WAL");
    return database;
  }
  static int version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
  }
  fs::path backup(int of_version) const {
    return file().string() + ".backup-v" + std::to_string(of_version);
  }

  TemporaryDirectory directory_;
};

TEST_F(Migrations, run_all_steps_on_a_new_file_and_need_no_backup) {
  SQLite::Database database = open();
  value_of(migrate(database, file(), kSteps));
  EXPECT_EQ(version(database), 3);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM notes").getInt(), 2);
  EXPECT_FALSE(fs::exists(backup(0)));
  EXPECT_FALSE(fs::exists(backup(1)));
}

TEST_F(Migrations, back_up_an_older_database_and_run_only_what_it_lacks) {
  SQLite::Database database = open();
  value_of(migrate(database, file(), std::span(kSteps).first(1)));
  value_of(migrate(database, file(), kSteps));
  EXPECT_EQ(version(database), 3);

  SQLite::Database old(backup(1), SQLite::OPEN_READONLY);
  EXPECT_EQ(version(old), 1);
  EXPECT_EQ(old.execAndGet("SELECT text FROM notes").getString(), "first");
  EXPECT_EQ(old.execAndGet("PRAGMA application_id").getInt64(), kApplicationId);
  EXPECT_EQ(fs::status(backup(1)).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_FALSE(fs::exists(backup(2))) << "one backup is enough for one upgrade";
  EXPECT_FALSE(fs::exists(backup(1).string() + ".partial"));
}

TEST_F(Migrations, keep_the_newest_three_backups) {
  SQLite::Database database = open();
  constexpr int kVersions = 6;
  std::vector<Migration> steps;
  for (int number = 1; number <= kVersions; ++number) {
    steps.push_back({number, number == 1 ? kSteps[0].sql : "SELECT 1"});
    value_of(migrate(database, file(), steps));
  }
  for (int number = 1; number < kVersions; ++number)
    EXPECT_EQ(fs::exists(backup(number)), number >= kVersions - 3) << number;
}

TEST_F(Migrations, do_nothing_to_a_database_that_is_up_to_date) {
  SQLite::Database database = open();
  value_of(migrate(database, file(), kSteps));
  const int changes = database.getTotalChanges();
  value_of(migrate(database, file(), kSteps));
  EXPECT_EQ(database.getTotalChanges(), changes);
  EXPECT_FALSE(fs::exists(backup(3)));
}

TEST_F(Migrations, that_fail_leave_the_last_finished_step) {
  SQLite::Database database = open();
  value_of(migrate(database, file(), std::span(kSteps).first(1)));
  EXPECT_THROW((void)migrate(database, file(), kBroken), SQLite::Exception);
  EXPECT_EQ(version(database), 2);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM notes").getInt(), 1);
  EXPECT_TRUE(fs::exists(backup(1)));

  value_of(migrate(database, file(), kSteps));
  EXPECT_EQ(version(database), 3);
}

TEST_F(Migrations, refuse_a_newer_database) {
  SQLite::Database database = open();
  value_of(migrate(database, file(), kSteps));
  auto result = migrate(database, file(), std::span(kSteps).first(2));
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message, HasSubstr("schema version 3"));
  EXPECT_EQ(version(database), 3);
}

TEST_F(Migrations, of_the_schema_are_numbered_without_a_gap) {
  int expected = 1;
  for (const Migration& step : schema_migrations()) EXPECT_EQ(step.version, expected++);
  EXPECT_EQ(schema_migrations().back().version, Store::kSchemaVersion);
}

}  // namespace
}  // namespace canter::test
