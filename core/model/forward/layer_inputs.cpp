#include "model/forward/layer_inputs.h"

#include <cmath>

#include "model/forward/activation.h"
#include "tensor/number_format.h"
#include "tensor/operations.h"

namespace canter {

void LayerInputs::prepare(Pass& pass, std::span<const int> tokens, const float* residual) {
  const ModelPlan& plan = pass.plan();
  const ModelWeights& weights = pass.model->weights();
  const std::size_t width = plan.per_layer_input, all = width * plan.layers.size();
  inputs_.resize(pass.rows() * all);
  of_tokens_.resize(pass.rows() * all);
  pass.matmul.multiply(residual, pass.rows(), weights.model.matrix(Role::kLayerInputProjection),
                       inputs_.data());
  const auto projection_scale = float(1 / std::sqrt(double(plan.width)));
  const auto token_scale = float(std::sqrt(double(width)));
  const auto both_scale = float(1 / std::sqrt(2.0));
  const float* norm = weights.model.vector(Role::kLayerInputNorm).data();
  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    float* numbers = inputs_.data() + row * all;
    scale(numbers, projection_scale, all);
    for (std::size_t layer = 0; layer < plan.layers.size(); ++layer)
      rms_norm(numbers + layer * width, norm, float(plan.norm_epsilon), width,
               numbers + layer * width);
    if (tokens[row] < 0) return;
    float* token = of_tokens_.data() + row * all;
    decode_numbers(weights.layer_inputs.type, weights.layer_inputs.row(tokens[row]), token, all);
    for (std::size_t i = 0; i < all; ++i)
      numbers[i] = (numbers[i] + token[i] * token_scale) * both_scale;
  });
}

void LayerInputs::add(Pass& pass, int layer, float* residual, float* scratch) {
  const ModelPlan& plan = pass.plan();
  const LayerWeights& weights = pass.weights(layer);
  const std::size_t width = plan.per_layer_input, all = width * plan.layers.size();
  gate_.resize(pass.rows() * width);
  pass.matmul.multiply(residual, pass.rows(), weights.matrix(Role::kLayerInputGate), gate_.data());
  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    activate(plan.layer(layer).activation, gate_.data() + row * width,
             inputs_.data() + row * all + layer * width, width);
  });
  pass.matmul.multiply(gate_.data(), pass.rows(), weights.matrix(Role::kLayerInputOutput), scratch);
  const float* norm = weights.vector(Role::kLayerInputPostNorm).data();
  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    float* numbers = scratch + row * plan.width;
    rms_norm(numbers, norm, float(plan.norm_epsilon), plan.width, numbers);
    canter::add(residual + row * plan.width, numbers, plan.width);
  });
}

}  // namespace canter
