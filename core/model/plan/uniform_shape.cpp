#include "model/plan/uniform_shape.h"

#include <algorithm>
#include <cmath>

namespace canter {

std::optional<UniformShape> uniform_shape(const ModelPlan& plan) {
  const AttentionPlan* first = plan.layers.empty() ? nullptr : plan.attention(0);
  if (!first || first->rotary < 0 || plan.short_context() > 0) return std::nullopt;
  for (int i = 0; i < plan.layer_count(); ++i) {
    const AttentionPlan* attention = plan.attention(i);
    if (!attention || attention->heads != first->heads || attention->kv_heads != first->kv_heads ||
        attention->head_width != first->head_width || attention->rotary != first->rotary ||
        !attention->has_keys())
      return std::nullopt;
  }
  const LayerPlan& layer = plan.layers.front();
  return UniformShape{.layers = plan.layer_count(),
                      .width = plan.width,
                      .heads = first->heads,
                      .kv_heads = first->kv_heads,
                      .head_width = first->head_width,
                      .feed_forward = layer.dense ? layer.dense->width : 0,
                      .vocabulary = plan.vocabulary,
                      .context = plan.context,
                      .norm_epsilon = plan.norm_epsilon,
                      .rotary = plan.rotaries[first->rotary]};
}

bool is_llama_graph(const ModelPlan& plan) {
  const auto shape = uniform_shape(plan);
  if (!shape || shape->feed_forward == 0) return false;
  AttentionPlan attention;
  attention.heads = shape->heads;
  attention.kv_heads = shape->kv_heads;
  attention.head_width = shape->head_width;
  attention.rotary = plan.attention(0)->rotary;
  attention.scale = 1 / std::sqrt(double(shape->head_width));
  const LayerPlan usual{.mixer = attention, .dense = DensePlan{.width = shape->feed_forward}};
  return plan.norm == NormKind::kRms && plan.embedding_scale == 1 && plan.residual_scale == 1 &&
         plan.logit_scale == 1 && plan.logit_cap == 0 && plan.per_layer_input == 0 &&
         std::ranges::all_of(plan.layers, [&](const LayerPlan& layer) { return layer == usual; });
}

}  // namespace canter
