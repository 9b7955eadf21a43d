#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>

#include "store/raw_records.h"

namespace canter {

enum class RawTable { kConversations, kMessages };

/// The table whose row a record looks like, in any version of the schema; of no other tables is
/// there enough to tell.
std::optional<RawTable> table_of(const RawRecord& record);

/// Adds it to that table of a database with the newest schema. False when there is a row with its
/// id, or the table cannot hold it.
bool put_raw_row(SQLite::Database& target, RawTable table, const RawRecord& record);

}  // namespace canter
