#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.h"
#include "store/store.h"

namespace canter::engine {

/// Where a MODEL argument points: `starter`, a path, or the name of a model that `store` (may be
/// null) knows. kBadFile, with what was looked for, when there is none.
Result<std::filesystem::path> locate_model(std::string_view source, Store* store);

/// The starter model that comes with the program.
std::filesystem::path starter_path();

/// As models are remembered: links stay, and a path whose place the system cannot tell; any part of
/// a split model is its first.
std::filesystem::path absolute_path(const std::filesystem::path& path);

}  // namespace canter::engine
