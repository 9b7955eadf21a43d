#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <span>

#include "base/error.h"

namespace canter {

/// Marks a SQLite file as Canter's ("Cntr").
inline constexpr std::int64_t kApplicationId = 0x436e7472;

inline constexpr int kBusyTimeoutMs = 5000;

/// One step of the schema's history. A step that has been released stays as it is for ever: a
/// change of mind is a new step.
struct Migration {
  int version;
  const char* sql;
};

/// All steps, in order, from an empty file to Store::kSchemaVersion.
std::span<const Migration> schema_migrations();

/// Brings a database to the last of `steps`, each step in one transaction. One that has content is
/// first copied to `<file>.backup-v<its version>`. Several programs may do this at once. Throws
/// what SQLite's wrapper throws; the database is then as the last finished step left it.
Result<void> migrate(SQLite::Database& database, const std::filesystem::path& file,
                     std::span<const Migration> steps);

tl::unexpected<Error> fail_newer_schema(const std::filesystem::path& file, std::int64_t version,
                                        int newest);

}  // namespace canter
