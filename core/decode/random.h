#pragma once

#include <array>
#include <cstdint>

namespace canter {

/// Philox4x32-10, a counter-based generator (Salmon et al., "Parallel Random Numbers: As Easy as
/// 1, 2, 3", SC'11): the output is a function of counter and key alone.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

/// Uniform in [0, 1) with 53 bits, for the token at `position` of a sequence decoded with `seed`.
/// The same whether positions are visited one by one or several in a step.
double uniform_at(std::uint64_t seed, std::uint64_t position);

}  // namespace canter
