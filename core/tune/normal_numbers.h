#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "decode/random.h"

namespace canter::tuning {

/// Normal numbers by Box and Muller's method, the same on every system.
class NormalNumbers {
 public:
  explicit NormalNumbers(std::uint64_t seed) : seed_(seed) {}

  void fill(float* numbers, std::size_t count, double deviation) {
    for (std::size_t i = 0; i < count; ++i) numbers[i] = float(deviation * next());
  }
  double next() {
    const double radius = std::sqrt(-2 * std::log(1 - uniform_at(seed_, position_)));
    const double angle = 2 * std::numbers::pi * uniform_at(seed_, position_ + 1);
    position_ += 2;
    return radius * std::cos(angle);
  }

 private:
  std::uint64_t seed_;
  std::uint64_t position_ = 0;
};

}  // namespace canter::tuning
