#pragma once

#include <filesystem>
#include <optional>

#include "base/error.h"
#include "store/records.h"

namespace canter {

/// Looks through the database of a folder for damage, as a program does once before Store::open.
/// When there is some, all that can be read goes into a new database, the damaged one is kept under
/// another name, and the report says what came of it. Nothing: all is well, or the file is missing,
/// of another program, or of a newer Canter. Whatever happens meanwhile, one of both databases is
/// in its place the next time. kDatabase when it is damaged and another program has it open, or the
/// disk has no room for a second one.
Result<std::optional<RepairReport>> repair_database(const std::filesystem::path& data_dir);

}  // namespace canter
