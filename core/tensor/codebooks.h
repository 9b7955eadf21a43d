#pragma once

#include <cstddef>
#include <cstdint>

// Nothing but constants: the sources of kernels/ include this, too.

namespace canter {

/// What the 16 codes of a format stand for, before scales.
struct Codebook {
  std::int8_t values[16];
};

/// IQ4_NL, IQ4_XS: dense where weights are.
inline constexpr Codebook kNonLinearCodebook = {
    {-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113}};

/// MXFP4: twice the numbers of sign, two bits of exponent and one of fraction (Open Compute
/// Project, "Microscaling Formats", 2023).
inline constexpr Codebook kMxfp4Codebook = {
    {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12}};

}  // namespace canter
