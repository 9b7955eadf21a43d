#pragma once

#include <cstddef>

namespace canter {

/// out[i] = x[i] / sqrt(mean(x^2) + epsilon) * weight[i] (Zhang and Sennrich, "Root Mean Square
/// Layer Normalization", 2019). `out` may be `x`.
void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out);

/// gate[i] = silu(gate[i]) * up[i], silu(v) = v / (1 + exp(-v)) (SwiGLU, Shazeer 2020).
void silu_multiply(float* gate, const float* up, std::size_t count);

/// `heads` vectors of `width` numbers, all with the weights [width]: x becomes its RMS norm, then
/// gate[i] = silu(gate[i]) * x[i] (the norm of Qwen 3.5's gated delta nets).
void norm_then_gate(float* x, const float* weight, float epsilon, std::size_t heads,
                    std::size_t width, float* gate);

/// `groups` vectors of `width` numbers, with the weights [groups, width]: gate becomes the RMS norm
/// of silu(gate[i]) * x[i] (the norm of Mamba 2).
void gate_then_norm(const float* x, const float* weight, float epsilon, std::size_t groups,
                    std::size_t width, float* gate);

/// out[i] = x[i] * scale / sqrt(sum(x^2) + epsilon). `out` may be `x`.
void l2_normalise(const float* x, float epsilon, float scale, std::size_t width, float* out);

/// x[i] = 1 / (1 + exp(-x[i])).
void sigmoid(float* x, std::size_t count);

/// x[i] = ln(1 + exp(x[i])); above 20 the number itself.
void softplus(float* x, std::size_t count);

/// x[i] += y[i].
void add(float* x, const float* y, std::size_t count);

}  // namespace canter
