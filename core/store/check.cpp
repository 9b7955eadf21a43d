#include <sqlite3.h>

#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

using Problems = std::vector<std::string>;

void check_file(const SQLite::Database& database, Problems& problems) {
  SQLite::Statement integrity(database, "PRAGMA integrity_check");
  while (integrity.executeStep()) {
    const std::string finding = integrity.getColumn(0).getString();
    if (finding != "ok") problems.push_back("SQLite found: " + finding + ".");
  }
  SQLite::Statement references(database, "PRAGMA foreign_key_check");
  while (references.executeStep()) {
    problems.push_back("Row " + references.getColumn(1).getString() + " of table " +
                       references.getColumn(0).getString() + " refers to a missing row of table " +
                       references.getColumn(2).getString() + ".");
  }
}

/// `sql` selects pairs of ids; each is a problem, described by the words around them.
void check_pairs(const SQLite::Database& database, const char* sql, const char* before,
                 const char* between, const char* after, Problems& problems) {
  SQLite::Statement query(database, sql);
  while (query.executeStep()) {
    problems.push_back(before + query.getColumn(0).getString() + between +
                       query.getColumn(1).getString() + after);
  }
}

void check_trees(const SQLite::Database& database, Problems& problems) {
  check_pairs(database,
              "SELECT m.id, p.conversation FROM messages m JOIN messages p ON p.id = m.parent_id "
              "WHERE p.conversation <> m.conversation ORDER BY m.id",
              "Message ", " hangs below a message of the other conversation ", ".", problems);
  check_pairs(database,
              "SELECT c.id, c.head FROM conversations c JOIN messages m ON m.id = c.head "
              "WHERE m.conversation <> c.id ORDER BY c.id",
              "Conversation ", " shows message ", ", which is part of another one.", problems);
  check_pairs(database,
              "WITH RECURSIVE reached (id) AS (SELECT id FROM messages WHERE parent_id IS NULL "
              "OR parent_id NOT IN (SELECT id FROM messages) UNION ALL SELECT m.id FROM reached "
              "JOIN messages m ON m.parent_id = reached.id) SELECT id, conversation FROM messages "
              "WHERE id NOT IN (SELECT id FROM reached) ORDER BY id",
              "Message ", " of conversation ", " is among its own ancestors.", problems);
}

void check_documents(const SQLite::Database& database, Problems& problems) {
  SQLite::Statement statistics(database,
                               "SELECT id, statistics FROM messages WHERE statistics <> ''");
  while (statistics.executeStep()) {
    if (is_json_object(statistics.getColumn(1).getString())) continue;
    problems.push_back("The statistics of message " + statistics.getColumn(0).getString() +
                       " are no JSON object.");
  }
  SQLite::Statement settings(database, "SELECT key, value FROM settings");
  while (settings.executeStep()) {
    if (is_json(settings.getColumn(1).getString())) continue;
    problems.push_back("The value of setting '" + settings.getColumn(0).getString() +
                       "' is no JSON.");
  }
}

}  // namespace

Result<StoreReport> Store::check() {
  return state_->read("check the database", [&]() -> Result<StoreReport> {
    const SQLite::Database& database = state_->database;
    StoreReport report;
    try {
      // All of it sees the same state, even while another program writes.
      SQLite::Transaction transaction(state_->database);
      check_file(database, report.problems);
      check_trees(database, report.problems);
      check_documents(database, report.problems);
      report.conversations =
          state_->database.execAndGet("SELECT count(*) FROM conversations").getInt64();
      report.messages = state_->database.execAndGet("SELECT count(*) FROM messages").getInt64();
    } catch (const SQLite::Exception& error) {
      const int code = error.getErrorCode() & 0xff;
      if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB) throw;
      report.problems.push_back(
          "Parts of the file cannot be read, so this list may be incomplete.");
    }
    return report;
  });
}

}  // namespace canter
