#pragma once

#include <cstddef>

namespace canter {

/// out[i] = x[i] / sqrt(mean(x^2) + epsilon) * weight[i] (Zhang and Sennrich, "Root Mean Square
/// Layer Normalization", 2019). `out` may be `x`.
void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out);

/// gate[i] = silu(gate[i]) * up[i], silu(v) = v / (1 + exp(-v)) (SwiGLU, Shazeer 2020).
void silu_multiply(float* gate, const float* up, std::size_t count);

/// x[i] += y[i].
void add(float* x, const float* y, std::size_t count);

}  // namespace canter
