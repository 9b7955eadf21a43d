#pragma once

#include <cstdint>

namespace canter {

// The groups of numbers that codes of GGUF's IQ1, IQ2 and IQ3 formats choose from, as their files
// are written. A group is one word; its numbers, from the lowest bits on, are given as places in
// the format's codebook (codebooks.h), without signs: eight of two bits, or four of three bits.
extern const std::uint16_t kGridIQ2_XXS[256];
extern const std::uint16_t kGridIQ2_XS[512];
extern const std::uint16_t kGridIQ2_S[1024];
extern const std::uint16_t kGridIQ3_XXS[256];
extern const std::uint16_t kGridIQ3_S[512];
extern const std::uint16_t kGridIQ1[2048];

}  // namespace canter
