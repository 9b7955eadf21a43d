#include "tune/mask_pass.h"

#include <algorithm>

#include "tune/numbers.h"
#include "tune/rows.h"

namespace canter::tuning {

template <typename Real>
MaskPass<Real>::MaskPass(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products)
    : model_(&model),
      plan_(&model.plan()),
      pool_(&pool),
      attention_(model, pool, products),
      networks_(pool, products),
      mixture_(model, pool, products),
      layers_(plan_->layer_count()) {}

template <typename Real>
std::uint64_t MaskPass<Real>::row_bytes(const UniformShape& shape) {
  const std::uint64_t width = shape.width, wide = shape.feed_forward;
  const std::uint64_t experts = shape.experts_used * width + shape.experts;
  const std::uint64_t norms = (shape.post_norms ? 4 : 2) * (width + 1);
  const std::uint64_t layer = norms + (shape.gated ? 2 : 1) * wide + experts;
  const std::uint64_t scratch = 7 * width + wide + 2 * experts;
  return (shape.layers * layer + scratch + AttentionLayers<Real>::numbers_per_row(shape)) *
         sizeof(Real);
}

template <typename Real>
Norm MaskPass<Real>::norm_of(const LayerWeights& weights, Role weight, Role bias) const {
  const float* added =
      bias == Role::kCount || weights.vector(bias).empty() ? nullptr : weights.vector(bias).data();
  return {plan_->norm, std::size_t(plan_->width), plan_->norm_epsilon,
          weights.vector(weight).data(), added};
}

template <typename Real>
void MaskPass<Real>::normalise(const Norm& norm, const Numbers& x, KeptNorm& kept, Numbers& out) {
  kept.input.assign(x.begin(), x.end());
  kept.scales.resize(rows_);
  out.resize(x.size());
  norm_forward(norm, rows_, kept.input.data(), kept.scales.data(), out.data(), *pool_);
}

template <typename Real>
void MaskPass<Real>::normalise_back(const Norm& norm, const KeptNorm& kept,
                                    const Numbers& out_gradient, Numbers& x_gradient) {
  norm_backward(norm, rows_, kept.input.data(), kept.scales.data(), out_gradient.data(),
                x_gradient.data(), *pool_);
}

template <typename Real>
void MaskPass<Real>::add(const Numbers& from, Numbers& to, double factor) {
  const std::size_t width = plan_->width;
  for_each_row(*pool_, rows_, [&](std::size_t row) {
    add_scaled(Real(factor), from.data() + row * width, width, to.data() + row * width);
  });
}

template <typename Real>
const std::vector<Real>& MaskPass<Real>::forward(const Parameters<Real>& parameters,
                                                 const MaskBatch<Real>& batch) {
  rows_ = batch.rows.size();
  const std::size_t width = plan_->width;
  for (Numbers* numbers : {&residual_, &branch_}) numbers->resize(rows_ * width);
  attention_.prepare(batch);
  for_each_row(*pool_, rows_, [&](std::size_t row) {
    std::copy_n(parameters.masks() + batch.rows[row].mask * width, width,
                residual_.data() + row * width);
  });
  for (int layer = 0; layer < plan_->layer_count(); ++layer)
    forward_layer(layer, parameters, batch);
  normalise(norm_of(model_->weights().model, Role::kOutputNorm, Role::kOutputNormBias), residual_,
            output_, normed_);
  return normed_;
}

template <typename Real>
void MaskPass<Real>::forward_layer(int layer, const Parameters<Real>& parameters,
                                   const MaskBatch<Real>& batch) {
  const LayerPlan& plan = plan_->layer(layer);
  const LayerWeights& weights = model_->weights().layers[layer];
  Kept& kept = layers_[layer];
  const Numbers* x = &residual_;
  if (plan.mixer_norm) {
    normalise(norm_of(weights, Role::kMixerNorm, Role::kMixerNormBias), residual_, kept.mixer,
              normed_);
    x = &normed_;
  }
  attention_.forward(layer, parameters, batch, x->data(), branch_.data());
  if (plan.mixer_post_norm)
    normalise(norm_of(weights, Role::kMixerPostNorm), branch_, kept.mixer_post, branch_);
  if (plan.parallel) {
    second_.assign(branch_.begin(), branch_.end());
  } else {
    add(branch_, residual_, plan_->residual_scale);
    x = &residual_;
  }
  if (plan.feed_forward_norm) {
    normalise(norm_of(weights, Role::kFeedForwardNorm, Role::kFeedForwardNormBias), residual_,
              kept.network, normed_);
    x = &normed_;
  }
  feed_forward(layer, *x, branch_);
  if (plan.feed_forward_post_norm)
    normalise(norm_of(weights, Role::kFeedForwardPostNorm), branch_, kept.network_post, branch_);
  if (plan.parallel) add(second_, residual_, plan_->residual_scale);
  add(branch_, residual_, plan_->residual_scale);
}

template <typename Real>
Network MaskPass<Real>::network_of(int layer) const {
  const LayerPlan& plan = plan_->layer(layer);
  const LayerWeights& weights = model_->weights().layers[layer];
  const auto bias = [&](Role role) {
    return weights.vector(role).empty() ? nullptr : weights.vector(role).data();
  };
  return {plan.dense->gated ? &weights.matrix(Role::kGate) : nullptr,
          &weights.matrix(Role::kUp),
          &weights.matrix(Role::kDown),
          bias(Role::kGateBias),
          bias(Role::kUpBias),
          bias(Role::kDownBias),
          plan.activation};
}

template <typename Real>
void MaskPass<Real>::feed_forward(int layer, const Numbers& x, Numbers& out) {
  const LayerPlan& plan = plan_->layer(layer);
  if (plan.mixture) return mixture_.forward(layer, rows_, x.data(), out.data());
  Kept& kept = layers_[layer];
  if (plan.dense->gated) kept.gate.resize(rows_ * plan.dense->width);
  kept.up.resize(rows_ * plan.dense->width);
  networks_.forward(network_of(layer), rows_, x.data(), kept.gate.data(), kept.up.data(),
                    out.data());
}

template <typename Real>
void MaskPass<Real>::backward(const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                              const std::vector<Real>& output_gradient,
                              Parameters<Real>& gradient) {
  const std::size_t width = plan_->width;
  residual_gradient_.assign(rows_ * width, Real(0));
  normed_gradient_.resize(rows_ * width);
  normalise_back(norm_of(model_->weights().model, Role::kOutputNorm, Role::kOutputNormBias),
                 output_, output_gradient, residual_gradient_);
  for (int layer = plan_->layer_count() - 1; layer >= 0; --layer)
    backward_layer(layer, parameters, batch, gradient);
  for (std::size_t row = 0; row < rows_; ++row)
    add_scaled(Real(1), residual_gradient_.data() + row * width, width,
               gradient.masks() + batch.rows[row].mask * width);
}

template <typename Real>
void MaskPass<Real>::branch_gradient(const LayerWeights& weights, bool post_norm, Role role,
                                     const KeptNorm& kept, Numbers& branch) {
  branch.assign(residual_gradient_.begin(), residual_gradient_.end());
  if (plan_->residual_scale != 1)
    for (Real& number : branch) number *= Real(plan_->residual_scale);
  if (!post_norm) return;
  scratch_.assign(branch.begin(), branch.end());
  std::ranges::fill(branch, Real(0));
  normalise_back(norm_of(weights, role), kept, scratch_, branch);
}

template <typename Real>
void MaskPass<Real>::backward_layer(int layer, const Parameters<Real>& parameters,
                                    const MaskBatch<Real>& batch, Parameters<Real>& gradient) {
  const LayerPlan& plan = plan_->layer(layer);
  const LayerWeights& weights = model_->weights().layers[layer];
  Kept& kept = layers_[layer];
  const auto mixer_branch = [&] {
    branch_gradient(weights, plan.mixer_post_norm, Role::kMixerPostNorm, kept.mixer_post, second_);
  };
  // Branches side by side were added to the same sum.
  if (plan.parallel) mixer_branch();
  branch_gradient(weights, plan.feed_forward_post_norm, Role::kFeedForwardPostNorm,
                  kept.network_post, branch_);
  feed_forward_back(layer, branch_, normed_gradient_);
  const bool shares_norm = plan.parallel && !plan.feed_forward_norm;
  if (plan.feed_forward_norm)
    normalise_back(norm_of(weights, Role::kFeedForwardNorm), kept.network, normed_gradient_,
                   residual_gradient_);
  else if (!shares_norm)
    add(normed_gradient_, residual_gradient_);
  if (!plan.parallel) mixer_branch();

  attention_.backward(layer, parameters, batch, second_.data(), branch_.data(), gradient);
  if (shares_norm) add(normed_gradient_, branch_);
  if (plan.mixer_norm)
    normalise_back(norm_of(weights, Role::kMixerNorm), kept.mixer, branch_, residual_gradient_);
  else
    add(branch_, residual_gradient_);
}

template <typename Real>
void MaskPass<Real>::feed_forward_back(int layer, const Numbers& out_gradient,
                                       Numbers& x_gradient) {
  if (plan_->layer(layer).mixture)
    return mixture_.backward(layer, rows_, out_gradient.data(), x_gradient.data());
  Kept& kept = layers_[layer];
  networks_.backward(network_of(layer), rows_, kept.gate.data(), kept.up.data(),
                     out_gradient.data(), x_gradient.data());
}

template class MaskPass<float>;
template class MaskPass<double>;

}  // namespace canter::tuning
