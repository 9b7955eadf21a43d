#include "model/weights/tensor_rows.h"

#include <cstring>

#include "tensor/number_format.h"

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
  if (exponents) return TensorType::kMXFP4;
  return scales ? TensorType::kBF16 : tensor->type;
}

Matrix FileMatrix::rows(std::vector<std::byte>& scratch) const {
  if (exponents) return joined_rows(scratch);
  if (scales) return scaled_rows(scratch);
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

Matrix FileMatrix::joined_rows(std::vector<std::byte>& scratch) const {
  constexpr std::size_t kBlock = 32, kNibbles = 16;
  const std::size_t blocks = inputs / kBlock, bytes = row_bytes_of(TensorType::kMXFP4, inputs);
  const std::byte* from = tensor->bytes.data() + expert * (tensor->bytes.size() / experts);
  const std::byte* powers =
      exponents->bytes.data() + expert * (exponents->bytes.size() / experts);
  scratch.resize(outputs * bytes);
  for (std::size_t o = 0; o < outputs; ++o) {
    const std::size_t first = cut.row(o) * blocks;
    join_mxfp4(from + first * kNibbles, powers + first, blocks, scratch.data() + o * bytes);
  }
  return {TensorType::kMXFP4, outputs, inputs, scratch};
}

Matrix FileMatrix::scaled_rows(std::vector<std::byte>& scratch) const {
  const std::size_t rows = tensor->elements() / inputs;
  const Matrix whole{tensor->type, rows, inputs, tensor->bytes};
  std::vector<float> numbers(inputs);
  scratch.resize(outputs * row_bytes_of(TensorType::kBF16, inputs));
  std::byte* to = scratch.data();
  for (std::size_t o = 0; o < outputs; ++o, to += inputs * sizeof(std::uint16_t)) {
    decode_scaled_row(whole, *scales, cut.row(o), numbers.data());
    encode_numbers(TensorType::kBF16, numbers, to);
  }
  return {TensorType::kBF16, outputs, inputs, scratch};
}

}  // namespace canter
