#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "format/gguf_metadata.h"

namespace canter {

/// What `big-00002-of-00005.gguf` says of itself.
struct GgufPartName {
  std::string model;  ///< `big`
  int number = 1;     ///< from 1 on
  int count = 1;
};

/// nullopt for the name of a file that is no part of a split model.
std::optional<GgufPartName> parse_gguf_part_name(const std::filesystem::path& path);

/// The part of that number of the model that `path` is a part of; `path` itself for a whole file.
std::filesystem::path gguf_part(const std::filesystem::path& path, int number);

/// The file's name without its ending and its place among the parts.
std::string gguf_model_name(const std::filesystem::path& path);

/// The metadata by which a file says which part of a model it is (`split.no` and so on).
struct GgufSplit {
  int number = 1;  ///< from 1 on
  int count = 1;
  std::int64_t tensors = 0;  ///< of all parts

  bool whole() const { return count == 1; }
  bool operator==(const GgufSplit&) const = default;
};

/// kBadFile for numbers that make no sense. A file without them is whole.
Result<GgufSplit> read_gguf_split(const GgufMetadata& metadata, const std::string& file);
bool is_gguf_split_key(const std::string& key);

/// All parts of the model, in their order. kBadFile when `path` is not named as the part that it
/// is, or when others are not beside it: the message names them.
Result<std::vector<std::filesystem::path>> find_gguf_parts(const std::filesystem::path& path,
                                                           const GgufSplit& split);

}  // namespace canter
