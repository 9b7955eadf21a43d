#pragma once

#include <filesystem>

#include "base/error.h"

namespace canter {

/// `CANTER_DATA_DIR`, else the platform's place for user data (`$XDG_DATA_HOME/canter` or
/// `~/.local/share/canter`, `~/Library/Application Support/Canter`). The folder need not exist.
Result<std::filesystem::path> default_data_dir();

/// Where a user's models are kept, each in `OWNER/REPOSITORY/FILE`, whatever folder conversations
/// are kept in: the folder that was chosen, else own_models_dir(). It need not exist.
Result<std::filesystem::path> models_dir();
/// `models` in the folder above.
Result<std::filesystem::path> own_models_dir();
/// For all programs and runs from now on; an empty one stands for own_models_dir(). kUsage for one
/// that is not absolute.
Result<void> choose_models_dir(const std::filesystem::path& folder);

/// Where the program's own files lie: `CANTER_RESOURCES`, else `../share/canter` seen from the
/// running program.
std::filesystem::path resource_dir();

}  // namespace canter
