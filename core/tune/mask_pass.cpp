#include "tune/mask_pass.h"

#include <algorithm>
#include <cmath>

#include "model/plan/rotary.h"
#include "tune/numbers.h"

namespace canter::tuning {
namespace {

constexpr std::size_t kRowsTogether = 16;

}  // namespace

template <typename Real>
MaskPass<Real>::MaskPass(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products)
    : model_(&model),
      shape_(uniform_shape(model.plan()).value()),
      pool_(&pool),
      products_(&products),
      attention_(shape_, pool),
      layers_(shape_.layers) {}

template <typename Real>
std::uint64_t MaskPass<Real>::row_bytes(const UniformShape& config) {
  const std::uint64_t heads = std::uint64_t(config.heads) * config.head_width;
  const std::uint64_t kv_heads = std::uint64_t(config.kv_heads) * config.head_width;
  const std::uint64_t layer =
      2 * config.width + 2 * heads + 2 * kv_heads + 2 * std::uint64_t(config.feed_forward) + 2;
  const std::uint64_t scratch =
      4 * config.width + 2 * heads + 2 * kv_heads + std::uint64_t(config.feed_forward);
  return (config.layers * layer + scratch) * sizeof(Real);
}

template <typename Real>
template <typename Use>
void MaskPass<Real>::for_each_row(const Use& use) {
  pool_->for_each((rows_ + kRowsTogether - 1) / kRowsTogether, [&](std::size_t part, int) {
    const std::size_t end = std::min(rows_, (part + 1) * kRowsTogether);
    for (std::size_t row = part * kRowsTogether; row < end; ++row) use(row);
  });
}

template <typename Real>
void MaskPass<Real>::prepare(const MaskBatch<Real>& batch) {
  const UniformShape& config = shape_;
  rows_ = batch.rows.size();
  const std::size_t width = rows_ * config.width, wide = rows_ * config.feed_forward;
  const std::size_t heads = rows_ * config.heads * config.head_width;
  const std::size_t kv_heads = rows_ * config.kv_heads * config.head_width;
  for (Activations& a : layers_) {
    for (auto* numbers : {&a.input, &a.middle}) numbers->resize(width);
    for (auto* numbers : {&a.query, &a.mixed}) numbers->resize(heads);
    for (auto* numbers : {&a.key, &a.value}) numbers->resize(kv_heads);
    for (auto* numbers : {&a.gate, &a.up}) numbers->resize(wide);
    a.scales.resize(2 * rows_);
  }
  for (auto* numbers : {&residual_, &normed_, &residual_gradient_, &narrow_})
    numbers->resize(width);
  for (auto* numbers : {&mixed_gradient_, &query_gradient_}) numbers->resize(heads);
  for (auto* numbers : {&key_gradient_, &value_gradient_}) numbers->resize(kv_heads);
  wide_.resize(wide);
  output_scales_.resize(rows_);

  const RotaryFrequencies frequencies = rotary_frequencies(config.rotary);
  const std::size_t pairs = frequencies.per_position.size();
  cosine_.resize(rows_ * pairs);
  sine_.resize(rows_ * pairs);
  for_each_row([&](std::size_t row) {
    const int position = batch.rows[row].anchor + 1 + batch.rows[row].mask;
    for (std::size_t i = 0; i < pairs; ++i) {
      const double angle = position * frequencies.per_position[i];
      cosine_[row * pairs + i] = Real(std::cos(angle) * frequencies.magnitude);
      sine_[row * pairs + i] = Real(std::sin(angle) * frequencies.magnitude);
    }
  });
}

template <typename Real>
void MaskPass<Real>::turn(std::vector<Real>& heads, int head_count, bool back) {
  const RotaryPlan& rotary = shape_.rotary;
  const std::size_t pairs = rotary.width / 2, width = shape_.head_width;
  const std::size_t step = rotary.layout == RotaryLayout::kInterleaved ? 2 : 1;
  const std::size_t apart = rotary.layout == RotaryLayout::kInterleaved ? 1 : pairs;
  for_each_row([&](std::size_t row) {
    const Real *cosine = cosine_.data() + row * pairs, *sine = sine_.data() + row * pairs;
    for (int head = 0; head < head_count; ++head) {
      Real* numbers = heads.data() + (row * head_count + head) * width;
      for (std::size_t i = 0; i < pairs; ++i) {
        Real &first = numbers[i * step], &second = numbers[i * step + apart];
        const Real x = first, y = second, s = back ? -sine[i] : sine[i];
        first = x * cosine[i] - y * s;
        second = x * s + y * cosine[i];
      }
    }
  });
}

template <typename Real>
void MaskPass<Real>::normalise(const std::vector<Real>& x, const std::vector<float>& weight,
                               Real* scales) {
  const std::size_t width = weight.size();
  for_each_row([&](std::size_t row) {
    scales[row] = norm_forward(x.data() + row * width, weight.data(), shape_.norm_epsilon,
                               width, normed_.data() + row * width);
  });
}

template <typename Real>
void MaskPass<Real>::normalise_back(const std::vector<Real>& x, const std::vector<float>& weight,
                                    const Real* scales, const std::vector<Real>& out_gradient) {
  const std::size_t width = weight.size();
  for_each_row([&](std::size_t row) {
    norm_backward(x.data() + row * width, weight.data(), scales[row],
                  out_gradient.data() + row * width, width,
                  residual_gradient_.data() + row * width);
  });
}

template <typename Real>
const std::vector<Real>& MaskPass<Real>::forward(const Parameters<Real>& parameters,
                                                 const MaskBatch<Real>& batch) {
  prepare(batch);
  const std::size_t width = shape_.width;
  for_each_row([&](std::size_t row) {
    std::copy_n(parameters.masks() + batch.rows[row].mask * width, width,
                residual_.data() + row * width);
  });
  for (int layer = 0; layer < shape_.layers; ++layer)
    forward_layer(layer, parameters, batch);
  normalise(residual_, model_->weights().model.vector(Role::kOutputNorm), output_scales_.data());
  return normed_;
}

template <typename Real>
void MaskPass<Real>::forward_layer(int layer, const Parameters<Real>& parameters,
                                   const MaskBatch<Real>& batch) {
  const UniformShape& config = shape_;
  const LayerWeights& weights = model_->weights().layers[layer];
  Activations& a = layers_[layer];
  const std::size_t width = config.width, wide = config.feed_forward;

  a.input.assign(residual_.begin(), residual_.end());
  normalise(a.input, weights.vector(Role::kMixerNorm), a.scales.data());
  products_->forward(weights.matrix(Role::kQuery), normed_.data(), rows_, a.query.data());
  products_->forward(weights.matrix(Role::kKey), normed_.data(), rows_, a.key.data());
  products_->forward(weights.matrix(Role::kValue), normed_.data(), rows_, a.value.data());
  turn(a.query, config.heads, false);
  turn(a.key, config.kv_heads, false);
  attention_.forward(layer, parameters, batch, {a.query.data(), a.key.data(), a.value.data()},
                     a.mixed.data());
  products_->forward(weights.matrix(Role::kAttentionOutput), a.mixed.data(), rows_, narrow_.data());
  for_each_row([&](std::size_t row) {
    add_scaled(Real(1), narrow_.data() + row * width, width, residual_.data() + row * width);
  });

  a.middle.assign(residual_.begin(), residual_.end());
  normalise(a.middle, weights.vector(Role::kFeedForwardNorm), a.scales.data() + rows_);
  products_->forward(weights.matrix(Role::kGate), normed_.data(), rows_, a.gate.data());
  products_->forward(weights.matrix(Role::kUp), normed_.data(), rows_, a.up.data());
  for_each_row([&](std::size_t row) {
    const Real *gate = a.gate.data() + row * wide, *up = a.up.data() + row * wide;
    Real* out = wide_.data() + row * wide;
    for (std::size_t i = 0; i < wide; ++i) out[i] = gate[i] / (1 + exponential(-gate[i])) * up[i];
  });
  products_->forward(weights.matrix(Role::kDown), wide_.data(), rows_, narrow_.data());
  for_each_row([&](std::size_t row) {
    add_scaled(Real(1), narrow_.data() + row * width, width, residual_.data() + row * width);
  });
}

template <typename Real>
void MaskPass<Real>::backward(const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                              const std::vector<Real>& output_gradient,
                              Parameters<Real>& gradient) {
  std::fill(residual_gradient_.begin(), residual_gradient_.end(), Real(0));
  normalise_back(residual_, model_->weights().model.vector(Role::kOutputNorm), output_scales_.data(), output_gradient);
  for (int layer = shape_.layers - 1; layer >= 0; --layer)
    backward_layer(layer, parameters, batch, gradient);
  const std::size_t width = shape_.width;
  for (std::size_t row = 0; row < rows_; ++row)
    add_scaled(Real(1), residual_gradient_.data() + row * width, width,
               gradient.masks() + batch.rows[row].mask * width);
}

template <typename Real>
void MaskPass<Real>::backward_layer(int layer, const Parameters<Real>& parameters,
                                    const MaskBatch<Real>& batch, Parameters<Real>& gradient) {
  const UniformShape& config = shape_;
  const LayerWeights& weights = model_->weights().layers[layer];
  Activations& a = layers_[layer];
  const std::size_t wide = config.feed_forward;

  // Feed-forward. Gradients of gate and up take the place of gate and up.
  products_->backward(weights.matrix(Role::kDown), residual_gradient_.data(), rows_, wide_.data());
  for_each_row([&](std::size_t row) {
    Real *gate = a.gate.data() + row * wide, *up = a.up.data() + row * wide;
    const Real* out = wide_.data() + row * wide;
    for (std::size_t i = 0; i < wide; ++i) {
      const Real g = gate[i], u = up[i], sigmoid = 1 / (1 + exponential(-g));
      gate[i] = out[i] * u * sigmoid * (1 + g * (1 - sigmoid));
      up[i] = out[i] * g * sigmoid;
    }
  });
  products_->backward(weights.matrix(Role::kGate), a.gate.data(), rows_, narrow_.data());
  products_->backward(weights.matrix(Role::kUp), a.up.data(), rows_, narrow_.data(), true);
  normalise_back(a.middle, weights.vector(Role::kFeedForwardNorm), a.scales.data() + rows_, narrow_);

  // Attention.
  products_->backward(weights.matrix(Role::kAttentionOutput), residual_gradient_.data(), rows_,
                      mixed_gradient_.data());
  attention_.backward(layer, parameters, batch, {a.query.data(), a.key.data(), a.value.data()},
                      a.mixed.data(), mixed_gradient_.data(),
                      {query_gradient_.data(), key_gradient_.data(), value_gradient_.data(),
                       gradient.keys(layer), gradient.values(layer)});
  turn(query_gradient_, config.heads, true);
  turn(key_gradient_, config.kv_heads, true);
  products_->backward(weights.matrix(Role::kQuery), query_gradient_.data(), rows_, narrow_.data());
  products_->backward(weights.matrix(Role::kKey), key_gradient_.data(), rows_, narrow_.data(), true);
  products_->backward(weights.matrix(Role::kValue), value_gradient_.data(), rows_, narrow_.data(), true);
  normalise_back(a.input, weights.vector(Role::kMixerNorm), a.scales.data(), narrow_);
}

template class MaskPass<float>;
template class MaskPass<double>;

}  // namespace canter::tuning
