#include "store/connection.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <chrono>
#include <mutex>
#include <system_error>
#include <thread>

#include "store/database_error.h"
#include "store/inspection.h"
#include "store/migrations.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

// Leaving the rollback journal needs the file for oneself, and SQLite does not wait for that by
// itself: two programs may meet here on a new file.
void enter_wal_mode(SQLite::Database& database) {
  using std::chrono::milliseconds;
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + milliseconds(kBusyTimeoutMs);
  for (;;) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& error) {
      if ((error.getErrorCode() & 0xff) != SQLITE_BUSY || Clock::now() > deadline) throw;
    }
    std::this_thread::sleep_for(milliseconds(5));
  }
}

}  // namespace

Result<void> make_private_folder(const fs::path& folder) {
  std::error_code error;
  const bool created = fs::create_directories(folder, error);
  if (!error && created) fs::permissions(folder, fs::perms::owner_all, error);
  if (!error && !fs::is_directory(folder, error) && !error) {
    error = std::make_error_code(std::errc::not_a_directory);
  }
  if (!error) return {};
  return fail(ErrorKind::kDatabase, "cannot create the data folder " + folder.string() + ": " +
                                        error.message() + "; choose another one with --data-dir");
}

Result<SQLite::Database> connect(const fs::path& file) {
  // Within this process nobody inspects a file that somebody else is just creating.
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  return guarded("open the database", file, [&]() -> Result<SQLite::Database> {
    const int newest = schema_migrations().back().version;
    if (auto fit = inspect_database(file, newest); !fit) return propagate(fit);
    const bool created = !fs::exists(file);
    SQLite::Database database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs);
    // Still empty; the files that SQLite puts beside it take over its permissions.
    if (created) fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    enter_wal_mode(database);
    // Durable when it returns; the second is for macOS, where fsync() alone does not reach the
    // disk.
    database.exec("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON");
    if (auto done = migrate(database, file, schema_migrations()); !done) return propagate(done);
    database.exec("PRAGMA foreign_keys = ON");
    return database;
  });
}

}  // namespace canter
