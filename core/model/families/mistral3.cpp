#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// Ministral 3: Llama's graph with YaRN, and queries that grow with their position.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, permuted_layout(keys)); !added) return added;
  RotaryPlan& rotary = plan.rotaries.front();
  // What the converter writes where both of YaRN's scales are the same, which cancels them.
  if (keys.number({"rope.scaling.yarn_log_multiplier", {}}) != 0) rotary.attention_factor = 1;
  attention.position_scale =
      keys.number({"attention.temperature_scale", "rope_parameters.llama_4_scaling_beta"},
                  keys.number({{}, "rope_scaling.llama_4_scaling_beta"}));
  attention.position_scale_context = rotary.original_context;
  attention.window = usual_window(keys);
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);
  return {};
}

constexpr std::array<std::string_view, 2> kFolderTypes = {"ministral3", "mistral3"};

}  // namespace

constexpr Family kMistral3{.architecture = "mistral3", .folder_types = kFolderTypes, .read = read};

}  // namespace canter
