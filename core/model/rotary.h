#pragma once

#include <vector>

#include "model/config.h"

namespace canter {

/// Angles per position of the rotary embedding, and what cosine and sine are multiplied by.
struct RotaryFrequencies {
  std::vector<double> per_position;  ///< [width / 2], radians
  double magnitude = 1;
};

/// base^(-2i / width), scaled as the configuration says: linear (Chen et al., arXiv 2306.15595),
/// YaRN (Peng et al., arXiv 2309.00071), Llama 3's (by wavelength), or a file's own divisors.
RotaryFrequencies rotary_frequencies(const RotaryConfig& config);

/// What YaRN multiplies cosine and sine by: 0.1 scale ln(factor) + 1, 1 for factors up to 1.
double yarn_magnitude(double factor, double scale = 1);

/// Turns the pairs of one head in place by the angles whose cosines and sines are given
/// ([width / 2] each).
void turn_head(RotaryLayout layout, const float* cosine, const float* sine, int width, float* head);

}  // namespace canter
