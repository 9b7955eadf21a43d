#pragma once

#include <vector>

#include "model/plan/model_plan.h"
#include "model/weights/tensor_table.h"

namespace canter {

/// Puts the numbers of a folder's tensor, of which `spec` says what they do in the model, into the
/// order that GGUF has them in: for some families the elements of each rotary pair side by side,
/// and the value heads of delta nets so that value head j uses key head j modulo their number.
void put_in_gguf_order(const ModelPlan& plan, const TensorSpec& spec, std::vector<float>& numbers);

}  // namespace canter
