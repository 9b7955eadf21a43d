#include <SQLiteCpp/Database.h>
#include <spdlog/fmt/fmt.h>

#include <filesystem>

#include "crash/phase.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;

/// What must be the same before and after.
struct Content {
  std::int64_t version = 0;
  std::int64_t messages = 0;
  std::string digest;

  bool operator==(const Content&) const = default;
};

Content content_of(const fs::path& file) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  require(database.execAndGet("PRAGMA integrity_check").getString() == "ok",
          file.filename().string() + " is damaged");
  Content content;
  content.version = database.execAndGet("PRAGMA user_version").getInt64();
  content.messages = database.execAndGet("SELECT count(*) FROM messages").getInt64();
  content.digest =
      database
          .execAndGet(
              "SELECT json_group_array(json_array(id, conversation, parent_id, role, "
              "length(content), substr(content, -40))) FROM messages")
          .getString() +
      database
          .execAndGet(
              "SELECT json_group_array(json_array(id, title, trashed)) "
              "FROM conversations")
          .getString() +
      database.execAndGet("SELECT json_group_array(json_array(key, value)) FROM settings")
          .getString();
  return content;
}

/// A database of the first schema, killed on its way to today's.
class Migrating : public Phase {
 public:
  explicit Migrating(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "migration"; }

  void prepare() override {
    const fs::path folder = rig_.fresh_folder("old");
    old_ = folder / "canter.db";
    fs::copy_file(rig_.setup().test_data / "databases" / "schema-1.db", old_);
    {
      SQLite::Database database(old_, SQLite::OPEN_READWRITE);
      database.exec(fmt::format(
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
          "INSERT INTO messages (conversation, role, content, status, created) "
          "SELECT (SELECT min(id) FROM conversations), 'user', "
          "'Note ' || i || ' ' || hex(i * 7919), 'complete', i FROM n",
          rig_.setup().old_messages));
    }
    before_ = content_of(old_);
    const fs::path data = begin();
    const auto began = std::chrono::steady_clock::now();
    require(rig_.run({"db", "check"}, data).exit_code == 0, "the old database is not sound");
    duration_ = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
    require(content_of(data / "canter.db").digest == before_.digest, "migration changes messages");
  }

  bool kill_once() override {
    const fs::path data = begin();
    const bool chat = rig_.below(2) == 0;
    Victim victim(
        rig_.setup().program,
        chat ? Arguments{"chat", "--model", rig_.setup().model} : Arguments{"db", "check"}, data);
    victim.run_for(rig_.time_below(duration_));
    if (!victim.kill()) return false;

    const fs::path copy = rig_.fresh_folder("look");
    for (const char* name : {"canter.db", "canter.db-wal"})
      if (fs::exists(data / name)) fs::copy_file(data / name, copy / name);
    const Content left = content_of(copy / "canter.db");
    require(left.digest == before_.digest, "the kill changed messages");
    (left.version == before_.version ? old_left_ : new_left_) += 1;
    const fs::path backup = data / ("canter.db.backup-v" + std::to_string(before_.version));
    if (left.version > before_.version || fs::exists(backup))
      require(content_of(backup) == before_, "the backup is not what was there before");

    fs::create_directories(data / "sessions");
    rig_.examine(data, chat ? Rig::Restart::kChat : Rig::Restart::kStore);
    const Content after = content_of(data / "canter.db");
    require(after.version == Store::kSchemaVersion, "the next start did not migrate");
    require(after.digest == before_.digest, "messages are not the same after migration");
    require(content_of(backup) == before_, "the backup is not what was there before");
    return true;
  }

  std::string seen() const override {
    return fmt::format("{} messages each; left as they were {}, migrated {}", before_.messages,
                       old_left_, new_left_);
  }

 private:
  fs::path begin() const {
    const fs::path data = rig_.fresh_folder("migration");
    fs::copy_file(old_, data / "canter.db");
    return data;
  }

  Rig& rig_;
  fs::path old_;
  Content before_;
  milliseconds duration_{};
  int old_left_ = 0;
  int new_left_ = 0;
};

}  // namespace

std::unique_ptr<Phase> migration(Rig& rig) {
  return std::make_unique<Migrating>(rig);
}

}  // namespace canter::crash
