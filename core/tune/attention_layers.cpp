#include "tune/attention_layers.h"

#include <algorithm>
#include <cmath>

#include "tune/network.h"

namespace canter::tuning {
namespace {

const float* data_or_null(const std::vector<float>& numbers) {
  return numbers.empty() ? nullptr : numbers.data();
}

}  // namespace

template <typename Real>
AttentionLayers<Real>::AttentionLayers(const Model& model, ThreadPool& pool,
                                       FrozenProducts<Real>& products)
    : model_(&model),
      pool_(&pool),
      products_(&products),
      attention_(pool),
      layers_(model.plan().layer_count()) {
  for (const RotaryPlan& rotary : model.plan().rotaries) rotaries_.emplace_back(rotary);
}

template <typename Real>
std::uint64_t AttentionLayers<Real>::numbers_per_row(const UniformShape& shape) {
  const std::uint64_t queries = std::uint64_t(shape.heads) * shape.head_width;
  const std::uint64_t keys = std::uint64_t(shape.kv_heads) * shape.head_width;
  const std::uint64_t normed = shape.head_norms ? queries + keys + shape.heads + shape.kv_heads : 0;
  return shape.layers * (2 * queries + 2 * keys + normed) + 2 * queries + 2 * keys +
         (shape.head_norms ? queries : 0);
}

template <typename Real>
void AttentionLayers<Real>::prepare(const MaskBatch<Real>& batch) {
  positions_.clear();
  for (const MaskRow& row : batch.rows) positions_.push_back(row.anchor + 1 + row.mask);
  const auto for_each = [&](std::size_t rows, const auto& use) { for_each_row(*pool_, rows, use); };
  for (RotaryTurns<Real>& rotary : rotaries_)
    rotary.prepare(positions_, /*beyond=*/false, for_each);
}

template <typename Real>
Norm AttentionLayers<Real>::norm_of(const std::vector<float>& weight) const {
  return {NormKind::kRms, weight.size(), model_->plan().norm_epsilon, weight.data(), nullptr};
}

template <typename Real>
void AttentionLayers<Real>::rotate(const AttentionPlan& plan, int count, bool query, bool back,
                                   Real* heads) {
  const std::size_t width = std::size_t(count) * plan.head_width;
  const bool scaled = query && plan.position_scale != 0;
  if (plan.rotary < 0 && !scaled) return;
  for_each_row(*pool_, positions_.size(), [&](std::size_t row) {
    Real* numbers = heads + row * width;
    if (scaled) {
      // Turning is linear, so the order does not matter.
      const double steps = std::floor(double(positions_[row]) / plan.position_scale_context);
      const Real factor = Real(1 + plan.position_scale * std::log(1 + steps));
      for (std::size_t i = 0; i < width; ++i) numbers[i] *= factor;
    }
    if (plan.rotary >= 0) rotaries_[plan.rotary].turn(row, count, plan.head_width, numbers, back);
  });
}

template <typename Real>
void AttentionLayers<Real>::turn(const AttentionPlan& plan, const std::vector<float>& weight,
                                 int count, bool query, Heads& heads) {
  if (!weight.empty()) {
    const Norm norm = norm_of(weight);
    const std::size_t vectors = heads.turned.size() / norm.width;
    heads.scales.resize(vectors);
    heads.projected.assign(heads.turned.begin(), heads.turned.end());
    norm_forward(norm, vectors, heads.projected.data(), heads.scales.data(), heads.turned.data(),
                 *pool_);
  }
  rotate(plan, count, query, false, heads.turned.data());
}

template <typename Real>
void AttentionLayers<Real>::turn_back(const AttentionPlan& plan, const std::vector<float>& weight,
                                      int count, bool query, const Heads& heads,
                                      std::vector<Real>& gradient) {
  rotate(plan, count, query, true, gradient.data());
  if (weight.empty()) return;
  const Norm norm = norm_of(weight);
  turned_.assign(gradient.begin(), gradient.end());
  std::ranges::fill(gradient, Real(0));
  norm_backward(norm, heads.scales.size(), heads.projected.data(), heads.scales.data(),
                turned_.data(), gradient.data(), *pool_);
}

template <typename Real>
MaskHeads<Real> AttentionLayers<Real>::heads_of(int layer) const {
  const Kept& kept = layers_[layer];
  return {model_->plan().attention(layer),
          data_or_null(model_->weights().layers[layer].vector(Role::kSinks)),
          kept.query.turned.data(), kept.key.turned.data(), kept.value.data()};
}

template <typename Real>
void AttentionLayers<Real>::forward(int layer, const Parameters<Real>& parameters,
                                    const MaskBatch<Real>& batch, const Real* x, Real* out) {
  const AttentionPlan& plan = *model_->plan().attention(layer);
  const LayerWeights& weights = model_->weights().layers[layer];
  const std::size_t rows = positions_.size();
  Kept& kept = layers_[layer];
  for (auto* numbers : {&kept.query.turned, &kept.mixed})
    numbers->resize(rows * plan.heads * plan.head_width);
  for (auto* numbers : {&kept.key.turned, &kept.value})
    numbers->resize(rows * plan.kv_heads * plan.head_width);
  const auto multiply = [&](Role role, Role bias, const Real* from, Real* to) {
    project(weights.matrix(role), data_or_null(weights.vector(bias)), rows, from, to, *products_,
            *pool_);
  };
  multiply(Role::kQuery, Role::kQueryBias, x, kept.query.turned.data());
  multiply(Role::kKey, Role::kKeyBias, x, kept.key.turned.data());
  multiply(Role::kValue, Role::kValueBias, x, kept.value.data());
  turn(plan, weights.vector(Role::kQueryNorm), plan.heads, true, kept.query);
  turn(plan, weights.vector(Role::kKeyNorm), plan.kv_heads, false, kept.key);
  attention_.forward(layer, parameters, batch, heads_of(layer), kept.mixed.data());
  multiply(Role::kAttentionOutput, Role::kAttentionOutputBias, kept.mixed.data(), out);
}

template <typename Real>
void AttentionLayers<Real>::backward(int layer, const Parameters<Real>& parameters,
                                     const MaskBatch<Real>& batch, const Real* out_gradient,
                                     Real* x_gradient, Parameters<Real>& gradient) {
  const AttentionPlan& plan = *model_->plan().attention(layer);
  const LayerWeights& weights = model_->weights().layers[layer];
  const std::size_t rows = positions_.size();
  const Kept& kept = layers_[layer];
  for (auto* numbers : {&mixed_gradient_, &query_gradient_}) numbers->resize(kept.mixed.size());
  for (auto* numbers : {&key_gradient_, &value_gradient_}) numbers->resize(kept.value.size());
  products_->backward(weights.matrix(Role::kAttentionOutput), out_gradient, rows,
                      mixed_gradient_.data());
  attention_.backward(layer, parameters, batch, heads_of(layer), kept.mixed.data(),
                      mixed_gradient_.data(),
                      {query_gradient_.data(), key_gradient_.data(), value_gradient_.data(),
                       gradient.keys(layer), gradient.values(layer)});
  turn_back(plan, weights.vector(Role::kQueryNorm), plan.heads, true, kept.query, query_gradient_);
  turn_back(plan, weights.vector(Role::kKeyNorm), plan.kv_heads, false, kept.key, key_gradient_);
  products_->backward(weights.matrix(Role::kQuery), query_gradient_.data(), rows, x_gradient);
  products_->backward(weights.matrix(Role::kKey), key_gradient_.data(), rows, x_gradient, true);
  products_->backward(weights.matrix(Role::kValue), value_gradient_.data(), rows, x_gradient, true);
}

template class AttentionLayers<float>;
template class AttentionLayers<double>;

}  // namespace canter::tuning
