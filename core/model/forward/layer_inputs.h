#pragma once

#include <span>
#include <vector>

#include "model/forward/pass.h"

namespace canter {

/// Gemma 4's embeddings for each layer: made once for each pass, from the tokens and their first
/// hidden states, and added behind each layer. May throw std::bad_alloc.
class LayerInputs {
 public:
  static std::size_t numbers_per_row(const ModelPlan& plan) {
    return std::size_t(plan.per_layer_input) * (2 * plan.layers.size() + 1);
  }

  /// `tokens` of the rows, -1 for one that stands for none; `residual` [rows, width] holds their
  /// embeddings.
  void prepare(Pass& pass, std::span<const int> tokens, const float* residual);
  /// Adds a layer's to residual; `scratch` is [rows, width].
  void add(Pass& pass, int layer, float* residual, float* scratch);

 private:
  std::vector<float> inputs_;     // [rows, layers, per-layer width]
  std::vector<float> of_tokens_;  // the same
  std::vector<float> gate_;       // [rows, per-layer width]
};

}  // namespace canter
