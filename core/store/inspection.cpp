#include "store/inspection.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <system_error>
#include <thread>

#include "store/migrations.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kSmallestPage = 512;
constexpr std::uintmax_t kLogHeader = 32;
constexpr int kAttempts = 5;

std::string sqlite_uri(const fs::path& file, const char* parameters) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char character : fs::absolute(file).generic_string()) {
    const auto byte = static_cast<unsigned char>(character);
    const bool reserved = byte <= ' ' || byte >= 0x7f || byte == '%' || byte == '?' || byte == '#';
    if (reserved) {
      uri += '%';
      uri += kHex[byte >> 4];
      uri += kHex[byte & 15];
    } else {
      uri += character;
    }
  }
  return uri + '?' + parameters;
}

struct Identity {
  std::int64_t application = 0;
  std::int64_t version = 0;
  bool empty = true;
};

fs::path companion(const fs::path& file, const char* suffix) {
  fs::path path = file;
  path += suffix;
  return path;
}

bool is_there(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

std::uintmax_t size_or_zero(const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  return error ? 0 : size;
}

/// How to read without leaving a trace. What was committed last may be in the log only; the log's
/// index is then rebuilt in memory, so that the one on disk stays as it is. Without a log nobody
/// has the file open, and no lock is needed; what a program does to the file that has just begun a
/// log is nothing. One that was killed there leaves the header alone, of which SQLite can rebuild
/// no index in memory: it tries again until it gives up (SQLITE_PROTOCOL).
const char* parameters_for(const fs::path& file) {
  const fs::path log = companion(file, "-wal");
  if (!is_there(log) || size_or_zero(log) == kLogHeader) return "immutable=1";
  return is_there(companion(file, "-shm")) ? "mode=ro&readonly_shm=1" : "mode=ro";
}

// Only SQLite may open the file: closing a descriptor of one's own would drop the locks that other
// connections of this process hold on it.
Identity identify_once(const fs::path& file) {
  SQLite::Database database = open_read_only(file);
  return {database.execAndGet("PRAGMA application_id").getInt64(),
          database.execAndGet("PRAGMA user_version").getInt64(),
          database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64() == 0};
}

// Another program that opens or closes the database at this moment makes its companions come and
// go; a fault of the file itself is there again the next time.
Identity identify(const fs::path& file) {
  for (int attempt = 1; attempt < kAttempts; ++attempt) {
    try {
      return identify_once(file);
    } catch (const SQLite::Exception&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  return identify_once(file);
}

Result<void> judge(const fs::path& file, const Identity& identity, int newest) {
  if (!identity.empty && identity.application != kApplicationId) {
    return fail(ErrorKind::kDatabase,
                "cannot use " + file.string() +
                    ": it is a database of another program and was left untouched; move it away, "
                    "or choose another folder with --data-dir");
  }
  if (identity.version > newest) return fail_newer_schema(file, identity.version, newest);
  return {};
}

}  // namespace

SQLite::Database open_read_only(const fs::path& file) {
  return SQLite::Database(sqlite_uri(file, parameters_for(file)),
                          SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyTimeoutMs);
}

Result<void> inspect_database(const fs::path& file, int newest) {
  // In this order: a program that creates the database fills the file before the log.
  const fs::path log = companion(file, "-wal");
  const bool logged = size_or_zero(log) > 0;
  const std::uintmax_t size = size_or_zero(file);
  if (size == 0 && logged) {
    // SQLite would take the file for a new one and throw the log away.
    return fail(ErrorKind::kDatabase,
                "cannot use " + file.string() + ": it is empty although " +
                    log.filename().string() +
                    " beside it is not, so something damaged it; both were left untouched, put a "
                    "backup in their place or choose another folder with --data-dir");
  }
  if (size == 0) return {};
  // SQLite would take what is shorter than any page for a new file and write over it.
  if (size < kSmallestPage) throw SQLite::Exception("the file is too short", SQLITE_NOTADB);
  return judge(file, identify(file), newest);
}

}  // namespace canter
