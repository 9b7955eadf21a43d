#pragma once

#include <vector>

#include "model/plan/model_plan.h"

namespace canter {

/// The windows of all layers, 0 where a layer has none.
inline std::vector<int> windows_of(const ModelPlan& plan) {
  std::vector<int> all;
  for (int i = 0; i < plan.layer_count(); ++i) all.push_back(plan.attention(i)->window);
  return all;
}

}  // namespace canter
