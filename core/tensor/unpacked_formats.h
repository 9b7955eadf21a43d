#pragma once

#include <cstddef>

#include "format/tensor_type.h"

namespace canter {

/// IQ1_S, IQ1_M, IQ2_XXS, IQ2_XS, IQ2_S, IQ3_XXS, IQ3_S, TQ1_0 and TQ2_0 have no products of their
/// own: packing a matrix turns 256 numbers into this, which holds them exactly. That takes 4.3 bits
/// a number in memory, where files have 1.6 to 3.4.
struct UnpackedSpan {
  struct Block {
    /// A number is d * (2 * scale + 1) * its codebook's value / the codebook's divisor. The scale
    /// of the first 16 numbers is in the low nibble, that of the others in the high one.
    std::byte scales;
    std::byte codes[16];  ///< numbers 0..15 in the low nibbles
  };
  std::byte d[2];  ///< an IEEE half
  Block blocks[8];
};
static_assert(sizeof(UnpackedSpan) == 138);

/// Whether packing unpacks that type.
bool is_unpacked(TensorType type);

/// From a file's block of a type that is_unpacked().
UnpackedSpan unpack_span(TensorType type, const std::byte* block);

/// The 256 numbers of a span that was made from a block of `type`.
void decode_span(TensorType type, const UnpackedSpan& span, float* numbers);

}  // namespace canter
