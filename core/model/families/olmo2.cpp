#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// Norms only behind the branches; queries and keys are normalised over their whole width.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  read_biases(keys, attention);
  attention.head_norm = HeadNorm::kWholeWidth;
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  layer.mixer_norm = layer.feed_forward_norm = false;
  layer.mixer_post_norm = layer.feed_forward_post_norm = true;
  fill_layers(plan, layer);
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kMixerPostNorm, "post_attention_norm.weight", "post_attention_layernorm.weight"},
    {Role::kFeedForwardPostNorm, "post_ffw_norm.weight", "post_feedforward_layernorm.weight"},
};

constexpr std::array<std::string_view, 1> kFolderTypes = {"olmo2"};

}  // namespace

constexpr Family kOlmo2{
    .architecture = "olmo2", .folder_types = kFolderTypes, .read = read, .places = kPlaces};

}  // namespace canter
