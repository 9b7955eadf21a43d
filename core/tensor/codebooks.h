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

// Formats that are unpacked (unpacked_formats.h): codes from 8 on have the other sign, or the other
// shift. A code's number is in units of 1 / divisor of the scale.

/// IQ2_XXS, IQ2_XS, IQ2_S, divisor 8.
inline constexpr Codebook kIQ2Codebook = {{8, 25, 43, 0, 0, 0, 0, 0, -8, -25, -43, 0, 0, 0, 0, 0}};
/// IQ3_XXS, divisor 4.
inline constexpr Codebook kIQ3_XXSCodebook = {
    {4, 12, 20, 28, 36, 44, 52, 62, -4, -12, -20, -28, -36, -44, -52, -62}};
/// IQ3_S.
inline constexpr Codebook kIQ3_SCodebook = {
    {1, 3, 5, 7, 9, 11, 13, 15, -1, -3, -5, -7, -9, -11, -13, -15}};
/// IQ1_S, IQ1_M, divisor 8: -1, 0 and 1, shifted by 1/8 upwards or downwards.
inline constexpr Codebook kIQ1Codebook = {{-7, 1, 9, 0, 0, 0, 0, 0, -9, -1, 7, 0, 0, 0, 0, 0}};
/// TQ1_0, TQ2_0.
inline constexpr Codebook kTernaryCodebook = {{-1, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}};

}  // namespace canter
