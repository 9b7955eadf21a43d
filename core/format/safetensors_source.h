#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"

namespace canter {

/// Which files make up a model.
struct SafetensorsSource {
  std::vector<std::filesystem::path> files;
  /// Tensor name to the position of its shard in `files`; empty for a single file.
  std::map<std::string, std::size_t> placement;
};

/// Resolves a file, an index, or a folder that holds either. That the files exist has been checked;
/// their content has not. Shards lie in the index's own folder: names that lead elsewhere are
/// refused.
Result<SafetensorsSource> find_safetensors(const std::filesystem::path& path);

}  // namespace canter
