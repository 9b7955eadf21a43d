#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/store.h"

namespace canter::engine {

/// Where a MODEL argument points: `smollm2`, `starter`, a path, the name of a model that `store`
/// (may be null) knows, or what was downloaded by that name. Of a model of a server its source
/// (remote/server_address.h). kBadFile, with what was looked for, when there is none.
Result<std::filesystem::path> locate_model(std::string_view source, Store* store);

/// Does `source` name a model that comes with the program, wherever it lies?
bool names_own_model(std::string_view source);

/// The starter model that comes with the program.
std::filesystem::path starter_path();

/// SmolLM2-135M-Instruct in the user's model folder, else among the program's resources; none where
/// it is in neither.
std::optional<std::filesystem::path> smollm2_path();

/// Those of the two that are installed or should be: the starter always, first.
std::vector<std::filesystem::path> own_models();

/// What a newcomer meets, as a MODEL argument: the path of SmolLM2 where it is installed, else
/// `starter`.
std::string first_model();

/// What was chosen to open where no other is asked for; empty: what was open last.
std::string default_model(Store& store);
Result<void> choose_default_model(const std::string& path, Store& store);

/// Which of the default model and the one that was open last is still there, else what a newcomer
/// meets, as a MODEL argument. `store` may be null.
std::string usual_model(Store* store);

/// As models are remembered: links stay, and a path whose place the system cannot tell; any part of
/// a split model is its first.
std::filesystem::path absolute_path(const std::filesystem::path& path);

}  // namespace canter::engine
