#include "tune/expert_mixture.h"

#include <algorithm>

#include "tune/numbers.h"
#include "tune/router.h"
#include "tune/rows.h"

namespace canter::tuning {

template <typename Real>
ExpertMixture<Real>::ExpertMixture(const Model& model, ThreadPool& pool,
                                   FrozenProducts<Real>& products)
    : model_(&model),
      pool_(&pool),
      products_(&products),
      networks_(pool, products),
      layers_(model.plan().layer_count()) {}

template <typename Real>
Network ExpertMixture<Real>::expert(int layer, int expert) const {
  const LayerPlan& plan = model_->plan().layer(layer);
  const LayerWeights& weights = model_->weights().layers[layer];
  const std::size_t wide = plan.mixture->width, width = model_->plan().width;
  const auto bias = [&](Role role, std::size_t numbers) {
    const std::vector<float>& all = weights.vector(role);
    return all.empty() ? nullptr : all.data() + expert * numbers;
  };
  return {&weights.experts(Role::kExpertGate)[expert],
          &weights.experts(Role::kExpertUp)[expert],
          &weights.experts(Role::kExpertDown)[expert],
          bias(Role::kExpertGateBias, wide),
          bias(Role::kExpertUpBias, wide),
          bias(Role::kExpertDownBias, width),
          plan.activation};
}

template <typename Real>
Network ExpertMixture<Real>::shared(int layer) const {
  const LayerWeights& weights = model_->weights().layers[layer];
  Network network;
  network.gate = &weights.matrix(Role::kSharedGate);
  network.up = &weights.matrix(Role::kSharedUp);
  network.down = &weights.matrix(Role::kSharedDown);
  network.activation = model_->plan().layer(layer).activation;
  return network;
}

template <typename Real>
void ExpertMixture<Real>::choose(const LayerWeights& weights, const MixturePlan& mixture,
                                 std::size_t rows, const Real* x, Kept& kept) {
  const std::size_t experts = mixture.experts, used = mixture.used;
  const std::vector<float>& bias = weights.vector(Role::kRouterBias);
  kept.logits.resize(rows * experts);
  kept.weights.resize(rows * used);
  kept.chosen.clear();
  project(weights.matrix(Role::kRouter), bias.empty() ? nullptr : bias.data(), rows, x,
          kept.logits.data(), *products_, *pool_);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::span<const Real> logits(kept.logits.data() + row * experts, experts);
    float_logits_.assign(logits.begin(), logits.end());
    choose_experts(mixture, float_logits_, weights.vector(Role::kChoiceBias), chosen_);
    for (const ChosenExpert& one : chosen_) kept.chosen.push_back(one.expert);
    weigh_experts<Real>(mixture, logits, std::span(kept.chosen).last(used),
                        std::span(kept.weights).subspan(row * used, used));
  }
}

template <typename Real>
void ExpertMixture<Real>::group(const MixturePlan& mixture, Kept& kept) {
  std::vector<std::size_t> next(mixture.experts);
  for (const int expert : kept.chosen) ++next[expert];
  kept.groups.clear();
  std::size_t first = 0;
  for (int expert = 0; expert < mixture.experts; ++expert) {
    const std::size_t count = next[expert];
    next[expert] = first;
    if (count > 0) kept.groups.push_back({expert, first, count});
    first += count;
  }
  kept.place.clear();
  for (const int expert : kept.chosen) kept.place.push_back(next[expert]++);
}

template <typename Real>
void ExpertMixture<Real>::forward(int layer, std::size_t rows, const Real* x, Real* out) {
  const MixturePlan& mixture = *model_->plan().layer(layer).mixture;
  const std::size_t width = model_->plan().width, used = mixture.used, wide = mixture.width;
  Kept& kept = layers_[layer];
  choose(model_->weights().layers[layer], mixture, rows, x, kept);
  group(mixture, kept);
  kept.gate.resize(rows * used * wide);
  kept.up.resize(rows * used * wide);
  kept.down.resize(rows * used * width);
  grouped_.resize(rows * used * width);
  for_each_row(*pool_, rows, [&](std::size_t row) {
    for (std::size_t i = row * used; i < (row + 1) * used; ++i)
      std::copy_n(x + row * width, width, grouped_.data() + kept.place[i] * width);
  });
  for (const Group& g : kept.groups)
    networks_.forward(expert(layer, g.expert), g.count, grouped_.data() + g.first * width,
                      kept.gate.data() + g.first * wide, kept.up.data() + g.first * wide,
                      kept.down.data() + g.first * width);
  if (mixture.shared_width > 0) {
    kept.shared_gate.resize(rows * mixture.shared_width);
    kept.shared_up.resize(rows * mixture.shared_width);
    networks_.forward(shared(layer), rows, x, kept.shared_gate.data(), kept.shared_up.data(), out);
  } else {
    std::fill_n(out, rows * width, Real(0));
  }
  for_each_row(*pool_, rows, [&](std::size_t row) {
    for (std::size_t i = row * used; i < (row + 1) * used; ++i)
      add_scaled(kept.weights[i], kept.down.data() + kept.place[i] * width, width,
                 out + row * width);
  });
}

template <typename Real>
void ExpertMixture<Real>::backward(int layer, std::size_t rows, const Real* out_gradient,
                                   Real* x_gradient) {
  const MixturePlan& mixture = *model_->plan().layer(layer).mixture;
  const std::size_t width = model_->plan().width, used = mixture.used, wide = mixture.width;
  const std::size_t experts = mixture.experts;
  Kept& kept = layers_[layer];
  weight_gradient_.resize(rows * used);
  logit_gradient_.resize(rows * experts);
  grouped_.resize(rows * used * width);
  narrow_.resize(rows * used * width);
  for_each_row(*pool_, rows, [&](std::size_t row) {
    const Real* change = out_gradient + row * width;
    for (std::size_t i = row * used; i < (row + 1) * used; ++i) {
      Real* numbers = grouped_.data() + kept.place[i] * width;
      weight_gradient_[i] = dot(change, kept.down.data() + kept.place[i] * width, width);
      for (std::size_t k = 0; k < width; ++k) numbers[k] = kept.weights[i] * change[k];
    }
    weigh_experts_back<Real>(mixture,
                             std::span<const Real>(kept.logits).subspan(row * experts, experts),
                             std::span<const int>(kept.chosen).subspan(row * used, used),
                             std::span<const Real>(weight_gradient_).subspan(row * used, used),
                             std::span(logit_gradient_).subspan(row * experts, experts));
  });
  products_->backward(model_->weights().layers[layer].matrix(Role::kRouter), logit_gradient_.data(),
                      rows, x_gradient);
  for (const Group& g : kept.groups)
    networks_.backward(expert(layer, g.expert), g.count, kept.gate.data() + g.first * wide,
                       kept.up.data() + g.first * wide, grouped_.data() + g.first * width,
                       narrow_.data() + g.first * width);
  for_each_row(*pool_, rows, [&](std::size_t row) {
    for (std::size_t i = row * used; i < (row + 1) * used; ++i)
      add_scaled(Real(1), narrow_.data() + kept.place[i] * width, width, x_gradient + row * width);
  });
  if (mixture.shared_width == 0) return;
  networks_.backward(shared(layer), rows, kept.shared_gate.data(), kept.shared_up.data(),
                     out_gradient, narrow_.data());
  for_each_row(*pool_, rows, [&](std::size_t row) {
    add_scaled(Real(1), narrow_.data() + row * width, width, x_gradient + row * width);
  });
}

template class ExpertMixture<float>;
template class ExpertMixture<double>;

}  // namespace canter::tuning
