#pragma once

#include <cstddef>

namespace canter {

// Results are within a few units in the last place of the formulas; where e^v is taken of a product
// v, its rounding is |v| such units. Functions of single numbers give each the same bits wherever
// it stands, so that threads may share a row.

/// out[i] = x[i] / sqrt(mean(x^2) + epsilon) * weight[i] (Zhang and Sennrich, "Root Mean Square
/// Layer Normalization", 2019). Without weights where `weight` is nullptr. `out` may be `x`.
void rms_norm(const float* x, const float* weight, float epsilon, std::size_t width, float* out);

/// out[i] = (x[i] - mean(x)) / sqrt(variance(x) + epsilon) * weight[i] + bias[i] (Ba et al., "Layer
/// Normalization", 2016). `bias` may be nullptr, `out` may be `x`.
void layer_norm(const float* x, const float* weight, const float* bias, float epsilon,
                std::size_t width, float* out);

/// gate[i] = silu(gate[i]) * up[i], silu(v) = v / (1 + exp(-v)) (SwiGLU, Shazeer 2020).
void silu_multiply(float* gate, const float* up, std::size_t count);

/// gate[i] = g / (1 + exp(-slope * g)) * (u + 1), g = gate[i] but no more than `limit`, u = up[i]
/// within +-limit (gpt-oss, with slope 1.702 and limit 7).
void clamped_silu_multiply(float* gate, const float* up, float slope, float limit,
                           std::size_t count);

/// gate[i] = gelu_tanh(gate[i]) * up[i].
void gelu_tanh_multiply(float* gate, const float* up, std::size_t count);

/// x[i] = x[i] / 2 * (1 + tanh(sqrt(2 / pi) * (x[i] + 0.044715 * x[i]^3))).
void gelu_tanh(float* x, std::size_t count);

/// x[i] = x[i] / 2 * (1 + erf(x[i] / sqrt(2))) (Hendrycks and Gimpel, "Gaussian Error Linear
/// Units", 2016).
void gelu(float* x, std::size_t count);

/// x[i] = x[i] / (1 + exp(-gate[i])).
void sigmoid_multiply(float* x, const float* gate, std::size_t count);

/// x[i] = cap * tanh(x[i] / cap).
void softcap(float* x, float cap, std::size_t count);

/// x[i] *= factor.
void scale(float* x, float factor, std::size_t count);

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

/// x[i] += factor * y[i].
void add_scaled(float* x, const float* y, float factor, std::size_t count);

/// Adds `bias`, [width], to each of the rows.
void add_bias(float* x, const float* bias, std::size_t rows, std::size_t width);

}  // namespace canter
