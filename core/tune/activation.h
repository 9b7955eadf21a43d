#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "model/plan/model_plan.h"
#include "tune/numbers.h"

namespace canter::tuning {

/// A function's value and slope at a number.
template <typename Real>
struct Sloped {
  Real value;
  Real slope;
};

/// v * sigmoid(rate * v) where the argument of the sigmoid is `inner`, with the slope `rate`.
template <typename Real>
Sloped<Real> times_sigmoid(Real v, Real inner, Real rate) {
  const Real part = 1 + exponential(-inner), sigmoid = 1 / part;
  return {v / part, sigmoid * (1 + v * rate * (1 - sigmoid))};
}

/// The activation of a gate, as model/forward/activation.h has it.
template <Activation kActivation, typename Real>
Sloped<Real> activated(Real v) {
  if constexpr (kActivation == Activation::kSilu) {
    return times_sigmoid(v, v, Real(1));
  } else if constexpr (kActivation == Activation::kGeluTanh) {
    // (1 + tanh(z)) / 2 = sigmoid(2z).
    constexpr Real kRate = Real(2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi);
    constexpr Real kCube = Real(0.044715);
    return times_sigmoid(v, kRate * (v + kCube * v * v * v), kRate * (1 + 3 * kCube * v * v));
  } else if constexpr (kActivation == Activation::kGelu) {
    constexpr Real kRoot = Real(1 / std::numbers::sqrt2);
    constexpr Real kPeak = Real(std::numbers::inv_sqrtpi / std::numbers::sqrt2);
    const Real share = Real(0.5) * (1 + std::erf(v * kRoot));
    return {v * share, share + v * kPeak * exponential(-v * v / 2)};
  } else {
    constexpr Real kSlope = Real(kClampedSlope), kLimit = Real(kClampedLimit);
    const Sloped<Real> below =
        times_sigmoid(std::min(v, kLimit), kSlope * std::min(v, kLimit), kSlope);
    return {below.value, v < kLimit ? below.slope : Real(0)};
  }
}

/// What an activated gate is multiplied by.
template <Activation kActivation, typename Real>
Sloped<Real> gated(Real up) {
  if constexpr (kActivation == Activation::kClampedSwiGlu) {
    constexpr Real kLimit = Real(kClampedLimit);
    return {std::clamp(up, -kLimit, kLimit) + 1, Real(std::fabs(up) < kLimit)};
  } else {
    return {up, Real(1)};
  }
}

/// out = activation(gate) * up; without `up` activation(gate). The counterpart of activate().
template <Activation kActivation, typename Real>
void activate_forward(const Real* gate, const Real* up, std::size_t count, Real* out) {
  if (up)
    for (std::size_t i = 0; i < count; ++i)
      out[i] = activated<kActivation>(gate[i]).value * gated<kActivation>(up[i]).value;
  else
    for (std::size_t i = 0; i < count; ++i) out[i] = activated<kActivation>(gate[i]).value;
}

/// Turns gate and, where there is one, up into their gradients.
template <Activation kActivation, typename Real>
void activate_backward(const Real* out_gradient, std::size_t count, Real* gate, Real* up) {
  if (up) {
    for (std::size_t i = 0; i < count; ++i) {
      const Sloped<Real> g = activated<kActivation>(gate[i]), u = gated<kActivation>(up[i]);
      gate[i] = out_gradient[i] * u.value * g.slope;
      up[i] = out_gradient[i] * g.value * u.slope;
    }
  } else {
    for (std::size_t i = 0; i < count; ++i)
      gate[i] = out_gradient[i] * activated<kActivation>(gate[i]).slope;
  }
}

/// Calls use with the activation as a constant, so that loops over numbers have no branches.
template <typename Use>
void with_activation(Activation activation, const Use& use) {
  switch (activation) {
    case Activation::kSilu:
      return use.template operator()<Activation::kSilu>();
    case Activation::kGeluTanh:
      return use.template operator()<Activation::kGeluTanh>();
    case Activation::kGelu:
      return use.template operator()<Activation::kGelu>();
    case Activation::kClampedSwiGlu:
      return use.template operator()<Activation::kClampedSwiGlu>();
  }
}

}  // namespace canter::tuning
