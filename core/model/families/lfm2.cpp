#include <algorithm>
#include <array>
#include <cmath>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr int kWidest = 1 << 28;

/// Folders of older models give a width that the makers' library makes smaller.
int dense_width(const ModelKeys& keys) {
  int width = keys.integer({{}, "block_ff_dim"}, keys.integer(kFeedForward));
  if (!keys.flag({{}, "block_auto_adjust_ff_dim"})) return width;
  const double factor = keys.number({{}, "block_ffn_dim_multiplier"}, 1);
  const double wanted = factor * std::floor(2.0 * width / 3);
  if (!(wanted >= 1 && wanted < kWidest)) return 0;  // check_plan() refuses it
  width = int(wanted);
  const int multiple = std::clamp(keys.integer({{}, "block_multiple_of"}, 256), 1, kWidest);
  return (width + multiple - 1) / multiple * multiple;
}

bool is_convolution(const ModelKeys& keys, int layer) {
  if (keys.is_gguf()) return keys.of_layer(kKvHeads, layer, 0) == 0;
  const auto full = keys.numbers({{}, "full_attn_idxs"});
  return !layer_is(keys, layer, "full_attention",
                   full.empty() || std::ranges::find(full, double(layer)) != full.end());
}

/// LFM 2: short convolutions, attention with norms on queries and keys in between; mixtures behind
/// some dense layers.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  plan.norm_epsilon =
      keys.number({"attention.layer_norm_rms_epsilon", "norm_eps"}, plan.norm_epsilon);
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  RotaryPlan& rotary = plan.rotaries.front();
  rotary.base = keys.number({{}, "theta"}, rotary.base);
  attention.head_norm = HeadNorm::kEachHead;
  const ShortConvolutionPlan convolution{
      .taps = keys.integer({"shortconv.l_cache", "conv_L_cache"}),
      .bias = keys.flag({{}, "conv_bias"}) || keys.has_tensor("blk.0.shortconv.conv.bias")};

  MixturePlan mixture = usual_mixture(keys);
  constexpr int kSigmoid = 2;
  if (keys.integer({"expert_gating_func", {}}, kSigmoid) != kSigmoid)
    return not_run(keys, "experts that are not chosen by a sigmoid are not supported here");
  mixture.gating = Gating::kSigmoid;
  mixture.choice_bias = keys.flag({{}, "use_expert_bias"}, true);
  const int dense = keys.integer({"leading_dense_block_count", "num_dense_layers"});
  for (int i = 0; i < plan.layer_count(); ++i) {
    LayerPlan& layer = plan.layers[i];
    attention.kv_heads = keys.of_layer(kKvHeads, i, attention.heads);
    if (is_convolution(keys, i))
      layer.mixer = convolution;
    else
      layer.mixer = attention;
    if (mixture.experts > 0 && i >= dense)
      layer.mixture = mixture;
    else
      layer.dense = DensePlan{.width = dense_width(keys)};
  }
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kOutputNorm, "token_embd_norm.weight", "embedding_norm.weight"},
    {Role::kOutputNorm, "output_norm.weight", ""},
    {Role::kMixerNorm, "attn_norm.weight", "operator_norm.weight"},
    {Role::kFeedForwardNorm, "ffn_norm.weight", "ffn_norm.weight"},
    {Role::kAttentionOutput, "attn_output.weight", "self_attn.out_proj.weight"},
    {Role::kQueryNorm, "attn_q_norm.weight", "self_attn.q_layernorm.weight"},
    {Role::kKeyNorm, "attn_k_norm.weight", "self_attn.k_layernorm.weight"},
    {Role::kRecurrentInput, "shortconv.in_proj.weight", "conv.in_proj.weight"},
    {Role::kRecurrentInputBias, "shortconv.in_proj.bias", "conv.in_proj.bias"},
    {Role::kConvolution, "shortconv.conv.weight", "conv.conv.weight"},
    {Role::kConvolutionBias, "shortconv.conv.bias", "conv.conv.bias"},
    {Role::kRecurrentOutput, "shortconv.out_proj.weight", "conv.out_proj.weight"},
    {Role::kRecurrentOutputBias, "shortconv.out_proj.bias", "conv.out_proj.bias"},
    {Role::kGate, "ffn_gate.weight", "feed_forward.w1.weight"},
    {Role::kUp, "ffn_up.weight", "feed_forward.w3.weight"},
    {Role::kDown, "ffn_down.weight", "feed_forward.w2.weight"},
    {Role::kRouter, "ffn_gate_inp.weight", "feed_forward.gate.weight"},
    {Role::kChoiceBias, "exp_probs_b.bias", "feed_forward.expert_bias"},
    {Role::kChoiceBias, "exp_probs_b", ""},
    {Role::kExpertGate, "ffn_gate_exps.weight", "feed_forward.experts.{e}.w1.weight"},
    {Role::kExpertUp, "ffn_up_exps.weight", "feed_forward.experts.{e}.w3.weight"},
    {Role::kExpertDown, "ffn_down_exps.weight", "feed_forward.experts.{e}.w2.weight"},
};

constexpr std::array<std::string_view, 1> kTypes = {"lfm2"};
constexpr std::array<std::string_view, 1> kMoeTypes = {"lfm2_moe"};

}  // namespace

constexpr Family kLfm2{
    .architecture = "lfm2", .folder_types = kTypes, .read = read, .places = kPlaces};
constexpr Family kLfm2Moe{
    .architecture = "lfm2moe", .folder_types = kMoeTypes, .read = read, .places = kPlaces};

}  // namespace canter
