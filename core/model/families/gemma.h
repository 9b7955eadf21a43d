#pragma once

#include <cmath>

#include "model/families/usual.h"

namespace canter {

/// What all generations of Gemma share: embeddings times the root of their width, four norms, GELU.
inline Result<void> read_gemma(const ModelKeys& keys, ModelPlan& plan, LayerPlan& layer) {
  if (auto known = check_activation(keys, {{}, "hidden_activation"}, "gelu_pytorch_tanh"); !known)
    return known;
  keys.ignore(kActivation);
  plan.embedding_scale = float(std::sqrt(double(plan.width)));
  layer.activation = Activation::kGeluTanh;
  layer.mixer_post_norm = layer.feed_forward_post_norm = true;
  plan.logit_cap = keys.number({"final_logit_softcapping", "final_logit_softcapping"});
  return {};
}

/// Attention scale of Gemma 2 and 3: 1 / sqrt of a number that a folder names. GGUF has no key for
/// it: in the largest models, which their number of layers tells, it is width / heads.
inline double gemma_scale(const ModelKeys& keys, const ModelPlan& plan,
                          const AttentionPlan& attention, int layers_of_largest) {
  double divisor = attention.head_width;
  if (keys.is_gguf() && plan.layer_count() == layers_of_largest && attention.heads > 0)
    divisor = double(plan.width) / attention.heads;
  divisor = keys.number({{}, "query_pre_attn_scalar"}, divisor);
  return divisor > 0 ? 1 / std::sqrt(divisor) : 0;
}

/// `post_attention_norm` and `post_ffw_norm` stand behind the branches.
inline constexpr TensorPlace kGemmaPlaces[] = {
    {Role::kMixerPostNorm, "post_attention_norm.weight", "post_attention_layernorm.weight"},
    {Role::kFeedForwardNorm, "ffn_norm.weight", "pre_feedforward_layernorm.weight"},
    {Role::kFeedForwardPostNorm, "post_ffw_norm.weight", "post_feedforward_layernorm.weight"},
};

}  // namespace canter
