#pragma once

#include <cstddef>
#include <span>

#include "format/tensor_type.h"

namespace canter {

/// A weight matrix [outputs, inputs] as a file stores it: a view, valid as long as the mapping.
/// Each row is a whole number of blocks.
struct Matrix {
  TensorType type = TensorType::kF32;
  std::size_t outputs = 0;
  std::size_t inputs = 0;
  std::span<const std::byte> bytes;

  std::size_t row_bytes() const { return outputs == 0 ? 0 : bytes.size() / outputs; }
  const std::byte* row(std::size_t output) const { return bytes.data() + output * row_bytes(); }
};

}  // namespace canter
