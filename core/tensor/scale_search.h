#pragma once

#include <span>

#include "tensor/codebooks.h"

// Scales for a group of numbers that is to be stored in few bits. Rounding to the nearest step of a
// range that just holds all numbers is not the best: each search tries ranges around that one,
// takes for each the scale of least squares, and keeps the best. Errors of large numbers weigh
// more.

namespace canter {

/// A number is scale * code - minimum.
struct AffineScale {
  float scale = 0;
  float minimum = 0;
};

/// The first of those furthest from zero.
float of_largest_magnitude(std::span<const float> numbers);

/// For codes 0 ... `top`; `from_zero`: the minimum is not to be negative.
AffineScale search_affine_scale(std::span<const float> numbers, int top, bool from_zero);

/// For codes -low ... low - 1, a number being scale * code.
float search_symmetric_scale(std::span<const float> numbers, int low);

/// For a number being scale * a value of `book`, whose values rise.
float search_codebook_scale(std::span<const float> numbers, const Codebook& book);

/// The code in 0 ... `top` for `steps` steps; 0 for what is no number.
inline int nearest_code(float steps, int top) {
  return steps > 0 ? steps < float(top) ? int(steps + 0.5f) : top : 0;
}

/// The place in `book`, whose values rise, of the value next to `number`.
int nearest_in_codebook(float number, const Codebook& book);

/// The sum of weighted squares of (numbers - decoded).
float weighted_error(std::span<const float> numbers, std::span<const float> decoded);

}  // namespace canter
