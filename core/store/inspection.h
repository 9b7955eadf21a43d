#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "base/error.h"

namespace canter {

/// Looks at a database file before it is opened for writing, without changing a byte of it or of
/// its companions. Fails when the file is no database, belongs to another program, or has a schema
/// newer than `newest`. A missing or empty file is fine. May throw what SQLite's wrapper throws.
Result<void> inspect_database(const std::filesystem::path& file, int newest);

/// Opens a database in such a way that no byte of it or of its companions changes. Throws what
/// SQLite's wrapper throws.
SQLite::Database open_read_only(const std::filesystem::path& file);

}  // namespace canter
