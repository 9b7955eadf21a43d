#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"
#include "engine/session/comparison_messages.h"

namespace canter::engine {

/// Figures, one line a prompt, with a header and everything they depend on; times in milliseconds.
std::string comparison_csv(const ComparisonResult& result);
/// All there is, texts and the time of each token included.
std::string comparison_json(const ComparisonResult& result);

/// `path` holds what was there before, or all of the new file. kIo.
Result<void> export_comparison(const ComparisonResult& result, ComparisonFormat format,
                               const std::filesystem::path& path);

}  // namespace canter::engine
