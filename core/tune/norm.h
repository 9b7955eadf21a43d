#pragma once

#include <cmath>
#include <cstddef>

#include "model/plan/model_plan.h"
#include "tune/numbers.h"
#include "tune/rows.h"

namespace canter::tuning {

/// A norm of vectors, with frozen weights.
struct Norm {
  NormKind kind = NormKind::kRms;
  std::size_t width = 0;
  double epsilon = 0;
  const float* weight = nullptr;  ///< [width]
  const float* bias = nullptr;    ///< the same; may be missing
};

template <typename Real>
Real mean_of(const Real* x, std::size_t width) {
  return sum_of<Real>(width, [&](std::size_t i) { return x[i]; }) / Real(width);
}

/// out = (x - mean) * scale * weight + bias, where an RMS norm takes the mean for 0 and has no
/// bias; scale = (mean square + epsilon)^(-1/2) is returned.
template <typename Real>
Real norm_forward(const Norm& norm, const Real* x, Real* out) {
  const std::size_t width = norm.width;
  const float* weight = norm.weight;
  if (norm.kind == NormKind::kRms) {
    const Real scale = 1 / std::sqrt(dot(x, x, width) / Real(width) + Real(norm.epsilon));
    for (std::size_t i = 0; i < width; ++i) out[i] = x[i] * scale * Real(weight[i]);
    return scale;
  }
  const Real mean = mean_of(x, width);
  const Real squares =
      sum_of<Real>(width, [&](std::size_t i) { return (x[i] - mean) * (x[i] - mean); });
  const Real scale = 1 / std::sqrt(squares / Real(width) + Real(norm.epsilon));
  for (std::size_t i = 0; i < width; ++i)
    out[i] = (x[i] - mean) * scale * Real(weight[i]) + (norm.bias ? Real(norm.bias[i]) : Real(0));
  return scale;
}

/// Adds to `x_gradient` what `out_gradient` says of norm_forward()'s x. With c_i = x_i - mean and
/// g_i = w_i dy_i: dx_i = s (g_i - mean(g)) - c_i s^3 / n * sum_j(g_j c_j), where an RMS norm takes
/// both means for 0.
template <typename Real>
void norm_backward(const Norm& norm, const Real* x, Real scale, const Real* out_gradient,
                   Real* x_gradient) {
  const std::size_t width = norm.width;
  const float* weight = norm.weight;
  Real mean = 0, push = 0;
  if (norm.kind == NormKind::kLayer) {
    mean = mean_of(x, width);
    push = sum_of<Real>(width, [&](std::size_t i) { return Real(weight[i]) * out_gradient[i]; }) /
           Real(width);
  }
  const Real sum = sum_of<Real>(
      width, [&](std::size_t i) { return Real(weight[i]) * out_gradient[i] * (x[i] - mean); });
  const Real pull = sum * scale * scale * scale / Real(width);
  for (std::size_t i = 0; i < width; ++i)
    x_gradient[i] += scale * (Real(weight[i]) * out_gradient[i] - push) - (x[i] - mean) * pull;
}

/// The same for `rows` vectors that lie one behind another; `scales` is [rows].
template <typename Real>
void norm_forward(const Norm& norm, std::size_t rows, const Real* x, Real* scales, Real* out,
                  ThreadPool& pool) {
  for_each_row(pool, rows, [&](std::size_t row) {
    scales[row] = norm_forward(norm, x + row * norm.width, out + row * norm.width);
  });
}
template <typename Real>
void norm_backward(const Norm& norm, std::size_t rows, const Real* x, const Real* scales,
                   const Real* out_gradient, Real* x_gradient, ThreadPool& pool) {
  for_each_row(pool, rows, [&](std::size_t row) {
    const std::size_t at = row * norm.width;
    norm_backward(norm, x + at, scales[row], out_gradient + at, x_gradient + at);
  });
}

}  // namespace canter::tuning
