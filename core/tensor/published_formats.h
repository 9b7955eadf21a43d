#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "tensor/matrix.h"

// Number formats that are spread over several tensors of a safetensors folder.

namespace canter {

/// What the numbers of a matrix are multiplied with: one scale for each tile, row by row of tiles.
/// The last tiles of rows and columns may be cut.
struct TileScales {
  std::size_t tile_outputs = 1;
  std::size_t tile_inputs = 1;
  std::size_t tiles_in_row = 1;
  std::vector<float> values;
};

/// Of a matrix [outputs, inputs], from `numbers`, the scales' tensor decoded, and its shape: of one
/// number for all ([] or [1]), one for each output ([outputs] or [outputs, 1]), or one for each
/// square of `tile` numbers (`weight_block_size`). kBadFile when it is none of these or a scale is
/// not finite.
Result<TileScales> tile_scales(std::span<const float> numbers, std::span<const std::uint64_t> shape,
                               std::size_t outputs, std::size_t inputs, std::size_t tile = 128);

/// Row `output` of a matrix of F8_E4M3 or F8_E5M2, each number times its tile's scale in float32.
void decode_scaled_row(const Matrix& matrix, const TileScales& scales, std::size_t output,
                       float* numbers);

/// MXFP4 as folders have it, 16 bytes and an exponent for each 32 numbers in tensors of their own
/// (`_blocks`, `_scales`), becomes `count` blocks of TensorType::kMXFP4, without loss. In a folder
/// the nibbles of a byte, low one first, are neighbours. `destination` takes 17 * count bytes.
void join_mxfp4(const std::byte* blocks, const std::byte* exponents, std::size_t count,
                std::byte* destination);

}  // namespace canter
