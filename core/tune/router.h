#pragma once

#include <span>

#include "model/plan/model_plan.h"

namespace canter::tuning {

/// What the results of chosen experts are multiplied by, of one row with logits [experts]; the
/// counterpart of choose_experts(), which has chosen. `weights` is [chosen].
template <typename Real>
void weigh_experts(const MixturePlan& mixture, std::span<const Real> logits,
                   std::span<const int> chosen, std::span<Real> weights);

/// Sets logit_gradient, [experts], by the gradient of the weights; the choice is taken as fixed.
template <typename Real>
void weigh_experts_back(const MixturePlan& mixture, std::span<const Real> logits,
                        std::span<const int> chosen, std::span<const Real> weight_gradient,
                        std::span<Real> logit_gradient);

}  // namespace canter::tuning
