#include "tensor/operations.h"

#include <cmath>

#include "tensor/kernels/kernels.h"

namespace canter {
namespace {

double sum_of_squares(const float* x, std::size_t width) {
  // Sums that do not wait for each other.
  constexpr std::size_t kSums = 8;
  double sums[kSums] = {};
  std::size_t i = 0;
  for (; i + kSums <= width; i += kSums)
    for (std::size_t k = 0; k < kSums; ++k) sums[k] += double(x[i + k]) * x[i + k];
  for (; i < width; ++i) sums[0] += double(x[i]) * x[i];
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

}  // namespace

void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out) {
  const double squares = sum_of_squares(x, width);
  const auto scale = static_cast<float>(1.0 / std::sqrt(squares / double(width) + epsilon));
  for (std::size_t j = 0; j < width; ++j) out[j] = x[j] * scale * weight[j];
}

void silu_multiply(float* gate, const float* up, std::size_t count) {
  kernels::active().silu_multiply(gate, up, count);
}

void norm_then_gate(float* x, const float* weight, float epsilon, std::size_t heads,
                    std::size_t width, float* gate) {
  for (std::size_t h = 0; h < heads; ++h)
    rms_norm(x + h * width, weight, epsilon, width, x + h * width);
  silu_multiply(gate, x, heads * width);
}

void gate_then_norm(const float* x, const float* weight, float epsilon, std::size_t groups,
                    std::size_t width, float* gate) {
  silu_multiply(gate, x, groups * width);
  for (std::size_t at = 0; at < groups * width; at += width)
    rms_norm(gate + at, weight + at, epsilon, width, gate + at);
}

void l2_normalise(const float* x, float epsilon, float scale, std::size_t width, float* out) {
  const auto factor = static_cast<float>(scale / std::sqrt(sum_of_squares(x, width) + epsilon));
  for (std::size_t i = 0; i < width; ++i) out[i] = x[i] * factor;
}

void sigmoid(float* x, std::size_t count) {
  kernels::active().sigmoid(x, count);
}

void softplus(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (!(x[i] > 20)) x[i] = std::log1p(std::exp(x[i]));
}

void add(float* x, const float* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] += y[i];
}

}  // namespace canter
