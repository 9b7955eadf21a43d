#include "store/damaged_table.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace canter {
namespace {

// Looking for a row that is not there takes about a microsecond; with this many, some seconds.
constexpr std::int64_t kMostLookups = 2'000'000;

std::int64_t number(SQLite::Database& database, const std::string& query) {
  try {
    return database.execAndGet(query).getInt64();
  } catch (const SQLite::Exception&) {
    return 0;
  }
}

}  // namespace

bool is_damage(const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xff;
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

DamagedTable::DamagedTable(SQLite::Database& database, std::string table, std::string columns)
    : database_(database), table_(std::move(table)), columns_(std::move(columns)) {
  highest_ = std::max(
      number(database_, "SELECT max(seq) FROM sqlite_sequence WHERE name = '" + table_ + "'"),
      number(database_, "SELECT max(id) FROM " + table_));
}

void DamagedTable::read(const Row& take, const Id& lose) {
  std::int64_t last = 0;
  std::int64_t lookups = 0;
  for (bool found = true; found;) {
    last = scan(last, take);
    // What follows cannot be read, or seems to be the end: ask for each id that may have been.
    found = false;
    while (!found && last < highest_ && lookups < kMostLookups) {
      ++last;
      ++lookups;
      const Step step = read_one(last, take);
      found = step == Step::kRow;
      if (step == Step::kDamage) lose(last);
    }
  }
}

std::int64_t DamagedTable::scan(std::int64_t after, const Row& take) {
  auto rows = prepare(" WHERE id > ? ORDER BY id", after);
  if (!rows) return after;
  while (advance(*rows) == Step::kRow) {
    after = rows->getColumn(0).getInt64();
    take(*rows);
  }
  return after;
}

DamagedTable::Step DamagedTable::read_one(std::int64_t id, const Row& take) {
  if (lookup_) {
    lookup_->tryReset();  // the last one's damage, once more
    lookup_->bind(1, id);
  } else {
    lookup_ = prepare(" WHERE id = ?", id);
  }
  if (!lookup_) return Step::kDamage;
  const Step step = advance(*lookup_);
  if (step == Step::kRow) take(*lookup_);
  return step;
}

std::optional<SQLite::Statement> DamagedTable::prepare(const char* where, std::int64_t id) {
  try {
    SQLite::Statement statement(database_, "SELECT " + columns_ + " FROM " + table_ + where);
    statement.bind(1, id);
    return statement;
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    return std::nullopt;
  }
}

// What is done with a row may throw as well, and is no damage of this table.
DamagedTable::Step DamagedTable::advance(SQLite::Statement& statement) {
  try {
    return statement.executeStep() ? Step::kRow : Step::kNone;
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    return Step::kDamage;
  }
}

}  // namespace canter
