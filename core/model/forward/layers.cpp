#include "model/forward/layers.h"

#include <algorithm>
#include <cmath>

#include "tensor/operations.h"

namespace canter {
namespace {

/// The widest of what layers need for a row.
struct Widest {
  std::size_t attention = 0;
  std::size_t recurrent = 0;
  std::size_t dense = 0;
  std::size_t mixture = 0;
  int branches = 0;  ///< beside the first
};

Widest widest_of(const ModelPlan& plan) {
  Widest w;
  for (const LayerPlan& layer : plan.layers) {
    if (const auto* attention = std::get_if<AttentionPlan>(&layer.mixer))
      w.attention = std::max(w.attention, AttentionMixer::numbers_per_row(*attention));
    w.recurrent = std::max(w.recurrent, RecurrentMixer::numbers_per_row(plan, layer.mixer));
    if (layer.dense) w.dense = std::max(w.dense, DenseNetwork::numbers_per_row(*layer.dense));
    const bool beside_dense = layer.mixture && layer.mixture->beside_dense;
    w.branches = std::max(w.branches, beside_dense ? 2 : int(layer.parallel));
    if (layer.mixture)
      w.mixture = std::max(w.mixture, Mixture::numbers_per_row(*layer.mixture, plan.width));
  }
  return w;
}

}  // namespace

Layers::Layers(const Model& model, const ModelPlan& plan, int first, ThreadPool& pool)
    : pass_(model, plan, first, pool), attention_(plan), recurrent_(plan) {}

std::size_t Layers::numbers_per_row(const ModelPlan& plan) {
  const Widest w = widest_of(plan);
  std::size_t numbers = (3 + std::size_t(w.branches)) * std::size_t(plan.width) + w.attention +
                        w.recurrent + w.dense + w.mixture;
  for (const RotaryPlan& rotary : plan.rotaries)
    numbers += RotaryTurns<float>::numbers_per_row(rotary);
  return plan.per_layer_input > 0 ? numbers + LayerInputs::numbers_per_row(plan) : numbers;
}

void Layers::resize(std::size_t rows) {
  const std::size_t numbers = rows * pass_.plan().width;
  for (std::vector<int>* list : {&pass_.positions, &tokens_, &parents_}) list->resize(rows);
  pass_.views.resize(rows);
  for (std::vector<float>* list : {&hidden_, &normed_, &branch_}) list->resize(numbers);
}

void Layers::lay_out_chain(std::span<const TokenId> tokens, int first) {
  resize(tokens.size());
  for (int row = 0; row < int(tokens.size()); ++row) {
    pass_.positions[row] = first + row;
    pass_.views[row] = {.context = first + row + 1};
    tokens_[row] = tokens[row];
    parents_[row] = row - 1;
  }
  pass_.chain = true;
}

void Layers::prepare(bool beyond) {
  attention_.prepare(pass_, beyond);
  if (pass_.plan().has_states()) pass_.walk = RowWalk::through(parents_);
  if (pass_.plan().per_layer_input > 0) layer_inputs_.prepare(pass_, tokens_, hidden_.data());
}

void Layers::keep(std::span<const int> path, KvCache& cache) {
  if (pass_.plan().has_states()) recurrent_.keep(pass_, path, cache);
}

Result<void> Layers::run(int layer, std::span<const SequenceRows> sequences,
                         const KvCache* prefix) {
  const LayerPlan& plan = pass_.plan().layer(layer);
  const LayerWeights& weights = pass_.weights(layer);
  const float* x = hidden_.data();
  if (plan.mixer_norm) {
    normalise(weights, Role::kMixerNorm, Role::kMixerNormBias, pass_.rows(), x, normed_.data());
    x = normed_.data();
  }
  if (std::holds_alternative<AttentionPlan>(plan.mixer)) {
    if (auto done = attention_.run(pass_, layer, x, sequences, prefix, branch_.data()); !done)
      return done;
  } else {
    recurrent_.run(pass_, layer, x, *sequences.front().cache, branch_.data());
  }
  if (plan.mixer_post_norm)
    normalise(weights, Role::kMixerPostNorm, Role::kCount, pass_.rows(), branch_.data(),
              branch_.data());

  if (plan.parallel) {
    second_.resize(branch_.size());
    if (plan.feed_forward_norm) {
      normalise(weights, Role::kFeedForwardNorm, Role::kFeedForwardNormBias, pass_.rows(),
                hidden_.data(), normed_.data());
      x = normed_.data();
    }
    feed_forward(layer, x, second_.data());
    add_branch(branch_);
    add_branch(second_);
  } else {
    add_branch(branch_);
    x = hidden_.data();
    if (plan.feed_forward_norm) {
      normalise(weights, Role::kFeedForwardNorm, Role::kFeedForwardNormBias, pass_.rows(), x,
                normed_.data());
      x = normed_.data();
    }
    feed_forward(layer, x, branch_.data());
    if (plan.feed_forward_post_norm)
      normalise(weights, Role::kFeedForwardPostNorm, Role::kCount, pass_.rows(), branch_.data(),
                branch_.data());
    add_branch(branch_);
  }
  if (pass_.plan().per_layer_input > 0)
    layer_inputs_.add(pass_, layer, hidden_.data(), branch_.data());
  if (plan.output_scale) {
    const float factor = weights.vector(Role::kLayerScale).front();
    pass_.for_each_part(hidden_.size(), [&](std::size_t first, std::size_t count) {
      scale(hidden_.data() + first, factor, count);
    });
  }
  return {};
}

void Layers::feed_forward(int layer, const float* x, float* out) {
  const LayerPlan& plan = pass_.plan().layer(layer);
  if (!plan.mixture) return dense_.run(pass_, layer, x, out);
  if (!plan.mixture->beside_dense) return mixture_.run(pass_, layer, x, x, dense_, out);

  // Gemma 4: both, each behind norms of its own; the router reads the layer's state.
  const LayerWeights& weights = pass_.weights(layer);
  const std::size_t width = pass_.plan().width;
  dense_.run(pass_, layer, x, out);
  normalise(weights, Role::kDensePostNorm, Role::kCount, pass_.rows(), out, out);
  normalise(weights, Role::kMixtureNorm, Role::kCount, pass_.rows(), hidden_.data(),
            normed_.data());
  routed_.resize(hidden_.size());
  const auto factor = float(1 / std::sqrt(double(width)));
  const std::vector<float>& scales = weights.vector(Role::kRouterScale);
  pass_.for_each_row(pass_.rows(), [&](std::size_t row) {
    float* numbers = routed_.data() + row * width;
    rms_norm(hidden_.data() + row * width, scales.data(), float(pass_.plan().norm_epsilon), width,
             numbers);
    scale(numbers, factor, width);
  });
  second_.resize(hidden_.size());
  mixture_.run(pass_, layer, normed_.data(), routed_.data(), dense_, second_.data());
  normalise(weights, Role::kMixturePostNorm, Role::kCount, pass_.rows(), second_.data(),
            second_.data());
  pass_.for_each_part(second_.size(), [&](std::size_t first, std::size_t count) {
    add(out + first, second_.data() + first, count);
  });
}

void Layers::normalise(const LayerWeights& weights, Role weight, Role bias, std::size_t count,
                       const float* x, float* out) {
  const ModelPlan& plan = pass_.plan();
  const float* factors = weights.vector(weight).data();
  const float* added = bias == Role::kCount ? nullptr : weights.vector(bias).data();
  const std::size_t width = plan.width;
  const auto epsilon = float(plan.norm_epsilon);
  pass_.for_each_row(count, [&](std::size_t row) {
    if (plan.norm == NormKind::kRms)
      rms_norm(x + row * width, factors, epsilon, width, out + row * width);
    else
      layer_norm(x + row * width, factors, added, epsilon, width, out + row * width);
  });
}

void Layers::add_branch(const std::vector<float>& branch) {
  const auto factor = float(pass_.plan().residual_scale);
  pass_.for_each_part(branch.size(), [&](std::size_t first, std::size_t count) {
    if (factor == 1)
      add(hidden_.data() + first, branch.data() + first, count);
    else
      add_scaled(hidden_.data() + first, branch.data() + first, factor, count);
  });
}

}  // namespace canter
