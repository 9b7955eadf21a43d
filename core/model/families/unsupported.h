#pragma once

#include "model/families/model_keys.h"
#include "model/plan/model_plan.h"

namespace canter {

/// Of a plan that is sound and understood: kUnsupported for what no family runs and would not
/// notice: attention in both directions, values of another width than keys, kinds of layers and
/// quantised weights that are not known; kBadFile for a list of layers that does not fit their
/// number.
Result<void> check_supported(const ModelKeys& keys, const ModelPlan& plan);

}  // namespace canter
