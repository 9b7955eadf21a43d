#include "tensor/published_formats.h"

#include <algorithm>
#include <cmath>

#include "tensor/number_format.h"

namespace canter {
namespace {

std::size_t tiles_in(std::size_t numbers, std::size_t tile) {
  return (numbers + tile - 1) / tile;
}

}  // namespace

Result<TileScales> tile_scales(std::span<const float> numbers, std::span<const std::uint64_t> shape,
                               std::size_t outputs, std::size_t inputs, std::size_t tile) {
  if (!std::ranges::all_of(numbers, [](float n) { return std::isfinite(n); }))
    return fail(ErrorKind::kBadFile, "holds infinity or what is no number");
  TileScales scales{outputs, inputs, 1, {numbers.begin(), numbers.end()}};
  if (numbers.size() == 1) return scales;
  const bool column = shape.size() == 1 || (shape.size() == 2 && shape[1] == 1);
  if (column && numbers.size() == outputs) {
    scales.tile_outputs = 1;
    return scales;
  }
  if (tile > 0 && shape.size() == 2 && shape[0] == tiles_in(outputs, tile) &&
      shape[1] == tiles_in(inputs, tile) && numbers.size() == shape[0] * shape[1]) {
    scales.tile_outputs = scales.tile_inputs = tile;
    scales.tiles_in_row = shape[1];
    return scales;
  }
  return fail(ErrorKind::kBadFile, "does not fit the matrix that it scales");
}

void decode_scaled_row(const Matrix& matrix, const TileScales& scales, std::size_t output,
                       float* numbers) {
  decode_numbers(matrix.type, matrix.row(output), numbers, matrix.inputs);
  const float* const row =
      scales.values.data() + output / scales.tile_outputs * scales.tiles_in_row;
  for (std::size_t i = 0; i < matrix.inputs; ++i) numbers[i] *= row[i / scales.tile_inputs];
}

void join_mxfp4(const std::byte* blocks, const std::byte* exponents, std::size_t count,
                std::byte* destination) {
  constexpr std::size_t kCodes = 16;
  for (std::size_t b = 0; b < count; ++b, blocks += kCodes) {
    const auto nibble = [blocks](std::size_t i) {
      return blocks[i / 2] >> i % 2 * 4 & std::byte{15};
    };
    *destination++ = exponents[b];
    for (std::size_t i = 0; i < kCodes; ++i) *destination++ = nibble(i) | nibble(i + kCodes) << 4;
  }
}

}  // namespace canter
