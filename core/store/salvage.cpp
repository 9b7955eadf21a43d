#include "store/salvage.h"

#include <SQLiteCpp/Transaction.h>

#include <optional>
#include <set>

#include "store/damaged_table.h"
#include "store/inspection.h"
#include "store/raw_rows.h"
#include "store/salvage_support.h"
#include "store/text.h"

namespace canter {
namespace {

constexpr const char* kTables[] = {"folders", "models",       "adapters",
                                   "presets", "measurements", "comparisons"};

using Ids = std::set<std::int64_t>;

std::set<std::string> columns_of(SQLite::Database& database, const std::string& table) {
  std::set<std::string> columns;
  SQLite::Statement info(database, "SELECT name FROM pragma_table_info(?)");
  info.bind(1, table);
  while (info.executeStep()) columns.insert(info.getColumn(0).getString());
  return columns;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void bind_copy(SQLite::Statement& insert, int index, const SQLite::Column& value) {
  if (value.isInteger()) {
    insert.bind(index, value.getInt64());
  } else if (value.isFloat()) {
    insert.bind(index, value.getDouble());
  } else if (value.isText()) {
    const auto text = storable_text(value.getString());
    insert.bind(index, text ? *text : std::string());
  } else if (value.isNull()) {
    insert.bind(index);
  } else {
    insert.bind(index, value.getBlob(), value.getBytes());
  }
}

/// Puts rows of one table into another of the same name.
class Copy {
 public:
  /// `target` must outlive it.
  Copy(SQLite::Database& damaged, SQLite::Database& target, const std::string& table) {
    const std::set<std::string> there = columns_of(damaged, table);
    if (!there.contains("id")) return;
    columns_ = {"id"};
    for (const std::string& column : columns_of(target, table))
      if (column != "id" && there.contains(column)) columns_.push_back(column);
    std::string marks = "?";
    for (std::size_t i = 1; i < columns_.size(); ++i) marks += ", ?";
    insert_.emplace(target, "INSERT OR IGNORE INTO " + table + " (" + joined(columns_) +
                                ") VALUES (" + marks + ")");
  }

  /// The damaged database has the table.
  bool possible() const { return insert_.has_value(); }
  std::string columns() const { return joined(columns_); }
  bool put(const SQLite::Statement& row) {
    insert_->tryReset();  // also after a row that was not taken
    for (int i = 0; i < int(columns_.size()); ++i) bind_copy(*insert_, i + 1, row.getColumn(i));
    return was_inserted(*insert_);
  }

 private:
  std::vector<std::string> columns_;
  std::optional<SQLite::Statement> insert_;
};

// New ids must not meet references to old ones, as those in exports.
void keep_ids_apart(SQLite::Database& target, const std::string& table, std::int64_t highest) {
  SQLite::Statement update(target, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?");
  update.bind(1, highest);
  update.bind(2, table);
  update.exec();
}

/// Returns the ids of rows that could not be copied.
Ids copy_table(SQLite::Database& damaged, SQLite::Database& target, const std::string& table) {
  Ids lost;
  Copy copy(damaged, target, table);
  if (!copy.possible()) return lost;
  DamagedTable rows(damaged, table, copy.columns());
  rows.read(
      [&](const SQLite::Statement& row) {
        if (!copy.put(row)) lost.insert(row.getColumn(0).getInt64());
      },
      [&](std::int64_t id) { lost.insert(id); });
  keep_ids_apart(target, table, rows.highest_id());
  return lost;
}

// A long text lies on pages of its own; the place of the message in its conversation is often
// still known.
void put_without_text(DamagedTable& rows, SQLite::Database& target, std::int64_t id) {
  rows.read_at(id, [&](const SQLite::Statement& row) {
    SQLite::Statement insert(
        target,
        "INSERT OR IGNORE INTO messages (id, conversation, parent_id, role, content, status, "
        "error, created) VALUES (?1, ?2, ?3, ?4, '', 'failed', 'This message was damaged on the "
        "disk and could not be read.', coalesce((SELECT created FROM messages WHERE id < ?1 ORDER "
        "BY id DESC LIMIT 1), 0))");
    for (int i = 0; i < 4; ++i) bind_copy(insert, i + 1, row.getColumn(i));
    was_inserted(insert);
  });
}

// Keys are words: from both ends, what lies between two faults is lost.
void copy_settings(SQLite::Database& damaged, SQLite::Database& target) {
  for (const char* order : {"ASC", "DESC"}) {
    try {
      SQLite::Statement rows(damaged,
                             std::string("SELECT key, value FROM settings ORDER BY key ") + order);
      while (rows.executeStep()) {
        SQLite::Statement insert(target, "INSERT OR IGNORE INTO settings VALUES (?, ?)");
        bind_copy(insert, 1, rows.getColumn(0));
        bind_copy(insert, 2, rows.getColumn(1));
        was_inserted(insert);
      }
    } catch (const SQLite::Exception& error) {
      if (!is_damage(error)) throw;
    }
  }
}

void change(SQLite::Database& target, const char* sql, const std::string& before,
            const std::string& behind, std::vector<std::string>& changes) {
  if (const int rows = target.exec(sql); rows > 0)
    changes.push_back(before + std::to_string(rows) + behind);
}

void name_lost_conversations(SQLite::Database& target) {
  SQLite::Statement lost(target, "SELECT id FROM conversations WHERE title = ''");
  while (lost.executeStep()) {
    SQLite::Statement first(target,
                            "SELECT content FROM messages WHERE conversation = ? AND role = 'user' "
                            "AND content <> '' ORDER BY id LIMIT 1");
    first.bind(1, lost.getColumn(0).getInt64());
    if (!first.executeStep()) continue;
    SQLite::Statement name(target, "UPDATE conversations SET title = ? WHERE id = ?");
    name.bind(1, title_from_text(first.getColumn(0).getString()));
    name.bind(2, lost.getColumn(0).getInt64());
    name.exec();
  }
}

void mend(SQLite::Database& target, std::vector<std::string>& changes) {
  target.exec(
      "UPDATE messages SET status = 'interrupted', owner = NULL WHERE status = 'streaming'");
  change(target,
         "INSERT INTO conversations (id, created, updated, activity) SELECT conversation, "
         "min(created), max(created), (SELECT coalesce(max(activity), 0) FROM conversations) + "
         "conversation FROM messages WHERE conversation NOT IN (SELECT id FROM conversations) "
         "GROUP BY conversation",
         "", " chat(s) had lost title and settings.", changes);
  name_lost_conversations(target);
  change(target,
         "UPDATE messages SET parent_id = (SELECT max(p.id) FROM messages p WHERE p.conversation = "
         "messages.conversation AND p.id < messages.id) WHERE parent_id IS NOT NULL AND NOT EXISTS "
         "(SELECT 1 FROM messages p WHERE p.id = messages.parent_id AND p.conversation = "
         "messages.conversation)",
         "", " message(s) follow another one than before, since that one is lost.", changes);
  change(target,
         "UPDATE conversations SET head = (SELECT max(id) FROM messages WHERE conversation = "
         "conversations.id AND trashed IS NULL) WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE "
         "m.id = head AND m.conversation = conversations.id) AND EXISTS (SELECT 1 FROM messages m "
         "WHERE m.conversation = conversations.id AND m.trashed IS NULL)",
         "", " chat(s) end with another message than before.", changes);
  change(target,
         "UPDATE conversations SET folder = NULL WHERE folder NOT IN (SELECT id FROM folders)", "",
         " chat(s) are in no folder any more, since theirs is lost.", changes);
  target.exec("UPDATE conversations SET head = NULL WHERE head NOT IN (SELECT id FROM messages)");
  change(target,
         "UPDATE messages SET statistics = '' WHERE statistics <> '' AND NOT "
         "json_valid(statistics)",
         "", " answer(s) lost their figures.", changes);
  change(target, "UPDATE conversations SET settings = '{}' WHERE NOT json_valid(settings)", "",
         " chat(s) lost their settings.", changes);
  change(target, "DELETE FROM settings WHERE NOT json_valid(value)", "",
         " setting(s) are as in the beginning.", changes);
}

std::optional<SQLite::Database> open_damaged(const std::filesystem::path& file) {
  try {
    SQLite::Database database = open_read_only(file);
    // The schema's own text may be damaged for tables that nobody asks for.
    database.exec("PRAGMA writable_schema = ON");
    database.execAndGet("SELECT count(*) FROM sqlite_schema");
    return database;
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    return std::nullopt;
  }
}

}  // namespace

Salvaged salvage(const std::filesystem::path& file, SQLite::Database& target) {
  target.exec("PRAGMA foreign_keys = OFF");
  SQLite::Transaction transaction(target, SQLite::TransactionBehavior::IMMEDIATE);
  Salvaged result;
  Ids conversations, messages;
  auto damaged = open_damaged(file);
  if (damaged) {
    for (const char* table : kTables)
      result.unreadable += std::int64_t(copy_table(*damaged, target, table).size());
    copy_settings(*damaged, target);
    conversations = copy_table(*damaged, target, "conversations");
    messages = copy_table(*damaged, target, "messages");
  }
  read_raw_records(file, [&](const RawRecord& record) {
    const auto table = table_of(record);
    if (!table || !put_raw_row(target, *table, record)) return;
    (table == RawTable::kMessages ? messages : conversations).erase(record.rowid);
  });
  if (damaged && !messages.empty()) {
    DamagedTable places(*damaged, "messages", "id, conversation, parent_id, role");
    for (const std::int64_t id : messages) put_without_text(places, target, id);
  }
  result.unreadable += std::int64_t(conversations.size() + messages.size());
  mend(target, result.changes);
  transaction.commit();
  return result;
}

}  // namespace canter
