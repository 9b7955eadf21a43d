#pragma once

#include "base/error.h"
#include "model/families/model_keys.h"
#include "model/plan/model_plan.h"

namespace canter {

/// How the file says that a text's vector is made. kUnsupported for a way that is not known here.
Result<void> read_pooling(const ModelKeys& keys, ModelPlan& plan);

}  // namespace canter
