#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr int kEveryFourth = 4;

/// Llama's graph, but positions are not marked in some layers.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, permuted_layout(keys)); !added) return added;
  read_biases(keys, attention);
  if (keys.flag({{}, "use_sliding_window"})) attention.window = usual_window(keys);
  keys.ignore(kWindow);
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);

  const int interval = keys.integer({{}, "no_rope_layer_interval"}, kEveryFourth);
  const auto turned = keys.numbers({{}, "no_rope_layers"});
  for (std::size_t i = 0; i < plan.layers.size(); ++i) {
    const bool marked =
        i < turned.size() ? turned[i] != 0 : interval < 1 || (i + 1) % std::size_t(interval) != 0;
    if (!marked) std::get<AttentionPlan>(plan.layers[i].mixer).rotary = -1;
  }
  return {};
}

constexpr std::array<std::string_view, 1> kFolderTypes = {"smollm3"};

}  // namespace

constexpr Family kSmolLm3{.architecture = "smollm3", .folder_types = kFolderTypes, .read = read};

}  // namespace canter
