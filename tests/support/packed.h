#pragma once

#include <memory>

#include "base/aligned_memory.h"
#include "tensor/packed_matrix.h"

namespace canter::test {

/// A packed matrix and its memory.
struct Packed {
  std::unique_ptr<AlignedMemory> memory = std::make_unique<AlignedMemory>();
  PackedMatrix matrix;
};

inline Packed pack(const Matrix& matrix, const kernels::Kernels& set = kernels::active()) {
  Packed packed;
  const std::size_t bytes =
      PackedMatrix::bytes_for(matrix.type, matrix.outputs, matrix.inputs, set);
  packed.memory->reserve(bytes);
  ThreadPool pool(1);
  packed.matrix = PackedMatrix::pack(matrix, pool, {packed.memory->data(), bytes}, set).value();
  return packed;
}

}  // namespace canter::test
