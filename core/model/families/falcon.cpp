#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// Falcon 7B and 40B: attention and a network without gate read the same input, layer norms.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, {{}, "activation"}, "gelu"); !known) return known;
  if (keys.flag({{}, "alibi"}) || !keys.flag({{}, "parallel_attn"}, true) ||
      keys.flag({{}, "bias"}))
    return not_run(keys,
                   "Falcon models with ALiBi, biases or layers in sequence are not supported");
  plan.norm = NormKind::kLayer;
  plan.norm_epsilon =
      keys.number({"attention.layer_norm_epsilon", "layer_norm_epsilon"}, plan.norm_epsilon);

  AttentionPlan attention = usual_attention(keys, plan);
  const bool newer = keys.flag({{}, "new_decoder_architecture"});
  if (!keys.is_gguf())
    attention.kv_heads = newer ? keys.integer({{}, "num_kv_heads"}, attention.heads)
                         : keys.flag({{}, "multi_query"}, true) ? 1
                                                                : attention.heads;
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;

  LayerPlan layer{.mixer = attention};
  layer.dense = DensePlan{.width = keys.integer({"feed_forward_length", "ffn_hidden_size"},
                                                plan.width < 1 << 28 ? 4 * plan.width : 0),
                          .gated = false};
  layer.activation = Activation::kGelu;
  layer.parallel = true;
  layer.feed_forward_norm = keys.is_gguf()
                                ? keys.has_tensor("blk.0.attn_norm_2.weight")
                                : newer && keys.integer({{}, "num_ln_in_parallel_attn"}, 2) == 2;
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
    {Role::kFeedForwardNorm, "attn_norm.weight", "ln_mlp.weight"},
    {Role::kFeedForwardNormBias, "attn_norm.bias", "ln_mlp.bias"},
    {Role::kQuery, "attn_qkv.weight", "", Cut::kQueryRows},
    {Role::kQuery, "", "self_attention.query_key_value.weight", Cut::kGroupedQueryRows},
    {Role::kKey, "attn_qkv.weight", "", Cut::kKeyRows},
    {Role::kKey, "", "self_attention.query_key_value.weight", Cut::kGroupedKeyRows},
    {Role::kValue, "attn_qkv.weight", "", Cut::kValueRows},
    {Role::kValue, "", "self_attention.query_key_value.weight", Cut::kGroupedValueRows},
    {Role::kAttentionOutput, "attn_output.weight", "self_attention.dense.weight"},
    {Role::kUp, "ffn_up.weight", "mlp.dense_h_to_4h.weight"},
    {Role::kDown, "ffn_down.weight", "mlp.dense_4h_to_h.weight"},
};

constexpr std::array<std::string_view, 1> kFolderTypes = {"falcon"};

}  // namespace

constexpr Family kFalcon{.architecture = "falcon",
                         .folder_types = kFolderTypes,
                         .read = read,
                         .places = kPlaces,
                         .folder_layers = "h"};

}  // namespace canter
