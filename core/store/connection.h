#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "base/error.h"

namespace canter {

/// Makes a folder that only its owner can read; an existing one is left as it is. kDatabase when
/// that cannot be done.
Result<void> make_private_folder(const std::filesystem::path& folder);

/// Opens `file`, creating it readable by the owner only, as Store::open promises: inspected first,
/// in WAL mode, durable, references enforced, with the newest schema.
Result<SQLite::Database> connect(const std::filesystem::path& file);

}  // namespace canter
