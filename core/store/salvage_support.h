#pragma once

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

namespace canter {

/// Runs it. False for a row that its table cannot hold, whatever the reason.
inline bool was_inserted(SQLite::Statement& insert) {
  try {
    return insert.exec() > 0;
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xff) != SQLITE_CONSTRAINT) throw;
    return false;
  }
}

}  // namespace canter
