#include "tune/router.h"

#include <algorithm>
#include <cstddef>

#include "model/forward/mixture.h"
#include "tune/numbers.h"

namespace canter::tuning {
namespace {

/// The chosen experts' shares before they are made to add up, and what they are divided by. Where
/// a softmax is over all experts and then made to add up, it is one over the chosen.
template <typename Real>
struct Shares {
  bool sigmoid, sum_to_one;
  Real largest = 0, sum = 0;

  Shares(const MixturePlan& mixture, std::span<const Real> logits, std::span<const int> chosen)
      : sigmoid(mixture.gating == Gating::kSigmoid),
        sum_to_one(mixture.gating == Gating::kSoftmaxOfChosen || mixture.renormalise) {
    if (!sigmoid) largest = *std::ranges::max_element(logits);
    if (sum_to_one) {
      for (const int expert : chosen) sum += of(logits[expert]);
      if (sigmoid) sum += Real(kLeastSum);
    } else if (sigmoid) {
      sum = 1;
    } else {
      for (const Real logit : logits) sum += of(logit);
    }
  }
  Real of(Real logit) const {
    return sigmoid ? 1 / (1 + exponential(-logit)) : exponential(logit - largest);
  }
  Real slope(Real share) const { return sigmoid ? share * (1 - share) : share; }
};

}  // namespace

template <typename Real>
void weigh_experts(const MixturePlan& mixture, std::span<const Real> logits,
                   std::span<const int> chosen, std::span<Real> weights) {
  const Shares<Real> shares(mixture, logits, chosen);
  for (std::size_t i = 0; i < chosen.size(); ++i)
    weights[i] = Real(mixture.scale) * shares.of(logits[chosen[i]]) / shares.sum;
}

template <typename Real>
void weigh_experts_back(const MixturePlan& mixture, std::span<const Real> logits,
                        std::span<const int> chosen, std::span<const Real> weight_gradient,
                        std::span<Real> logit_gradient) {
  const Shares<Real> shares(mixture, logits, chosen);
  const Real scale = Real(mixture.scale) / shares.sum;
  // The weights are scale * share_i / sum: what the sum says is the same for all that are in it.
  Real of_sum = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    of_sum += weight_gradient[i] * shares.of(logits[chosen[i]]) / shares.sum;
  std::ranges::fill(logit_gradient, Real(0));
  if (!shares.sigmoid && !shares.sum_to_one)
    for (std::size_t i = 0; i < logits.size(); ++i)
      logit_gradient[i] = -scale * of_sum * shares.of(logits[i]);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const Real change = weight_gradient[i] - (shares.sum_to_one ? of_sum : Real(0));
    logit_gradient[chosen[i]] += scale * change * shares.slope(shares.of(logits[chosen[i]]));
  }
}

template void weigh_experts(const MixturePlan&, std::span<const float>, std::span<const int>,
                            std::span<float>);
template void weigh_experts(const MixturePlan&, std::span<const double>, std::span<const int>,
                            std::span<double>);
template void weigh_experts_back(const MixturePlan&, std::span<const float>, std::span<const int>,
                                 std::span<const float>, std::span<float>);
template void weigh_experts_back(const MixturePlan&, std::span<const double>, std::span<const int>,
                                 std::span<const double>, std::span<double>);

}  // namespace canter::tuning
