#include "model/plan/rotary.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace canter {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// The pair that makes `turns` full turns over the original context.
double pair_with_turns(const RotaryPlan& plan, double turns) {
  return plan.width * std::log(plan.original_context / (turns * kTurn)) / (2 * std::log(plan.base));
}

void scale_yarn(const RotaryPlan& plan, std::vector<double>& frequencies) {
  double low = pair_with_turns(plan, plan.beta_fast);
  double high = pair_with_turns(plan, plan.beta_slow);
  if (plan.round_limits) {
    low = std::floor(low);
    high = std::ceil(high);
  }
  low = std::max(0.0, low);
  high = std::min(plan.width - 1.0, high);
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    const double ramp = std::clamp((double(i) - low) / std::max(0.001, high - low), 0.0, 1.0);
    frequencies[i] *= (1 - ramp) + ramp / plan.factor;
  }
}

void scale_llama3(const RotaryPlan& plan, std::vector<double>& frequencies) {
  const double long_wave = plan.original_context / plan.low_frequency_factor;
  const double short_wave = plan.original_context / plan.high_frequency_factor;
  for (double& frequency : frequencies) {
    const double wave = kTurn / frequency;
    if (wave > long_wave) {
      frequency /= plan.factor;
    } else if (wave > short_wave) {
      const double smooth = (plan.original_context / wave - plan.low_frequency_factor) /
                            (plan.high_frequency_factor - plan.low_frequency_factor);
      frequency *= (1 - smooth) / plan.factor + smooth;
    }
  }
}

double longrope_magnitude(const RotaryPlan& plan) {
  return plan.factor > 1 ? std::sqrt(1 + std::log(plan.factor) / std::log(plan.original_context))
                         : 1;
}

}  // namespace

RotaryFrequencies rotary_frequencies(const RotaryPlan& plan, bool beyond) {
  RotaryFrequencies result;
  for (int i = 0; i < plan.width / 2; ++i)
    result.per_position.push_back(std::pow(plan.base, -2.0 * i / plan.width));
  switch (plan.scaling) {
    case RotaryScaling::kNone:
      break;
    case RotaryScaling::kLinear:
      for (double& frequency : result.per_position) frequency /= plan.factor;
      break;
    case RotaryScaling::kYarn:
      scale_yarn(plan, result.per_position);
      result.magnitude =
          plan.attention_factor > 0 ? plan.attention_factor : yarn_magnitude(plan.factor);
      break;
    case RotaryScaling::kLlama3:
      scale_llama3(plan, result.per_position);
      break;
    case RotaryScaling::kLongRope:
      result.magnitude =
          plan.attention_factor > 0 ? plan.attention_factor : longrope_magnitude(plan);
      break;
  }
  const std::vector<float>& divisors = beyond ? plan.long_divisors : plan.divisors;
  for (std::size_t i = 0; i < divisors.size(); ++i) result.per_position[i] /= divisors[i];
  return result;
}

double yarn_magnitude(double factor, double scale) {
  return factor > 1 ? 0.1 * scale * std::log(factor) + 1 : 1;
}

}  // namespace canter
