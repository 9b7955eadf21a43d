#pragma once

#include <cstddef>

// Each writes one block of its format from as many numbers as that holds.

namespace canter {

void encode_q4_k(const float* numbers, std::byte* block);
void encode_q5_k(const float* numbers, std::byte* block);
void encode_q6_k(const float* numbers, std::byte* block);
void encode_iq4_nl(const float* numbers, std::byte* block);
void encode_iq4_xs(const float* numbers, std::byte* block);
void encode_mxfp4(const float* numbers, std::byte* block);

}  // namespace canter
