#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// GLM 4: four norms, adjacent rotary pairs in half of a head, biases on queries, keys and values.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kInterleaved); !added)
    return added;
  read_biases(keys, attention);
  attention.output_bias = false;
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  layer.mixer_post_norm = layer.feed_forward_post_norm = true;
  fill_layers(plan, layer);
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kMixerPostNorm, "post_attention_norm.weight", "post_self_attn_layernorm.weight"},
    {Role::kFeedForwardPostNorm, "post_ffw_norm.weight", "post_mlp_layernorm.weight"},
    {Role::kGate, "ffn_up.weight", "mlp.gate_up_proj.weight", Cut::kFirstHalf},
    {Role::kUp, "ffn_up.weight", "mlp.gate_up_proj.weight", Cut::kSecondHalf},
};

constexpr std::array<std::string_view, 1> kFolderTypes = {"glm4"};

}  // namespace

constexpr Family kGlm4{
    .architecture = "glm4", .folder_types = kFolderTypes, .read = read, .places = kPlaces};

}  // namespace canter
