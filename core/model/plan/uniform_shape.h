#pragma once

#include <optional>

#include "model/plan/model_plan.h"

namespace canter {

/// Sizes of a model whose layers are all attention with keys and values of one shape. Windows,
/// norms and rotary embeddings may differ from layer to layer.
struct UniformShape {
  int layers = 0;
  int width = 0;
  int heads = 0;
  int kv_heads = 0;
  int head_width = 0;
  int feed_forward = 0;  ///< the widest layer's; of a mixture what a token uses, all together
  int vocabulary = 0;
  int context = 0;
  double norm_epsilon = 0;
  RotaryPlan rotary{};      ///< of the first layer that has one
  bool gated = true;        ///< feed-forward networks have a gate
  bool post_norms = false;  ///< behind branches, in any layer
  bool head_norms = false;  ///< of queries and keys, in any layer
  int experts = 0;          ///< the most of any layer
  int experts_used = 0;
};

/// nullopt: layers are something else, or differ in the shape of keys and values, or share them, or
/// mark positions by the length of the sequence.
std::optional<UniformShape> uniform_shape(const ModelPlan& plan);

/// The rotary embedding in whose order the elements of a layer's keys lie. Files order the rows of
/// all layers alike, so those of a layer without one follow the model's first.
const RotaryPlan& key_order(const ModelPlan& plan, int layer);

}  // namespace canter
