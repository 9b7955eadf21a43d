#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "format/tensor_type.h"

namespace canter {

/// Number formats that products can read: F32, F16, BF16, F8_E4M3, F8_E5M2, Q8_0, Q4_0, Q4_1, Q5_0,
/// Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, IQ4_NL, IQ4_XS, MXFP4, and those of unpacked_formats.h.
bool can_decode(TensorType type);
/// Number formats that can be written: F32, F16, BF16, Q8_0, Q4_0, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K,
/// IQ4_NL, IQ4_XS, MXFP4.
bool can_encode(TensorType type);

/// `count` numbers at `source`, from the first of a row; count is a multiple of the block size. The
/// type must be one that can_decode().
void decode_numbers(TensorType type, const std::byte* source, float* destination,
                    std::size_t count);

/// False when a number is infinity or none, or a block has such a scale or one that makes infinity
/// of a number. `source` holds whole
/// blocks of a type that can_decode().
bool all_finite(TensorType type, std::span<const std::byte> source);

/// Writes the encoded numbers to `destination`; their count must be a multiple of the block size,
/// the type one that can_encode(). F16, BF16, Q8_0 and Q4_0 are rounded to nearest, as by ggml's
/// reference encoders; for the others the scales are searched (scale_search.h). Numbers have to be
/// finite for formats of blocks.
void encode_numbers(TensorType type, std::span<const float> source, std::byte* destination);
/// Appends them.
void encode_numbers(TensorType type, std::span<const float> source,
                    std::vector<std::byte>& destination);

float half_to_float(std::uint16_t half);
/// To nearest, ties to even; overflow gives infinity.
std::uint16_t float_to_half(float value);
/// To nearest, ties to even; NaN stays NaN.
std::uint16_t float_to_bfloat16(float value);

}  // namespace canter
