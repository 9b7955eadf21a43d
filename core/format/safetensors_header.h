#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "format/tensor_entry.h"

namespace canter {

/// Readers of the format refuse longer headers.
inline constexpr std::uint64_t kSafetensorsLargestHeader = 100'000'000;
inline constexpr std::string_view kSafetensorsMetadataKey = "__metadata__";

/// nullopt for an element type that GGUF does not have.
std::optional<TensorType> tensor_type_from_safetensors(std::string_view dtype);

/// What one `.safetensors` file says of itself.
struct SafetensorsHeader {
  std::vector<TensorEntry> tensors;  ///< in the order of their data
  std::map<std::string, std::string, std::less<>> unsupported;
  std::map<std::string, std::string, std::less<>> metadata;
};

/// Checks everything against `bytes`, the whole file. `file` is its quoted name for messages.
Result<SafetensorsHeader> read_safetensors_header(std::span<const std::byte> bytes,
                                                  const std::string& file);

}  // namespace canter
