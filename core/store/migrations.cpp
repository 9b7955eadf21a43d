#include "store/migrations.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <fstream>
#include <string>

namespace canter {
namespace {

namespace fs = std::filesystem;

// Ids are never used twice (AUTOINCREMENT), and a message is younger than its parent: ids alone
// order a branch, whatever the clock did. For the same reason `activity` orders conversations.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE conversations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  trashed INTEGER,
  head INTEGER,
  accelerate INTEGER NOT NULL DEFAULT 1 CHECK (accelerate IN (0, 1)),
  FOREIGN KEY (head, id) REFERENCES messages (id, conversation)
) STRICT;
CREATE INDEX conversations_by_activity ON conversations (activity);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation INTEGER NOT NULL REFERENCES conversations (id),
  parent_id INTEGER CHECK (parent_id < id),
  role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant')),
  content TEXT NOT NULL,
  status TEXT NOT NULL
    CHECK (status IN ('complete', 'streaming', 'stopped', 'interrupted', 'failed')),
  owner TEXT CHECK ((owner IS NOT NULL) = (status = 'streaming')),
  error TEXT NOT NULL DEFAULT '',
  model TEXT NOT NULL DEFAULT '',
  statistics TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL,
  UNIQUE (conversation, id),
  FOREIGN KEY (parent_id, conversation) REFERENCES messages (id, conversation)
) STRICT;
CREATE INDEX messages_by_parent ON messages (parent_id);
CREATE INDEX messages_by_owner ON messages (owner) WHERE owner IS NOT NULL;

CREATE TABLE models (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  added INTEGER NOT NULL,
  last_used INTEGER
) STRICT;

CREATE TABLE adapters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  fingerprint TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}',
  added INTEGER NOT NULL
) STRICT;
CREATE INDEX adapters_by_fingerprint ON adapters (fingerprint);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE measurements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL,
  machine TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX measurements_by_subject ON measurements (fingerprint, machine, kind);
)sql";

// What is searched is kept twice as trigrams, which find parts of words and text without spaces. An
// answer is added when it is finished: until then its text changes every second.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE conversations ADD COLUMN draft TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE messages ADD COLUMN trashed INTEGER;

CREATE TABLE presets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE comparisons (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  model TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  prompt TEXT NOT NULL,
  result TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE message_texts USING fts5 (
  content, content = 'messages', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO message_texts (rowid, content)
  SELECT id, content FROM messages WHERE status <> 'streaming';
CREATE TRIGGER message_added AFTER INSERT ON messages WHEN new.status <> 'streaming' BEGIN
  INSERT INTO message_texts (rowid, content) VALUES (new.id, new.content);
END;
CREATE TRIGGER message_finished AFTER UPDATE OF content, status ON messages
WHEN old.status = 'streaming' AND new.status <> 'streaming' BEGIN
  INSERT INTO message_texts (rowid, content) VALUES (new.id, new.content);
END;
CREATE TRIGGER message_changed AFTER UPDATE OF content, status ON messages
WHEN old.status <> 'streaming' BEGIN
  INSERT INTO message_texts (message_texts, rowid, content)
    VALUES ('delete', old.id, old.content);
  INSERT INTO message_texts (rowid, content)
    SELECT new.id, new.content WHERE new.status <> 'streaming';
END;
CREATE TRIGGER message_deleted AFTER DELETE ON messages WHEN old.status <> 'streaming' BEGIN
  INSERT INTO message_texts (message_texts, rowid, content)
    VALUES ('delete', old.id, old.content);
END;

CREATE VIRTUAL TABLE conversation_titles USING fts5 (
  title, content = 'conversations', content_rowid = 'id', tokenize = 'trigram');
INSERT INTO conversation_titles (rowid, title) SELECT id, title FROM conversations;
CREATE TRIGGER title_added AFTER INSERT ON conversations BEGIN
  INSERT INTO conversation_titles (rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversations BEGIN
  INSERT INTO conversation_titles (conversation_titles, rowid, title)
    VALUES ('delete', old.id, old.title);
  INSERT INTO conversation_titles (rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER title_deleted AFTER DELETE ON conversations BEGIN
  INSERT INTO conversation_titles (conversation_titles, rowid, title)
    VALUES ('delete', old.id, old.title);
END;
)sql";

constexpr const char* kVersion3 = R"sql(
ALTER TABLE conversations ADD COLUMN model TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN thinking TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN thinking_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN model_path TEXT NOT NULL DEFAULT '';
)sql";

constexpr const char* kVersion4 = R"sql(
CREATE TABLE folders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  collapsed INTEGER NOT NULL DEFAULT 0 CHECK (collapsed IN (0, 1)),
  created INTEGER NOT NULL
) STRICT;
ALTER TABLE conversations ADD COLUMN folder INTEGER REFERENCES folders (id) ON DELETE SET NULL;
CREATE INDEX conversations_by_folder ON conversations (folder) WHERE folder IS NOT NULL;
ALTER TABLE messages ADD COLUMN edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1));
)sql";

constexpr Migration kMigrations[] = {
    {1, kVersion1}, {2, kVersion2}, {3, kVersion3}, {4, kVersion4}};

constexpr std::size_t kKeptBackups = 3;

fs::path backup_of(const fs::path& file, std::int64_t version) {
  fs::path backup = file;
  backup += ".backup-v" + std::to_string(version);
  return backup;
}

/// Those of the newest versions before `version` stay.
void remove_old_backups(const fs::path& file, std::int64_t version) {
  std::size_t kept = 0;
  std::error_code ignored;
  for (; version > 0; --version)
    if (fs::exists(backup_of(file, version), ignored) && ++kept > kKeptBackups)
      fs::remove(backup_of(file, version), ignored);
}

// A second connection reads what the caller, who holds the write lock, is about to change.
void back_up(const fs::path& file, std::int64_t version) {
  const fs::path backup = backup_of(file, version);
  fs::path unfinished = backup;
  unfinished += ".partial";
  fs::remove(unfinished);
  std::ofstream(unfinished).close();
  fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write);
  {
    SQLite::Database source(file, SQLite::OPEN_READONLY, kBusyTimeoutMs);
    SQLite::Database target(unfinished, SQLite::OPEN_READWRITE);
    const int result = SQLite::Backup(target, source).executeStep();
    if (result != SQLITE_DONE) throw SQLite::Exception("the backup was not finished", result);
    target.exec("PRAGMA journal_mode = DELETE");  // one file, no companions
  }
  fs::rename(unfinished, backup);
  remove_old_backups(file, version);
}

}  // namespace

std::span<const Migration> schema_migrations() {
  return kMigrations;
}

Result<void> migrate(SQLite::Database& database, const fs::path& file,
                     std::span<const Migration> steps) {
  const auto version_now = [&] { return database.execAndGet("PRAGMA user_version").getInt64(); };
  // The usual case waits for nobody who writes.
  if (version_now() == steps.back().version) return {};

  bool safe = false;  // there is a backup, or there was nothing to lose
  for (const Migration& step : steps) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Asked again under the lock: another program may have been quicker.
    const std::int64_t version = version_now();
    if (version > steps.back().version) {
      return fail_newer_schema(file, version, steps.back().version);
    }
    if (version >= step.version) continue;
    if (version > 0 && !safe) back_up(file, version);
    safe = true;
    database.exec(step.sql);
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version = " + std::to_string(step.version));
    transaction.commit();
  }
  return {};
}

tl::unexpected<Error> fail_newer_schema(const fs::path& file, std::int64_t version, int newest) {
  return fail(ErrorKind::kDatabase,
              "cannot use " + file.string() + ": a newer Canter wrote it (schema version " +
                  std::to_string(version) + ", this program knows up to " + std::to_string(newest) +
                  ") and it was left untouched; update Canter, or choose another folder with "
                  "--data-dir");
}

}  // namespace canter
