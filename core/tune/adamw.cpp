#include "tune/adamw.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace canter::tuning {

AdamW::AdamW(std::size_t parameters)
    : state_{0, std::vector<float>(parameters), std::vector<float>(parameters)} {}

void AdamW::step(std::span<const LearningRate> rates, std::span<const float> gradient,
                 std::span<float> parameters) {
  constexpr double kEpsilon = 1e-10;
  ++state_.steps;
  const double first = 1 - std::pow(kFirstBeta, state_.steps);
  const double second = 1 - std::pow(kSecondBeta, state_.steps);
  for (const LearningRate& part : rates) {
    const auto keep = float(1 - part.rate * part.decay);
    const auto rate = float(part.rate / first);
    const auto to_variance = float(1 / second);
    for (std::size_t i = part.first; i < part.first + part.count; ++i) {
      const float slope = gradient[i];
      float &mean = state_.mean[i], &variance = state_.variance[i];
      mean += float(1 - kFirstBeta) * (slope - mean);
      variance += float(1 - kSecondBeta) * (slope * slope - variance);
      parameters[i] = keep * parameters[i] -
                      rate * mean / (std::sqrt(variance * to_variance) + float(kEpsilon));
    }
  }
}

double learning_rate_share(double progress, double warm_up, double floor) {
  if (progress < warm_up) return progress / warm_up;
  const double way = std::clamp((progress - warm_up) / (1 - warm_up), 0.0, 1.0);
  return floor + (1 - floor) * (1 + std::cos(std::numbers::pi * way)) / 2;
}

}  // namespace canter::tuning
