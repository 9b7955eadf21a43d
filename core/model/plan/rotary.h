#pragma once

#include <string_view>
#include <vector>

namespace canter {

/// Which two elements of a head form a pair that the rotary embedding turns.
enum class RotaryLayout {
  kInterleaved,  ///< 2i and 2i+1
  kHalves,       ///< i and i + width/2
};

enum class RotaryScaling { kNone, kLinear, kYarn, kLlama3, kLongRope };

/// How queries and keys are turned by their position.
struct RotaryPlan {
  RotaryLayout layout = RotaryLayout::kHalves;
  double base = 10000;
  int width = 0;  ///< elements of a head that are turned, from its first on
  RotaryScaling scaling = RotaryScaling::kNone;
  double factor = 1;
  int original_context = 0;          ///< yarn, llama3, longrope
  double attention_factor = 0;       ///< yarn, longrope; 0: the formula's
  double beta_fast = 32;             ///< yarn
  double beta_slow = 1;              ///< yarn
  bool round_limits = true;          ///< yarn: the ramp's limits are whole pairs
  double low_frequency_factor = 1;   ///< llama3
  double high_frequency_factor = 4;  ///< llama3
  /// [width/2], what each pair's frequency is divided by; empty: nothing. longrope: up to
  /// original_context tokens.
  std::vector<float> divisors = {};
  std::vector<float> long_divisors = {};  ///< longrope, of longer sequences; [width/2]

  bool operator==(const RotaryPlan&) const = default;
};

/// Angles per position of the rotary embedding, and what cosine and sine are multiplied by.
struct RotaryFrequencies {
  std::vector<double> per_position;  ///< [width / 2], radians
  double magnitude = 1;
};

/// base^(-2i / width), scaled as the plan says: linear (Chen et al., arXiv 2306.15595), YaRN (Peng
/// et al., arXiv 2309.00071), Llama 3's (by wavelength), LongRoPE (Ding et al., arXiv 2402.13753),
/// or a file's own divisors. `beyond`: of a sequence longer than the original context.
RotaryFrequencies rotary_frequencies(const RotaryPlan& plan, bool beyond = false);

/// What YaRN multiplies cosine and sine by: 0.1 scale ln(factor) + 1, 1 for factors up to 1.
double yarn_magnitude(double factor, double scale = 1);

}  // namespace canter
