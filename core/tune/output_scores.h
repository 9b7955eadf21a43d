#pragma once

#include <cstddef>

#include "model/plan/model_plan.h"
#include "tune/numbers.h"

namespace canter::tuning {

/// Makes a model's logits of products with its output matrix: scaled, then capped.
template <typename Real>
void finish_logits(const ModelPlan& plan, std::size_t count, Real* numbers) {
  const Real scale = Real(plan.logit_scale), cap = Real(plan.logit_cap);
  if (scale != 1)
    for (std::size_t i = 0; i < count; ++i) numbers[i] *= scale;
  if (cap != 0)
    for (std::size_t i = 0; i < count; ++i) numbers[i] = cap * hyperbolic_tangent(numbers[i] / cap);
}

/// Turns the gradient of `logits` into that of the products.
template <typename Real>
void finish_logits_back(const ModelPlan& plan, const Real* logits, std::size_t count,
                        Real* gradient) {
  const Real scale = Real(plan.logit_scale), cap = Real(plan.logit_cap);
  if (scale != 1)
    for (std::size_t i = 0; i < count; ++i) gradient[i] *= scale;
  if (cap != 0)
    for (std::size_t i = 0; i < count; ++i) gradient[i] *= 1 - logits[i] / cap * (logits[i] / cap);
}

}  // namespace canter::tuning
