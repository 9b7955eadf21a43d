#include "model/rotary.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace canter {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// The pair that makes `turns` full turns over the original context.
double pair_with_turns(const RotaryConfig& config, double turns) {
  return config.width * std::log(config.original_context / (turns * kTurn)) /
         (2 * std::log(config.base));
}

void scale_yarn(const RotaryConfig& config, std::vector<double>& frequencies) {
  const double low = std::max(0.0, std::floor(pair_with_turns(config, config.beta_fast)));
  const double high =
      std::min(config.width - 1.0, std::ceil(pair_with_turns(config, config.beta_slow)));
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    const double ramp = std::clamp((double(i) - low) / std::max(0.001, high - low), 0.0, 1.0);
    frequencies[i] *= (1 - ramp) + ramp / config.factor;
  }
}

void scale_llama3(const RotaryConfig& config, std::vector<double>& frequencies) {
  const double long_wave = config.original_context / config.low_frequency_factor;
  const double short_wave = config.original_context / config.high_frequency_factor;
  for (double& frequency : frequencies) {
    const double wave = kTurn / frequency;
    if (wave > long_wave) {
      frequency /= config.factor;
    } else if (wave > short_wave) {
      const double smooth = (config.original_context / wave - config.low_frequency_factor) /
                            (config.high_frequency_factor - config.low_frequency_factor);
      frequency *= (1 - smooth) / config.factor + smooth;
    }
  }
}

}  // namespace

RotaryFrequencies rotary_frequencies(const RotaryConfig& config) {
  RotaryFrequencies result;
  for (int i = 0; i < config.width / 2; ++i)
    result.per_position.push_back(std::pow(config.base, -2.0 * i / config.width));
  switch (config.scaling) {
    case RotaryScaling::kNone:
      break;
    case RotaryScaling::kLinear:
      for (double& frequency : result.per_position) frequency /= config.factor;
      break;
    case RotaryScaling::kYarn:
      scale_yarn(config, result.per_position);
      result.magnitude =
          config.attention_factor > 0 ? config.attention_factor : yarn_magnitude(config.factor);
      break;
    case RotaryScaling::kLlama3:
      scale_llama3(config, result.per_position);
      break;
  }
  for (std::size_t i = 0; i < config.divisors.size(); ++i)
    result.per_position[i] /= config.divisors[i];
  return result;
}

double yarn_magnitude(double factor, double scale) {
  return factor > 1 ? 0.1 * scale * std::log(factor) + 1 : 1;
}

void turn_head(RotaryLayout layout, const float* cosine, const float* sine, int width,
               float* head) {
  const int pairs = width / 2;
  const auto turn = [&](int i, float& first, float& second) {
    const float x = first, y = second;
    first = x * cosine[i] - y * sine[i];
    second = x * sine[i] + y * cosine[i];
  };
  if (layout == RotaryLayout::kInterleaved)
    for (int i = 0; i < pairs; ++i) turn(i, head[2 * i], head[2 * i + 1]);
  else
    for (int i = 0; i < pairs; ++i) turn(i, head[i], head[i + pairs]);
}

}  // namespace canter
