#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "base/error.h"
#include "format/tensor_entry.h"
#include "model/weights/tensor_place.h"
#include "tensor/matrix.h"
#include "tensor/published_formats.h"

namespace canter {

/// Which rows of a tensor make up a matrix: row o is row first + o / block * stride + o % block.
struct RowCut {
  std::size_t first = 0;
  std::size_t block = 0;  ///< all rows when 0
  std::size_t stride = 0;

  std::size_t row(std::size_t output) const {
    return block == 0 ? first + output : first + output / block * stride + output % block;
  }
  bool operator==(const RowCut&) const = default;
};

/// A weight matrix [outputs, inputs] where it lies in a file: rows of a tensor, of one of its
/// experts, or columns of it. A view, valid as long as the mapping.
struct FileMatrix {
  const TensorEntry* tensor = nullptr;
  /// MXFP4 as folders have it: `tensor` holds nibbles, this the exponents of their blocks.
  const TensorEntry* exponents = nullptr;
  /// What F8 numbers are multiplied by; nullptr: nothing. Their rows become BF16.
  std::shared_ptr<const TileScales> scales;
  std::size_t experts = 1;  ///< matrices of the tensor
  std::size_t expert = 0;   ///< which of them
  RowCut cut;
  bool transposed = false;  ///< rows of the matrix are columns of the tensor
  std::size_t outputs = 0;
  std::size_t inputs = 0;

  /// The number format of what rows() gives.
  TensorType type() const;
  /// The matrix as consecutive rows: the file's own bytes where they are that, else a copy in
  /// `scratch`.
  Matrix rows(std::vector<std::byte>& scratch) const;

 private:
  Matrix joined_rows(std::vector<std::byte>& scratch) const;
  Matrix scaled_rows(std::vector<std::byte>& scratch) const;
};

}  // namespace canter
