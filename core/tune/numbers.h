#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace canter::tuning {

/// Loops over rows of numbers for forward and backward passes, in float32 for tuning and in float64
/// for checking gradients. Sums run in kLanes interleaved parts, so that the compiler may use
/// vectors; their order depends on the length alone.
inline constexpr std::size_t kLanes = 16;

template <typename Real, typename Term>
Real sum_of(std::size_t count, const Term& term) {
  Real lanes[kLanes] = {};
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += term(i + lane);
  for (std::size_t lane = 0; i < count; ++i, ++lane) lanes[lane] += term(i);
  Real sum = 0;
  for (const Real lane : lanes) sum += lane;
  return sum;
}

template <typename Real>
Real dot(const Real* a, const Real* b, std::size_t count) {
  return sum_of<Real>(count, [&](std::size_t i) { return a[i] * b[i]; });
}

/// to[i] += factor * from[i].
template <typename Real>
void add_scaled(Real factor, const Real* from, std::size_t count, Real* to) {
  for (std::size_t i = 0; i < count; ++i) to[i] += factor * from[i];
}

template <typename Real>
Real largest(const Real* numbers, std::size_t count) {
  Real lanes[kLanes];
  std::fill_n(lanes, kLanes, numbers[0]);
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    for (std::size_t lane = 0; lane < kLanes; ++lane)
      lanes[lane] = lanes[lane] < numbers[i + lane] ? numbers[i + lane] : lanes[lane];
  for (; i < count; ++i) lanes[0] = std::max(lanes[0], numbers[i]);
  return *std::max_element(lanes, lanes + kLanes);
}

/// e^v. In float32 without a branch, within 2 ulp from -87 to 88 and held there outside: the
/// method of kernels/elementwise.inl.
inline double exponential(double v) {
  return std::exp(v);
}
inline float exponential(float v) {
  constexpr float kRound = 0x1.8p23f;  // added and taken off again, leaves a whole number
  v = v < -87.0f ? -87.0f : v;
  v = v > 88.0f ? 88.0f : v;
  const float shifted = v * 0x1.715476p+0f + kRound;
  const float whole = shifted - kRound;
  float r = v - whole * 0x1.62e4p-1f;
  r -= whole * 0x1.7f7d1cp-20f;
  float p = 0x1.a01a02p-13f;
  p = p * r + 0x1.6c16c2p-10f;
  p = p * r + 0x1.111112p-7f;
  p = p * r + 0x1.555556p-5f;
  p = p * r + 0x1.555556p-3f;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  const std::int32_t exponent =
      (std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(kRound) + 127) << 23;
  return p * std::bit_cast<float>(exponent);
}

/// Turns numbers into e^(numbers - shift) and returns their sum.
template <typename Real>
Real exponentials(Real* numbers, std::size_t count, Real shift) {
  for (std::size_t i = 0; i < count; ++i) numbers[i] = exponential(numbers[i] - shift);
  return sum_of<Real>(count, [&](std::size_t i) { return numbers[i]; });
}

/// In float32 within 2^-23: without a branch.
inline double hyperbolic_tangent(double v) {
  return std::tanh(v);
}
inline float hyperbolic_tangent(float v) {
  return 1 - 2 / (exponential(2 * v) + 1);
}

}  // namespace canter::tuning
