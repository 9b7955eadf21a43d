#include "tensor/operations.h"

#include <cmath>

#include "tensor/kernels/kernels.h"

namespace canter {
namespace {

/// term(0) + ... + term(width - 1), in sums that do not wait for each other.
template <typename Term>
double sum(std::size_t width, const Term& term) {
  constexpr std::size_t kSums = 8;
  double sums[kSums] = {};
  std::size_t i = 0;
  for (; i + kSums <= width; i += kSums)
    for (std::size_t k = 0; k < kSums; ++k) sums[k] += term(i + k);
  for (; i < width; ++i) sums[0] += term(i);
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

}  // namespace

void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out) {
  const double squares = sum(width, [x](std::size_t i) { return double(x[i]) * x[i]; });
  const auto scale = static_cast<float>(1.0 / std::sqrt(squares / double(width) + epsilon));
  if (weight)
    for (std::size_t j = 0; j < width; ++j) out[j] = x[j] * scale * weight[j];
  else
    for (std::size_t j = 0; j < width; ++j) out[j] = x[j] * scale;
}

void layer_norm(const float* x, const float* weight, const float* bias, float epsilon,
                std::size_t width, float* out) {
  const double mean = sum(width, [x](std::size_t i) { return double(x[i]); }) / double(width);
  const double squares =
      sum(width, [x, mean](std::size_t i) { return (x[i] - mean) * (x[i] - mean); });
  const double scale = 1.0 / std::sqrt(squares / double(width) + epsilon);
  for (std::size_t i = 0; i < width; ++i)
    out[i] = static_cast<float>((x[i] - mean) * scale * weight[i] + (bias ? bias[i] : 0.0f));
}

void silu_multiply(float* gate, const float* up, std::size_t count) {
  kernels::active().elementwise.silu_multiply(gate, up, count);
}

void clamped_silu_multiply(float* gate, const float* up, float slope, float limit,
                           std::size_t count) {
  kernels::active().elementwise.clamped_silu_multiply(gate, up, slope, limit, count);
}

void gelu_tanh_multiply(float* gate, const float* up, std::size_t count) {
  kernels::active().elementwise.gelu_tanh_multiply(gate, up, count);
}

void gelu_tanh(float* x, std::size_t count) {
  kernels::active().elementwise.gelu_tanh(x, count);
}

void gelu(float* x, std::size_t count) {
  kernels::active().elementwise.gelu(x, count);
}

void sigmoid_multiply(float* x, const float* gate, std::size_t count) {
  kernels::active().elementwise.sigmoid_multiply(x, gate, count);
}

void softcap(float* x, float cap, std::size_t count) {
  kernels::active().elementwise.softcap(x, cap, count);
}

void scale(float* x, float factor, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] *= factor;
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
  const auto factor = static_cast<float>(
      scale / std::sqrt(sum(width, [x](std::size_t i) { return double(x[i]) * x[i]; }) + epsilon));
  for (std::size_t i = 0; i < width; ++i) out[i] = x[i] * factor;
}

void sigmoid(float* x, std::size_t count) {
  kernels::active().elementwise.sigmoid(x, count);
}

void softplus(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (!(x[i] > 20)) x[i] = std::log1p(std::exp(x[i]));
}

void add(float* x, const float* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) x[i] += y[i];
}

void add_scaled(float* x, const float* y, float factor, std::size_t count) {
  kernels::active().elementwise.add_scaled(x, y, factor, count);
}

void add_bias(float* x, const float* bias, std::size_t rows, std::size_t width) {
  for (std::size_t row = 0; row < rows; ++row) add(x + row * width, bias, width);
}

}  // namespace canter
