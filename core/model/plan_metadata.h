#pragma once

#include "format/gguf.h"
#include "model/plan/model_plan.h"

namespace canter {

/// What read_plan() reads, for a GGUF file of this plan. What GGUF keeps as tensors (factors of
/// rotary embeddings) is not part of it.
GgufEntries plan_metadata(const ModelPlan& plan);

}  // namespace canter
