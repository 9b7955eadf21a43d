#include "tensor/scale_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace canter {
namespace {

float root_mean_square(std::span<const float> numbers) {
  float squares = 0;
  for (float x : numbers) squares += x * x;
  return std::sqrt(squares / float(numbers.size()));
}

/// Sums for the least squares of scale * code against the numbers, weighted by their squares.
struct ScaleSums {
  float products = 0;  ///< of number and code
  float squares = 0;   ///< of codes

  void add(float number, float code) {
    const float weight = number * number;
    products += weight * number * code;
    squares += weight * code * code;
  }
  /// What the best scale takes off the error.
  float gain() const { return squares > 0 ? products * products / squares : 0; }
  float scale() const { return squares > 0 ? products / squares : 0; }
};

struct BestScale {
  float scale = 0;
  float gain = 0;

  void offer(const ScaleSums& sums) {
    if (sums.gain() <= gain) return;
    gain = sums.gain();
    scale = sums.scale();
  }
};

}  // namespace

float of_largest_magnitude(std::span<const float> numbers) {
  return *std::ranges::max_element(numbers,
                                   [](float a, float b) { return std::fabs(a) < std::fabs(b); });
}

AffineScale search_affine_scale(std::span<const float> numbers, int top, bool from_zero) {
  const auto [least, largest] = std::ranges::minmax(numbers);
  const float low = from_zero ? std::min(least, 0.0f) : least;
  if (!(largest > low)) return {0, -low};
  const float mean = root_mean_square(numbers);
  AffineScale best{(largest - low) / float(top), -low};
  double best_error = std::numeric_limits<double>::infinity();
  constexpr int kTries = 21;
  for (int k = 0; k < kTries; ++k) {
    const float steps = (float(top) - 1 + 0.1f * float(k)) / (largest - low);
    double weights = 0, codes = 0, code_squares = 0, sum = 0, products = 0, squares = 0;
    for (const float x : numbers) {
      const double w = mean + std::fabs(x);
      const double code = nearest_code((x - low) * steps, top);
      weights += w;
      codes += w * code;
      code_squares += w * code * code;
      sum += w * x;
      products += w * code * x;
      squares += w * x * x;
    }
    const double determinant = weights * code_squares - codes * codes;
    if (determinant <= 0) continue;
    double scale = (weights * products - codes * sum) / determinant;
    double minimum = (scale * codes - sum) / weights;
    if (from_zero && minimum < 0) {
      minimum = 0;
      scale = products / code_squares;
    }
    const double error = scale * scale * code_squares + minimum * minimum * weights + squares -
                         2 * scale * minimum * codes - 2 * scale * products + 2 * minimum * sum;
    if (scale <= 0 || error >= best_error) continue;
    best_error = error;
    best = {float(scale), float(minimum)};
  }
  return best;
}

float search_symmetric_scale(std::span<const float> numbers, int low) {
  const float extreme = of_largest_magnitude(numbers);
  BestScale best;
  if (extreme == 0) return 0;
  for (int k = -9; k <= 9; ++k) {
    const float steps = -(float(low) + 0.1f * float(k)) / extreme;
    ScaleSums sums;
    for (const float x : numbers)
      sums.add(x, float(nearest_code(x * steps + float(low), 2 * low - 1) - low));
    best.offer(sums);
  }
  return best.scale;
}

float search_codebook_scale(std::span<const float> numbers, const Codebook& book) {
  const float extreme = of_largest_magnitude(numbers);
  BestScale best;
  if (extreme == 0) return 0;
  for (const int end : {book.values[0], book.values[15]}) {
    for (int k = -7; k <= 7; ++k) {
      const float steps = float(end + k) / extreme;
      ScaleSums sums;
      for (const float x : numbers)
        sums.add(x, float(book.values[nearest_in_codebook(x * steps, book)]));
      best.offer(sums);
    }
  }
  return best.scale;
}

int nearest_in_codebook(float number, const Codebook& book) {
  int above = 0;  // how many middles between neighbours lie below
  for (int i = 0; i < 15; ++i) above += 2 * number > float(book.values[i] + book.values[i + 1]);
  return above;
}

float weighted_error(std::span<const float> numbers, std::span<const float> decoded) {
  const float mean = root_mean_square(numbers);
  float error = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const float off = numbers[i] - decoded[i];
    error += (mean + std::fabs(numbers[i])) * off * off;
  }
  return error;
}

}  // namespace canter
