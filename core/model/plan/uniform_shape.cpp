#include "model/plan/uniform_shape.h"

#include <algorithm>

namespace canter {

std::optional<UniformShape> uniform_shape(const ModelPlan& plan) {
  const AttentionPlan* first = plan.layers.empty() ? nullptr : plan.attention(0);
  if (!first || plan.short_context() > 0) return std::nullopt;
  UniformShape shape{.layers = plan.layer_count(),
                     .width = plan.width,
                     .heads = first->heads,
                     .kv_heads = first->kv_heads,
                     .head_width = first->head_width,
                     .vocabulary = plan.vocabulary,
                     .context = plan.context,
                     .norm_epsilon = plan.norm_epsilon,
                     .gated = false};
  bool turned = false;
  for (int i = 0; i < plan.layer_count(); ++i) {
    const AttentionPlan* attention = plan.attention(i);
    if (!attention || attention->heads != first->heads || attention->kv_heads != first->kv_heads ||
        attention->head_width != first->head_width || !attention->has_keys())
      return std::nullopt;
    if (attention->rotary >= 0 && !turned) {
      shape.rotary = plan.rotaries[attention->rotary];
      turned = true;
    }
    const LayerPlan& layer = plan.layers[i];
    int wide = layer.dense ? layer.dense->width : 0;
    if (layer.mixture) {
      wide += layer.mixture->used * layer.mixture->width + layer.mixture->shared_width;
      shape.experts = std::max(shape.experts, layer.mixture->experts);
      shape.experts_used = std::max(shape.experts_used, layer.mixture->used);
    }
    shape.feed_forward = std::max(shape.feed_forward, wide);
    shape.gated = shape.gated || layer.mixture || layer.dense->gated;
    shape.post_norms = shape.post_norms || layer.mixer_post_norm || layer.feed_forward_post_norm;
    shape.head_norms = shape.head_norms || attention->head_norm != HeadNorm::kNone;
  }
  return shape;
}

const RotaryPlan& key_order(const ModelPlan& plan, int layer) {
  static const RotaryPlan none;
  const int own = plan.attention(layer)->rotary;
  if (own >= 0) return plan.rotaries[own];
  return plan.rotaries.empty() ? none : plan.rotaries.front();
}

}  // namespace canter
