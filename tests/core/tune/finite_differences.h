#pragma once

namespace canter::tuning {

/// Of central differences: their error is of the order of step^2 times the third derivative, and
/// of the loss's rounding divided by the step.
inline constexpr double kStep = 1e-5, kTolerance = 2e-8;

}  // namespace canter::tuning
