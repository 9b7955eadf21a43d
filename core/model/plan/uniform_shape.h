#pragma once

#include <optional>

#include "model/plan/model_plan.h"

namespace canter {

/// Sizes of a model whose layers are all attention, and alike.
struct UniformShape {
  int layers = 0;
  int width = 0;
  int heads = 0;
  int kv_heads = 0;
  int head_width = 0;
  int feed_forward = 0;  ///< 0: a mixture of experts
  int vocabulary = 0;
  int context = 0;
  double norm_epsilon = 0;
  RotaryPlan rotary{};
};

/// nullopt: layers differ, or are no attention that turns its keys.
std::optional<UniformShape> uniform_shape(const ModelPlan& plan);

/// Whether the graph is Llama's: RMS norms before gated attention and SiLU networks, nothing else.
bool is_llama_graph(const ModelPlan& plan);

}  // namespace canter
