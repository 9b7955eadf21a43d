#include "store/database_error.h"

#include <SQLiteCpp/Exception.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <stdexcept>
#include <string>

namespace canter::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string message_for(int code) {
  return database_failure("save a message", "/data/canter.db", SQLite::Exception("why", code))
      .value()
      .message;
}

TEST(DatabaseError, says_what_failed_and_where) {
  EXPECT_THAT(message_for(SQLITE_ERROR),
              AllOf(HasSubstr("cannot save a message in /data/canter.db: why")));
}

TEST(DatabaseError, of_a_full_disk_says_that_nothing_was_lost) {
  for (const int code : {SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_WRITE}) {
    EXPECT_THAT(message_for(code), AllOf(HasSubstr("free"), HasSubstr("nothing saved before")));
  }
}

TEST(DatabaseError, of_a_protected_folder_offers_another_one) {
  for (const int code : {SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN}) {
    EXPECT_THAT(message_for(code), AllOf(HasSubstr("cannot be written"), HasSubstr("--data-dir")));
  }
}

TEST(DatabaseError, of_a_locked_file_names_the_other_program) {
  for (const int code : {SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED}) {
    EXPECT_THAT(message_for(code), AllOf(HasSubstr("another program"), HasSubstr("try again")));
  }
}

TEST(DatabaseError, of_a_damaged_file_warns_against_deleting_it) {
  EXPECT_THAT(message_for(SQLITE_CORRUPT),
              AllOf(HasSubstr("untouched"), HasSubstr("do not delete")));
  EXPECT_THAT(message_for(SQLITE_NOTADB), AllOf(HasSubstr("untouched"), HasSubstr("no database")));
}

TEST(DatabaseError, is_one_line) {
  EXPECT_THAT(database_failure("read", "/x", std::runtime_error("two\nlines")).value().message,
              Not(HasSubstr("\n")));
}

TEST(DatabaseError, of_anything_thrown_is_a_value) {
  const auto nothing = guarded("read", "/x", []() -> Result<int> { throw std::bad_alloc(); });
  EXPECT_EQ(nothing.error().kind, ErrorKind::kTooLarge);
  const auto other = guarded("read", "/x", []() -> Result<int> { throw std::length_error("?"); });
  EXPECT_EQ(other.error().kind, ErrorKind::kDatabase);
}

}  // namespace
}  // namespace canter::test
