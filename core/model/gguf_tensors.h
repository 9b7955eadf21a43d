#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/families/family.h"
#include "model/plan/model_plan.h"
#include "model/weights/tensor_table.h"

namespace canter {

/// What GGUF files of the family call the tensor of a role, without the layer: `attn_q.weight`;
/// empty: GGUF has no name for it.
std::string_view gguf_part(const Family& family, Role role);

/// The whole name, `blk.3.attn_q.weight`; layer -1: of the model.
std::string gguf_name(std::string_view part, int layer);

/// The tensor's shape there, the outermost dimension first.
std::vector<std::uint64_t> gguf_shape(const ModelPlan& plan, const TensorSpec& spec);

/// Puts the numbers of a folder's tensor, of which `spec` says what they do in the model, into the
/// order that GGUF has them in: for some families the elements of each rotary pair side by side,
/// and the value heads of delta nets so that value head j uses key head j modulo their number.
void put_in_gguf_order(const ModelPlan& plan, const TensorSpec& spec, std::vector<float>& numbers);

}  // namespace canter
