#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "format/tensor_type.h"

namespace canter {

/// Bytes of a tensor whose rows are `shape.back()` numbers wide; 0 when a dimension is 0. nullopt
/// when a row is no whole number of blocks or the size does not fit into 64 bits.
std::optional<std::uint64_t> tensor_bytes(const TensorTypeInfo& info,
                                          std::span<const std::uint64_t> shape);

}  // namespace canter
