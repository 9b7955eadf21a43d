#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace canter {

/// The file, or what it lies on, is at fault, rather than what was asked.
bool is_damage(const SQLite::Exception& error);

/// Reads a table with integer ids whose pages may be damaged.
class DamagedTable {
 public:
  /// `columns`: expressions to select, the id first.
  DamagedTable(SQLite::Database& database, std::string table, std::string columns);

  using Row = std::function<void(const SQLite::Statement&)>;
  using Id = std::function<void(std::int64_t)>;
  /// Calls `take` for every row that can be read, in the order of ids, and `lose` for ids that
  /// cannot be, whether there ever was a row or not.
  void read(const Row& take, const Id& lose);

  /// The row with this id, if there is one. False when it cannot be read.
  bool read_at(std::int64_t id, const Row& take);

  /// No id above it was ever given.
  std::int64_t highest_id() const { return highest_; }

 private:
  enum class Step { kRow, kNone, kDamage };
  /// In one go from behind `after`, which becomes the last id read. False: a fault ended it.
  bool scan(std::int64_t& after, const Row& take);
  std::optional<SQLite::Statement> prepare(const char* where);
  static Step advance(SQLite::Statement& statement);

  SQLite::Database& database_;
  std::string table_;
  std::string columns_;
  std::int64_t highest_ = 0;
  std::optional<SQLite::Statement> scan_;
  std::optional<SQLite::Statement> lookup_;
};

}  // namespace canter
