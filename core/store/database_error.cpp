#include "store/database_error.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>

namespace canter {
namespace {

std::string reason_and_remedy(const SQLite::Exception& cause) {
  switch (cause.getErrorCode() & 0xff) {
    case SQLITE_FULL:
      return "the disk is full; free some space and try again, nothing saved before is lost";
    case SQLITE_IOERR:
      return "the disk refused to read or write; check its free space and its health and try "
             "again, nothing saved before is lost";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "the folder or the file cannot be written to; allow it, or choose another folder "
             "with --data-dir";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program keeps it locked; close that program or try again in a moment";
    case SQLITE_CORRUPT:
      return "the file is damaged and was left untouched; do not delete it, put a backup in its "
             "place or choose another folder with --data-dir";
    case SQLITE_NOTADB:
      return "the file is no database and was left untouched; move it away, or choose another "
             "folder with --data-dir";
    case SQLITE_TOOBIG:
      return "the text is larger than a database can hold; shorten it";
    default:
      return std::string(cause.what()) + "; run `canter-cli db check` to learn more";
  }
}

}  // namespace

tl::unexpected<Error> database_failure(std::string_view action, const std::filesystem::path& file,
                                       const std::exception& cause) {
  std::string message = "cannot ";
  message += action;
  if (!file.empty()) message += " in " + file.string();
  message += ": ";
  if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&cause)) {
    message += reason_and_remedy(*sqlite);
  } else {
    message += std::string(cause.what()) + "; try again, or choose another folder with --data-dir";
  }
  std::replace(message.begin(), message.end(), '\n', ' ');
  return fail(ErrorKind::kDatabase, std::move(message));
}

}  // namespace canter
