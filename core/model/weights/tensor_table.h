#pragma once

#include <cstdint>
#include <vector>

#include "model/plan/model_plan.h"
#include "model/weights/tensor_role.h"

namespace canter {

/// A tensor that a model's graph needs.
struct TensorSpec {
  Role role = Role::kCount;
  int layer = -1;             ///< -1: of the model; behind the layers: of a draft head
  std::uint64_t experts = 0;  ///< a matrix for each of them; 0: one matrix, or a vector
  std::uint64_t outputs = 0;  ///< numbers of a vector
  std::uint64_t inputs = 0;   ///< 0: a vector, read into float32
  bool optional = false;

  bool is_vector() const { return inputs == 0; }
  bool operator==(const TensorSpec&) const = default;
};

/// All tensors of a model, those of the model first, then layer by layer. What is loaded, packed,
/// counted, converted and hashed follows this table.
std::vector<TensorSpec> tensor_table(const ModelPlan& plan);

}  // namespace canter
