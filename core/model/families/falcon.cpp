#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"
#include "model/plan/alibi.h"

namespace canter {
namespace {

/// Falcon 7B and 40B: attention and a network without gate read the same input, layer norms.
/// Falcon RW: one after the other, with biases, and positions marked by ALiBi.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, {{}, "activation"}, "gelu"); !known) return known;
  const bool newer = keys.flag({{}, "new_decoder_architecture"});
  const bool parallel = keys.is_gguf() ? !keys.has_tensor("blk.0.ffn_norm.weight")
                                       : keys.flag({{}, "parallel_attn"}, true);
  if (newer && !parallel)
    return not_run(keys, "Falcon models of the newer kind with layers in sequence are not known");
  plan.norm = NormKind::kLayer;
  plan.norm_epsilon =
      keys.number({"attention.layer_norm_epsilon", "layer_norm_epsilon"}, plan.norm_epsilon);

  AttentionPlan attention = usual_attention(keys, plan);
  if (!keys.is_gguf())
    attention.kv_heads = newer ? keys.integer({{}, "num_kv_heads"}, attention.heads)
                         : keys.flag({{}, "multi_query"}, true) ? 1
                                                                : attention.heads;
  attention.alibi_bias =
      keys.flag({{}, "alibi"}) ? kUsualAlibiBias : keys.number({"attention.max_alibi_bias", {}});
  attention.alibi_scale = attention.scale;  // added to products of queries and keys before that
  if (attention.alibi_bias != 0)
    ignore_rotary(keys);
  else if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added)
    return added;
  read_biases(keys, attention);
  const bool bias = keys.flag({{}, "bias"});
  attention.input_bias |= bias;
  attention.output_bias |= bias;

  LayerPlan layer{.mixer = attention};
  layer.dense = DensePlan{.width = keys.integer({"feed_forward_length", "ffn_hidden_size"},
                                                plan.width < 1 << 28 ? 4 * plan.width : 0),
                          .gated = false,
                          .bias = bias || keys.has_tensor("blk.0.ffn_down.bias")};
  layer.activation = Activation::kGelu;
  layer.parallel = parallel;
  layer.feed_forward_norm =
      !parallel ||
      (keys.is_gguf() ? keys.has_tensor("blk.0.attn_norm_2.weight")
                      : newer && keys.integer({{}, "num_ln_in_parallel_attn"}, 2) == 2);
  fill_layers(plan, layer);
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kEmbedding, "token_embd.weight", "word_embeddings.weight"},
    {Role::kOutputNorm, "output_norm.weight", "ln_f.weight"},
    {Role::kOutputNormBias, "output_norm.bias", "ln_f.bias"},
    // Of two norms GGUF's second stands before attention.
    {Role::kMixerNorm, "attn_norm_2.weight", "ln_attn.weight"},
    {Role::kMixerNorm, "attn_norm.weight", "input_layernorm.weight"},
    {Role::kMixerNormBias, "attn_norm_2.bias", "ln_attn.bias"},
    {Role::kMixerNormBias, "attn_norm.bias", "input_layernorm.bias"},
    {Role::kFeedForwardNorm, "ffn_norm.weight", "post_attention_layernorm.weight"},
    {Role::kFeedForwardNorm, "attn_norm.weight", "ln_mlp.weight"},
    {Role::kFeedForwardNormBias, "ffn_norm.bias", "post_attention_layernorm.bias"},
    {Role::kFeedForwardNormBias, "attn_norm.bias", "ln_mlp.bias"},
    {Role::kQuery, "attn_qkv.weight", "", Cut::kQueryRows},
    {Role::kQuery, "", "self_attention.query_key_value.weight", Cut::kGroupedQueryRows},
    {Role::kKey, "attn_qkv.weight", "", Cut::kKeyRows},
    {Role::kKey, "", "self_attention.query_key_value.weight", Cut::kGroupedKeyRows},
    {Role::kValue, "attn_qkv.weight", "", Cut::kValueRows},
    {Role::kValue, "", "self_attention.query_key_value.weight", Cut::kGroupedValueRows},
    {Role::kQueryBias, "attn_qkv.bias", "", Cut::kQueryRows},
    {Role::kQueryBias, "", "self_attention.query_key_value.bias", Cut::kGroupedQueryRows},
    {Role::kKeyBias, "attn_qkv.bias", "", Cut::kKeyRows},
    {Role::kKeyBias, "", "self_attention.query_key_value.bias", Cut::kGroupedKeyRows},
    {Role::kValueBias, "attn_qkv.bias", "", Cut::kValueRows},
    {Role::kValueBias, "", "self_attention.query_key_value.bias", Cut::kGroupedValueRows},
    {Role::kAttentionOutput, "attn_output.weight", "self_attention.dense.weight"},
    {Role::kAttentionOutputBias, "attn_output.bias", "self_attention.dense.bias"},
    {Role::kUp, "ffn_up.weight", "mlp.dense_h_to_4h.weight"},
    {Role::kDown, "ffn_down.weight", "mlp.dense_4h_to_h.weight"},
    {Role::kUpBias, "ffn_up.bias", "mlp.dense_h_to_4h.bias"},
    {Role::kDownBias, "ffn_down.bias", "mlp.dense_4h_to_h.bias"},
};

constexpr std::array<std::string_view, 1> kFolderTypes = {"falcon"};

}  // namespace

constexpr Family kFalcon{.architecture = "falcon",
                         .folder_types = kFolderTypes,
                         .read = read,
                         .places = kPlaces,
                         .folder_layers = "h"};

}  // namespace canter
