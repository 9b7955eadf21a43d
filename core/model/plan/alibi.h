#pragma once

#include <vector>

namespace canter {

/// What published models with ALiBi take as `largest_bias`.
inline constexpr double kUsualAlibiBias = 8;

/// What the score of each head loses for each token of distance, [heads] (Press et al., "Train
/// Short, Test Long", arXiv 2108.12409): powers of 2^(-largest_bias / n), n the largest power of
/// two up to `heads`; heads beyond n get the odd powers of the square root of that.
std::vector<float> alibi_slopes(int heads, double largest_bias);

}  // namespace canter
