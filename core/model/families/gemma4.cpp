#include <algorithm>
#include <array>

#include "model/families/all.h"
#include "model/families/gemma.h"

namespace canter {
namespace {

constexpr int kUsualPattern = 6;
constexpr int kUsualWindow = 512;
constexpr double kGlobalBase = 1e6;
constexpr double kWindowBase = 1e4;
constexpr int kGlobal = 0;  // in ModelPlan::rotaries
constexpr int kWindowed = 1;

/// Which layers see a window; GGUF has a list of flags, folders names.
bool has_window(const ModelKeys& keys, int layer) {
  const auto pattern = keys.numbers({"attention.sliding_window_pattern", {}});
  if (std::size_t(layer) < pattern.size()) return pattern[layer] != 0;
  return layer_is(keys, layer, "sliding_attention", (layer + 1) % kUsualPattern != 0);
}

Result<void> read_rotaries(const ModelKeys& keys, ModelPlan& plan, int global_width,
                           int window_width) {
  auto global = usual_rotary(keys, plan, global_width, RotaryLayout::kHalves, "full_attention");
  if (!global) return propagate(global);
  if (keys.is_gguf() && !keys.has(kRotaryBase)) global->base = kGlobalBase;
  RotaryPlan window;
  if (keys.is_gguf()) {
    window.width = keys.integer({"rope.dimension_count_swa", {}}, window_width);
    window.base = keys.number({"rope.freq_base_swa", {}}, kWindowBase);
  } else {
    auto read = usual_rotary(keys, plan, window_width, RotaryLayout::kHalves, "sliding_attention");
    if (!read) return propagate(read);
    window = std::move(*read);
  }
  plan.rotaries = {std::move(*global), std::move(window)};
  return {};
}

/// The last layers read keys and values of the last layer of their kind before them.
void share_keys(ModelPlan& plan, int count) {
  const int first = std::max(0, plan.layer_count() - count);
  for (int i = first; i < plan.layer_count(); ++i) {
    auto& mixer = std::get<AttentionPlan>(plan.layers[i].mixer);
    for (int other = first - 1; other >= 0 && mixer.shares < 0; --other)
      if ((plan.attention(other)->window > 0) == (mixer.window > 0)) mixer.shares = other;
  }
}

/// Gemma 4: shapes differ between layers, values are normalised, late layers share keys and values,
/// small models have embeddings for each layer, large ones experts beside the dense network.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  LayerPlan layer;
  if (auto done = read_gemma(keys, plan, layer); !done) return done;
  AttentionPlan attention = usual_attention(keys, plan);
  read_biases(keys, attention);
  attention.head_norm = HeadNorm::kEachHead;
  attention.value_norm = true;
  attention.scale = 1;
  const int global_width = keys.is_gguf()
                               ? attention.head_width
                               : keys.integer({{}, "global_head_dim"}, attention.head_width);
  const int window_width = keys.integer({"attention.key_length_swa", {}}, attention.head_width);
  if (auto done = read_rotaries(keys, plan, global_width, window_width); !done) return done;

  plan.per_layer_input =
      keys.integer({"embedding_length_per_layer_input", "hidden_size_per_layer_input"});
  layer.output_scale = true;
  MixturePlan mixture = usual_mixture(keys);
  mixture.used = keys.integer({"expert_used_count", "top_k_experts"});
  mixture.beside_dense = true;
  if (keys.is_gguf() ? mixture.experts > 0 : keys.flag({{}, "enable_moe_block"}))
    layer.mixture = mixture;

  const bool key_is_value = keys.flag({{}, "attention_k_eq_v"});
  const int global_heads = keys.integer({{}, "num_global_key_value_heads"});
  const int window = usual_window(keys, kUsualWindow);
  const int shared = keys.integer({"attention.shared_kv_layers", "num_kv_shared_layers"});
  const bool wide = keys.flag({{}, "use_double_wide_mlp"});
  for (int i = 0; i < plan.layer_count(); ++i) {
    AttentionPlan own = attention;
    const bool windowed = has_window(keys, i);
    own.window = windowed ? window : 0;
    own.rotary = windowed ? kWindowed : kGlobal;
    own.head_width = windowed ? window_width : global_width;
    own.kv_heads = keys.of_layer(kKvHeads, i, attention.heads);
    if (key_is_value && !windowed && global_heads > 0) own.kv_heads = global_heads;
    const bool last = i >= plan.layer_count() - shared;
    const std::string value = "blk." + std::to_string(i) + ".attn_v.weight";
    own.value_is_key =
        keys.is_gguf() ? !last && !keys.has_tensor(value) : key_is_value && !windowed;
    layer.mixer = own;
    layer.dense = DensePlan{.width = keys.of_layer(kFeedForward, i, 0)};
    if (wide && last && layer.dense->width < 1 << 28) layer.dense->width *= 2;
    plan.layers[i] = layer;
  }
  share_keys(plan, shared);
  return {};
}

constexpr TensorPlace kPlaces[] = {
    kGemmaPlaces[0],
    kGemmaPlaces[1],
    kGemmaPlaces[2],
    {Role::kLayerInputEmbedding, "per_layer_token_embd.weight", "embed_tokens_per_layer.weight"},
    {Role::kLayerInputProjection, "per_layer_model_proj.weight",
     "per_layer_model_projection.weight"},
    {Role::kLayerInputNorm, "per_layer_proj_norm.weight", "per_layer_projection_norm.weight"},
    {Role::kLayerInputGate, "inp_gate.weight", "per_layer_input_gate.weight"},
    {Role::kLayerInputOutput, "proj.weight", "per_layer_projection.weight"},
    {Role::kLayerInputPostNorm, "post_norm.weight", "post_per_layer_input_norm.weight"},
    {Role::kLayerScale, "layer_output_scale.weight", "layer_scalar"},
    {Role::kRouter, "ffn_gate_inp.weight", "router.proj.weight"},
    {Role::kRouterScale, "ffn_gate_inp.scale", "router.scale"},
    {Role::kExpertGate, "ffn_gate_up_exps.weight", "experts.gate_up_proj", Cut::kFirstHalf},
    {Role::kExpertUp, "ffn_gate_up_exps.weight", "experts.gate_up_proj", Cut::kSecondHalf},
    {Role::kExpertDown, "ffn_down_exps.weight", "experts.down_proj"},
    {Role::kExpertScale, "ffn_down_exps.scale", "router.per_expert_scale"},
    {Role::kMixtureNorm, "pre_ffw_norm_2.weight", "pre_feedforward_layernorm_2.weight"},
    {Role::kDensePostNorm, "post_ffw_norm_1.weight", "post_feedforward_layernorm_1.weight"},
    {Role::kMixturePostNorm, "post_ffw_norm_2.weight", "post_feedforward_layernorm_2.weight"},
};

constexpr std::array<std::string_view, 3> kFolderTypes = {"gemma4_text", "gemma4",
                                                          "gemma4_unified_text"};

}  // namespace

constexpr Family kGemma4{
    .architecture = "gemma4", .folder_types = kFolderTypes, .read = read, .places = kPlaces};

}  // namespace canter
