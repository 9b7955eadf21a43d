#include "store/repair.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <chrono>

#include "base/file_lock.h"
#include "base/utc.h"
#include "store/connection.h"
#include "store/damaged_table.h"
#include "store/database_error.h"
#include "store/inspection.h"
#include "store/migrations.h"
#include "store/raw_rows.h"
#include "store/salvage.h"
#include "store/session.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCompanions[] = {"", "-wal", "-shm"};

fs::path with_suffix(const fs::path& file, const std::string& suffix) {
  fs::path path = file;
  path += suffix;
  return path;
}

/// Finished, but not yet in its place.
fs::path repaired_file(const fs::path& file) {
  return with_suffix(file, ".repaired");
}

bool is_ours(SQLite::Database& database) {
  return database.execAndGet("PRAGMA application_id").getInt64() == kApplicationId &&
         database.execAndGet("PRAGMA user_version").getInt64() <=
             schema_migrations().back().version;
}

/// A file whose first bytes are no database's may be anybody's.
bool holds_messages(const fs::path& file) {
  bool found = false;
  read_raw_records(file, [&](const RawRecord& record) {
    found = found || table_of(record) == RawTable::kMessages;
  });
  return found;
}

bool is_damaged(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored) || fs::file_size(file, ignored) == 0) return false;
  bool ours = false;
  try {
    SQLite::Database database = open_read_only(file);
    ours = is_ours(database);
    return ours && database.execAndGet("PRAGMA quick_check(1)").getString() != "ok";
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    if (code == SQLITE_NOTADB) return holds_messages(file);
    return code == SQLITE_CORRUPT || (ours && is_damage(error));
  }
}

Result<void> refuse_while_used(const fs::path& data_dir) {
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(sessions_folder(data_dir), none)) {
    const std::string token = entry.path().stem().string();
    if (entry.path().extension() != ".lock" || !is_session_token(token)) continue;
    auto lock = lock_session(data_dir, token);
    if (!lock) return propagate(lock);
    if (lock->held()) continue;
    return fail(ErrorKind::kDatabase,
                "cannot repair the damaged database in " + data_dir.string() +
                    ": another program has it open; close that program and start again");
  }
  return {};
}

/// Of a moment, as part of a file's name.
std::string stamp(fs::file_time_type time) {
  const auto system = std::chrono::file_clock::to_sys(time);
  const auto since = std::chrono::floor<std::chrono::seconds>(system).time_since_epoch();
  return utc_text(since.count(), "%Y%m%d-%H%M%S");
}

/// May be called again after an end at any moment: the finished file is there until all is done,
/// and what was set aside already has its name from it.
fs::path put_in_place(const fs::path& file) {
  const fs::path repaired = repaired_file(file);
  const fs::path kept = with_suffix(file, ".damaged-" + stamp(fs::last_write_time(repaired)));
  for (const char* companion : kCompanions) {
    const fs::path from = with_suffix(file, companion);
    if (fs::exists(from)) fs::rename(from, with_suffix(kept, companion));
  }
  fs::rename(repaired, file);
  return kept;
}

void remove_database(const fs::path& file) {
  for (const char* companion : kCompanions) fs::remove(with_suffix(file, companion));
}

/// The damaged database as one file: what its log holds is in it.
void copy_with_log(const fs::path& file, const fs::path& copy) {
  remove_database(copy);
  for (const char* companion : {"", "-wal"})
    if (const fs::path from = with_suffix(file, companion); fs::exists(from))
      fs::copy_file(from, with_suffix(copy, companion));
  try {
    SQLite::Database database(copy, SQLite::OPEN_READWRITE, kBusyTimeoutMs);
    database.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    fs::remove(with_suffix(copy, "-wal"));
  }
}

Salvaged build_anew(const fs::path& file, const fs::path& target) {
  const fs::path source = with_suffix(target, ".source");
  copy_with_log(file, source);
  remove_database(target);
  auto database = connect(target);
  if (!database) throw std::runtime_error(database.error().message);
  Salvaged salvaged = salvage(source, *database);
  database->exec("PRAGMA journal_mode = DELETE");  // one file, no companions
  remove_database(source);
  return salvaged;
}

}  // namespace

Result<std::optional<RepairReport>> repair_database(const fs::path& folder) {
  using Outcome = std::optional<RepairReport>;
  const fs::path file = folder / "canter.db";
  return guarded("repair the damaged database", file, [&]() -> Result<Outcome> {
    const fs::path repaired = repaired_file(file);
    if (!fs::exists(repaired) && !is_damaged(file)) return Outcome();
    auto lock = FileLock::try_acquire(folder / "repair.lock");
    if (!lock) return fail(ErrorKind::kDatabase, lock.error().message);
    if (!lock->held())
      return fail(ErrorKind::kDatabase, "the damaged database in " + folder.string() +
                                            " is being repaired by another program; start again "
                                            "when it is done");
    if (auto unused = refuse_while_used(folder); !unused) return propagate(unused);

    RepairReport report;
    if (fs::exists(repaired)) {
      report.changes = {"A repair that was interrupted has been finished."};
    } else {
      if (!is_damaged(file)) return Outcome();  // the other program was quicker
      const fs::path unfinished = with_suffix(repaired, ".partial");
      Salvaged salvaged = build_anew(file, unfinished);
      report.unreadable = salvaged.unreadable;
      report.changes = std::move(salvaged.changes);
      fs::rename(unfinished, repaired);
    }
    report.kept = put_in_place(file);
    SQLite::Database database = open_read_only(file);
    report.conversations = database.execAndGet("SELECT count(*) FROM conversations").getInt64();
    report.messages = database.execAndGet("SELECT count(*) FROM messages").getInt64();
    return Outcome(std::move(report));
  });
}

}  // namespace canter
