#include "tensor/operations.h"

#include <cmath>

#include "tensor/kernels/kernels.h"

namespace canter {

void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out) {
  double squares = 0;
  for (std::size_t i = 0; i < width; ++i) squares += double(x[i]) * x[i];
  const auto scale = static_cast<float>(1.0 / std::sqrt(squares / double(width) + epsilon));
  for (std::size_t i = 0; i < width; ++i) out[i] = x[i] * scale * weight[i];
}

void silu_multiply(float* gate, const float* up, std::size_t count) {
  kernels::active().silu_multiply(gate, up, count);
}

void add(float* x, const float* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] += y[i];
}

}  // namespace canter
