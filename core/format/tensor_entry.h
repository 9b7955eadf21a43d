#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "format/tensor_type.h"

namespace canter {

/// A tensor inside a mapped file. `shape` is row-major, outermost dimension first (a weight matrix
/// is `[outputs, inputs]`), whatever the file's own order. `bytes` points into the mapping and has
/// exactly the size that type and shape ask for; it may be unaligned. Of a type that is not known
/// here, it ends where the next tensor begins at the latest.
struct TensorEntry {
  std::string name;
  TensorType type = TensorType::kF32;
  std::vector<std::uint64_t> shape;
  std::span<const std::byte> bytes;

  std::uint64_t elements() const {
    std::uint64_t n = 1;
    for (auto d : shape) n *= d;
    return n;
  }
};

}  // namespace canter
