#include <algorithm>
#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// Windows of the layers behind the first `max_window_layers`, where they are switched on.
void read_windows(const ModelKeys& keys, ModelPlan& plan) {
  const int window = usual_window(keys);
  const int first = keys.integer({{}, "max_window_layers"}, plan.layer_count());
  if (!keys.flag({{}, "use_sliding_window"})) return;
  for (int i = 0; i < plan.layer_count(); ++i)
    if (layer_is(keys, i, "sliding_attention", i >= first))
      std::get<AttentionPlan>(plan.layers[i].mixer).window = window;
}

/// Qwen 2 and 3: biases or norms on queries and keys.
Result<void> read(const ModelKeys& keys, ModelPlan& plan, bool bias, HeadNorm norm) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  read_biases(keys, attention);
  attention.input_bias |= bias;
  attention.head_norm = norm;
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);
  keys.ignore({{}, "layer_types"});
  read_windows(keys, plan);
  return {};
}

Result<void> read_qwen2(const ModelKeys& keys, ModelPlan& plan) {
  return read(keys, plan, true, HeadNorm::kNone);
}

Result<void> read_qwen3(const ModelKeys& keys, ModelPlan& plan) {
  return read(keys, plan, false, HeadNorm::kEachHead);
}

/// Some layers of a mixture can be dense.
void read_dense_layers(const ModelKeys& keys, ModelPlan& plan) {
  const auto dense = keys.numbers({{}, "mlp_only_layers"});
  const int step = std::max(1, keys.integer({{}, "decoder_sparse_step"}, 1));
  for (int i = 0; i < plan.layer_count(); ++i) {
    if (std::ranges::find(dense, double(i)) == dense.end() && (i + 1) % step == 0) continue;
    plan.layers[i].mixture.reset();
    plan.layers[i].dense = DensePlan{.width = keys.integer(kFeedForward)};
  }
}

/// Weights of experts do not add up to 1; the shared expert has a gate.
Result<void> read_qwen2moe(const ModelKeys& keys, ModelPlan& plan) {
  if (auto done = read(keys, plan, keys.flag({{}, "qkv_bias"}, true), HeadNorm::kNone); !done)
    return done;
  for (LayerPlan& layer : plan.layers) {
    if (!layer.mixture) continue;
    layer.mixture->renormalise = keys.flag(kExpertsNormalised, false);
    layer.mixture->shared_gate = true;
  }
  read_dense_layers(keys, plan);
  return {};
}

Result<void> read_qwen3moe(const ModelKeys& keys, ModelPlan& plan) {
  if (auto done = read_qwen3(keys, plan); !done) return done;
  read_dense_layers(keys, plan);
  return {};
}

constexpr std::array<std::string_view, 1> kQwen2Types = {"qwen2"};
constexpr std::array<std::string_view, 1> kQwen2MoeTypes = {"qwen2_moe"};
constexpr std::array<std::string_view, 1> kQwen3Types = {"qwen3"};
constexpr std::array<std::string_view, 1> kQwen3MoeTypes = {"qwen3_moe"};

}  // namespace

constexpr Family kQwen2{.architecture = "qwen2", .folder_types = kQwen2Types, .read = read_qwen2};
constexpr Family kQwen2Moe{
    .architecture = "qwen2moe", .folder_types = kQwen2MoeTypes, .read = read_qwen2moe};
constexpr Family kQwen3{.architecture = "qwen3", .folder_types = kQwen3Types, .read = read_qwen3};
constexpr Family kQwen3Moe{
    .architecture = "qwen3moe", .folder_types = kQwen3MoeTypes, .read = read_qwen3moe};

}  // namespace canter
