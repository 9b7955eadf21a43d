#include "store/damaged_table.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace canter {
namespace {

// Behind a fault so many ids are tried one by one, then in ever longer strides: the number of ids
// may be damaged, too. With this many, some hundredths of a second.
constexpr int kOneByOne = 20'000;

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
  std::int64_t stride = 1;
  int tries = 0;
  while (true) {
    const std::int64_t before = last;
    if (scan(last, take) || last >= highest_) return;
    if (last > before) {
      stride = 1;
      tries = 0;
    }
    if (++tries > kOneByOne) stride *= 2;
    stride = std::min(stride, highest_ - last);
    last += stride;
    if (stride == 1 && !read_at(last, take)) lose(last);
  }
}

bool DamagedTable::scan(std::int64_t& after, const Row& take) {
  if (scan_)
    scan_->tryReset();  // the last one's damage, once more
  else
    scan_ = prepare(" WHERE id > ? ORDER BY id");
  if (!scan_) return false;
  scan_->bind(1, after);
  Step step = advance(*scan_);
  for (; step == Step::kRow; step = advance(*scan_)) {
    const std::int64_t id = scan_->getColumn(0).getInt64();
    if (id <= after) return false;  // pages that lead back to themselves
    after = id;
    take(*scan_);
  }
  return step == Step::kNone;
}

bool DamagedTable::read_at(std::int64_t id, const Row& take) {
  if (lookup_)
    lookup_->tryReset();
  else
    lookup_ = prepare(" WHERE id = ?");
  if (!lookup_) return false;
  lookup_->bind(1, id);
  const Step step = advance(*lookup_);
  if (step == Step::kRow) take(*lookup_);
  return step != Step::kDamage;
}

std::optional<SQLite::Statement> DamagedTable::prepare(const char* where) {
  try {
    return SQLite::Statement(database_, "SELECT " + columns_ + " FROM " + table_ + where);
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
