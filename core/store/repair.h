#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace canter {

/// What became of a damaged database.
struct RepairReport {
  std::filesystem::path kept;      ///< the damaged file as it was, its log beside it
  std::int64_t conversations = 0;  ///< in the new database
  std::int64_t messages = 0;
  std::int64_t unreadable = 0;       ///< rows that could not be read, or only in part
  std::vector<std::string> changes;  ///< what else is not as it was, a sentence each
};

/// Looks through the database of a folder for damage, as a program does once before Store::open.
/// When there is some, all that can be read goes into a new database, the damaged one is kept under
/// another name, and the report says what came of it. Nothing: all is well, or the file is missing,
/// of another program, or of a newer Canter. Whatever happens meanwhile, one of both databases is
/// in its place the next time. kDatabase when it is damaged and another program has it open, or the
/// disk has no room for a second one.
Result<std::optional<RepairReport>> repair_database(const std::filesystem::path& data_dir);

}  // namespace canter
