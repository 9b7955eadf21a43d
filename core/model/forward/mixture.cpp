#include "model/forward/mixture.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "model/forward/activation.h"
#include "tensor/operations.h"

namespace canter {
namespace {

/// In place: e^(x - largest) / sum, of the numbers that `number` picks from the elements.
template <typename Elements, typename Number = std::identity>
void softmax(Elements& elements, Number number = {}) {
  float largest = -std::numeric_limits<float>::infinity(), sum = 0;
  for (const auto& each : elements) largest = std::max(largest, std::invoke(number, each));
  for (auto& each : elements) {
    float& x = std::invoke(number, each);
    sum += x = std::exp(x - largest);
  }
  for (auto& each : elements) std::invoke(number, each) /= sum;
}

}  // namespace

void choose_experts(const MixturePlan& mixture, std::span<float> logits,
                    std::span<const float> bias, std::vector<ChosenExpert>& chosen) {
  if (mixture.gating == Gating::kSoftmax) softmax(logits);
  if (mixture.gating == Gating::kSigmoid)
    for (float& logit : logits) logit = 1 / (1 + std::exp(-logit));
  chosen.clear();
  for (std::size_t i = 0; i < logits.size(); ++i) chosen.push_back({int(i), logits[i]});
  const auto score = [&](const ChosenExpert& one) {
    return bias.empty() ? one.weight : one.weight + bias[one.expert];
  };
  std::ranges::partial_sort(
      chosen, chosen.begin() + mixture.used, [&](const ChosenExpert& a, const ChosenExpert& b) {
        return score(a) != score(b) ? score(a) > score(b) : a.expert < b.expert;
      });
  chosen.resize(mixture.used);
  if (mixture.gating == Gating::kSoftmaxOfChosen) {
    softmax(chosen, &ChosenExpert::weight);
  } else if (mixture.renormalise) {
    float sum = 0;
    for (const ChosenExpert& one : chosen) sum += one.weight;
    if (mixture.gating == Gating::kSigmoid) sum += float(kLeastSum);
    for (ChosenExpert& one : chosen) one.weight /= sum;
  }
  for (ChosenExpert& one : chosen) one.weight *= float(mixture.scale);
  std::ranges::sort(chosen, {}, &ChosenExpert::expert);
}

std::size_t Mixture::numbers_per_row(const MixturePlan& mixture, int width) {
  const std::size_t of_place = 2 * std::size_t(width) + 2 * std::size_t(mixture.width) + 4;
  const std::size_t shared =
      mixture.shared_width > 0 ? std::size_t(width) + 1 + 2 * std::size_t(mixture.shared_width) : 0;
  return mixture.experts + mixture.used * of_place + shared;
}

void Mixture::choose(Pass& pass, const MixturePlan& mixture, const LayerWeights& weights,
                     const float* router_input) {
  logits_.resize(pass.rows() * mixture.experts);
  pass.multiply(router_input, weights.matrix(Role::kRouter), weights.vector(Role::kRouterBias),
                logits_.data());
  const std::vector<float>& scales = weights.vector(Role::kExpertScale);
  chosen_.clear();
  for (std::size_t row = 0; row < pass.rows(); ++row) {
    choose_experts(mixture, std::span(logits_).subspan(row * mixture.experts, mixture.experts),
                   weights.vector(Role::kChoiceBias), row_);
    for (ChosenExpert& one : row_)
      if (!scales.empty()) one.weight *= scales[one.expert];
    chosen_.insert(chosen_.end(), row_.begin(), row_.end());
  }
}

void Mixture::group(std::size_t rows, int experts, std::size_t width, const float* x) {
  const std::size_t used = chosen_.size() / rows;
  std::vector<std::size_t> counts(experts);
  for (const ChosenExpert& one : chosen_) ++counts[one.expert];
  groups_.clear();
  std::vector<std::size_t> next(experts);
  std::size_t first = 0;
  for (int expert = 0; expert < experts; ++expert) {
    if (counts[expert] == 0) continue;
    groups_.push_back({expert, first, counts[expert]});
    next[expert] = first;
    first += counts[expert];
  }
  place_.resize(chosen_.size());
  x_.resize(chosen_.size() * width);
  for (std::size_t i = 0; i < chosen_.size(); ++i) {
    place_[i] = next[chosen_[i].expert]++;
    std::copy_n(x + i / used * width, width, x_.data() + place_[i] * width);
  }
}

void Mixture::add_biases(const std::vector<float>& biases, std::size_t width,
                         std::vector<float>& numbers) const {
  if (biases.empty()) return;
  for (const Group& group : groups_)
    add_bias(numbers.data() + group.first * width, biases.data() + group.expert * width,
             group.count, width);
}

void Mixture::run(Pass& pass, int layer, const float* x, const float* router_input,
                  DenseNetwork& shared, float* out) {
  const LayerPlan& plan = pass.plan().layer(layer);
  const MixturePlan& mixture = *plan.mixture;
  const LayerWeights& weights = pass.weights(layer);
  const std::size_t width = pass.plan().width, wide = mixture.width;
  choose(pass, mixture, weights, router_input);
  group(pass.rows(), mixture.experts, width, x);
  gate_.resize(chosen_.size() * wide);
  up_.resize(chosen_.size() * wide);
  down_.resize(chosen_.size() * width);

  parts_.clear();
  for (const Group& group : groups_) {
    parts_.push_back(
        {&weights.experts(Role::kExpertGate)[group.expert], gate_.data() + group.first * wide});
    parts_.push_back(
        {&weights.experts(Role::kExpertUp)[group.expert], up_.data() + group.first * wide});
  }
  products_.clear();
  for (std::size_t g = 0; g < groups_.size(); ++g)
    products_.push_back({x_.data() + groups_[g].first * width, groups_[g].count,
                         std::span(parts_).subspan(2 * g, 2)});
  pass.matmul.multiply(products_);
  add_biases(weights.vector(Role::kExpertGateBias), wide, gate_);
  add_biases(weights.vector(Role::kExpertUpBias), wide, up_);
  pass.for_each_part(gate_.size(), [&](std::size_t first, std::size_t count) {
    activate(plan.activation, gate_.data() + first, up_.data() + first, count);
  });

  parts_.clear();
  for (const Group& group : groups_)
    parts_.push_back(
        {&weights.experts(Role::kExpertDown)[group.expert], down_.data() + group.first * width});
  products_.clear();
  for (std::size_t g = 0; g < groups_.size(); ++g)
    products_.push_back({gate_.data() + groups_[g].first * wide, groups_[g].count,
                         std::span(parts_).subspan(g, 1)});
  pass.matmul.multiply(products_);
  add_biases(weights.vector(Role::kExpertDownBias), width, down_);

  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    float* sum = out + row * width;
    std::fill_n(sum, width, 0.0f);
    for (int i = 0; i < mixture.used; ++i) {
      const std::size_t one = row * mixture.used + i;
      add_scaled(sum, down_.data() + place_[one] * width, chosen_[one].weight, width);
    }
  });
  if (mixture.shared_width > 0) add_shared(pass, layer, x, shared, out);
}

void Mixture::add_shared(Pass& pass, int layer, const float* x, DenseNetwork& shared, float* out) {
  const LayerWeights& weights = pass.weights(layer);
  const std::size_t width = pass.plan().width;
  shared_out_.resize(pass.rows() * width);
  shared.run_shared(pass, layer, x, shared_out_.data());
  const bool gated = pass.plan().layer(layer).mixture->shared_gate;
  if (gated) {
    shared_gate_.resize(pass.rows());
    pass.matmul.multiply(x, pass.rows(), weights.matrix(Role::kSharedRouter), shared_gate_.data());
  }
  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    const float weight = gated ? 1 / (1 + std::exp(-shared_gate_[row])) : 1;
    add_scaled(out + row * width, shared_out_.data() + row * width, weight, width);
  });
}

}  // namespace canter
