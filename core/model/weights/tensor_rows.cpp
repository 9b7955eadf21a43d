#include "model/weights/tensor_rows.h"

#include <cstring>

#include "format/tensor_size.h"

namespace canter {
namespace {

std::size_t row_bytes_of(TensorType type, std::size_t inputs) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  return inputs / info.block_size * info.block_bytes;
}

/// Elements of `size` bytes: column o of the tensor becomes row o.
void transpose(const std::byte* from, std::size_t size, std::size_t columns,
               const FileMatrix& matrix, std::byte* to) {
  for (std::size_t o = 0; o < matrix.outputs; ++o) {
    const std::byte* column = from + matrix.cut.row(o) * size;
    for (std::size_t i = 0; i < matrix.inputs; ++i, to += size)
      std::memcpy(to, column + i * columns * size, size);
  }
}

}  // namespace

TensorType FileMatrix::type() const {
  return tensor->type;
}

Matrix FileMatrix::rows(std::vector<std::byte>& scratch) const {
  const std::size_t bytes = row_bytes_of(tensor->type, inputs);
  const std::size_t of_expert = tensor->bytes.size() / experts;
  const std::byte* from = tensor->bytes.data() + expert * of_expert;
  if (transposed) {
    const std::size_t columns = tensor->shape.back();
    scratch.resize(outputs * bytes);
    transpose(from, bytes / inputs, columns, *this, scratch.data());
  } else if (cut.block == 0) {
    return {tensor->type, outputs, inputs, {from + cut.first * bytes, outputs * bytes}};
  } else {
    scratch.resize(outputs * bytes);
    for (std::size_t o = 0; o < outputs; ++o)
      std::memcpy(scratch.data() + o * bytes, from + cut.row(o) * bytes, bytes);
  }
  return {tensor->type, outputs, inputs, scratch};
}

}  // namespace canter
