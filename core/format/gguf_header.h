#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "format/gguf_metadata.h"
#include "format/tensor_entry.h"

namespace canter {

struct GgufHeader {
  std::uint32_t version = 0;
  GgufMetadata metadata;
  std::vector<TensorEntry> tensors;  ///< inside `bytes`; their names have not been compared
};

/// What stands in a single GGUF file before its data, checked against the file's length. `bytes` is
/// the whole file, `file` its quoted name for messages.
Result<GgufHeader> read_gguf_header(std::span<const std::byte> bytes, const std::string& file);

}  // namespace canter
