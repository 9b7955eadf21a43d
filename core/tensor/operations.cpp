#include "tensor/operations.h"

#include <cmath>

#include "tensor/kernels/kernels.h"

namespace canter {

void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out) {
  // Sums that do not wait for each other.
  constexpr std::size_t kSums = 8;
  double sums[kSums] = {};
  std::size_t i = 0;
  for (; i + kSums <= width; i += kSums)
    for (std::size_t k = 0; k < kSums; ++k) sums[k] += double(x[i + k]) * x[i + k];
  for (; i < width; ++i) sums[0] += double(x[i]) * x[i];
  const double squares =
      ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
  const auto scale = static_cast<float>(1.0 / std::sqrt(squares / double(width) + epsilon));
  for (std::size_t j = 0; j < width; ++j) out[j] = x[j] * scale * weight[j];
}

void silu_multiply(float* gate, const float* up, std::size_t count) {
  kernels::active().silu_multiply(gate, up, count);
}

void add(float* x, const float* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] += y[i];
}

}  // namespace canter
