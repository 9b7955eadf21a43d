#include <algorithm>
#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr Key kSharedWidth{"expert_shared_feed_forward_length", "shared_intermediate_size"};

/// Multipliers of embeddings, branches, scores and logits.
Result<void> read_scales(const ModelKeys& keys, ModelPlan& plan, AttentionPlan& attention) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  const auto multiplier = [&](Key key) {
    const double value = keys.number(key, 1);
    return value == 0 ? 1 : value;
  };
  plan.embedding_scale = multiplier({"embedding_scale", "embedding_multiplier"});
  plan.residual_scale = multiplier({"residual_scale", "residual_multiplier"});
  plan.logit_scale = 1 / multiplier({"logit_scale", "logits_scaling"});
  const double scale = keys.number({"attention.scale", "attention_multiplier"});
  if (scale != 0) attention.scale = scale;
  return {};
}

/// Experts are weighted by a softmax over those chosen.
MixturePlan mixture_of(const ModelKeys& keys) {
  MixturePlan mixture = usual_mixture(keys);
  mixture.gating = Gating::kSoftmaxOfChosen;
  mixture.width = keys.integer({"expert_feed_forward_length", {}}, keys.integer(kFeedForward));
  mixture.shared_width = keys.integer(kSharedWidth);
  return mixture;
}

/// Granite 3: dense, or a mixture.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto done = read_scales(keys, plan, attention); !done) return done;
  if (auto added = add_rotary(keys, plan, attention, permuted_layout(keys)); !added) return added;
  read_biases(keys, attention);
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  if (layer.mixture) layer.mixture = mixture_of(keys);
  fill_layers(plan, layer);
  return {};
}

StateSpacePlan state_space(const ModelKeys& keys, const ModelPlan& plan) {
  StateSpacePlan space;
  space.heads = keys.integer({"ssm.time_step_rank", "mamba_n_heads"});
  space.groups = keys.integer({"ssm.group_count", "mamba_n_groups"}, 1);
  space.state_width = keys.integer({"ssm.state_size", "mamba_d_state"});
  space.taps = keys.integer({"ssm.conv_kernel", "mamba_d_conv"});
  const int inner =
      keys.integer({"ssm.inner_size", {}},
                   int(std::min<std::int64_t>(
                       std::int64_t(keys.integer({{}, "mamba_expand"}, 2)) * plan.width, 1 << 28)));
  space.head_width = inner / std::max(1, space.heads);
  space.convolution_bias = keys.flag({{}, "mamba_conv_bias"}, true);
  space.projection_bias = keys.flag({{}, "mamba_proj_bias"});
  return space;
}

/// Granite 4: Mamba 2 with attention in between, which need not mark positions.
Result<void> read_hybrid(const ModelKeys& keys, ModelPlan& plan) {
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto done = read_scales(keys, plan, attention); !done) return done;
  read_biases(keys, attention);
  const bool marked = keys.is_gguf() ? keys.flag({"rope.scaling.finetuned", {}}, true)
                                     : keys.text({{}, "position_embedding_type"}) == "rope";
  if (marked) {
    if (auto added = add_rotary(keys, plan, attention, permuted_layout(keys)); !added) return added;
  } else {
    ignore_rotary(keys);
  }
  MixturePlan mixture = mixture_of(keys);
  const auto kinds = keys.texts({{}, "layer_types"});
  for (int i = 0; i < plan.layer_count(); ++i) {
    LayerPlan& layer = plan.layers[i];
    attention.kv_heads = keys.of_layer(kKvHeads, i, attention.heads);
    const bool recurrent = keys.is_gguf()
                               ? attention.kv_heads == 0
                               : std::size_t(i) < kinds.size() && kinds[i] != "attention";
    if (recurrent)
      layer.mixer = state_space(keys, plan);
    else
      layer.mixer = attention;
    if (mixture.experts > 0)
      layer.mixture = mixture;
    else
      layer.dense = DensePlan{.width = keys.is_gguf() ? keys.of_layer(kFeedForward, i, 0)
                                                      : keys.integer(kSharedWidth)};
  }
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kRouter, "ffn_gate_inp.weight", "block_sparse_moe.router.layer.weight"},
    {Role::kExpertGate, "ffn_gate_exps.weight", ""},
    {Role::kExpertGate, "", "block_sparse_moe.input_linear.weight", Cut::kFirstHalf},
    {Role::kExpertUp, "ffn_up_exps.weight", ""},
    {Role::kExpertUp, "", "block_sparse_moe.input_linear.weight", Cut::kSecondHalf},
    {Role::kExpertDown, "ffn_down_exps.weight", "block_sparse_moe.output_linear.weight"},
    {Role::kSharedGate, "ffn_gate_shexp.weight", ""},
    {Role::kSharedGate, "", "shared_mlp.input_linear.weight", Cut::kFirstHalf},
    {Role::kSharedUp, "ffn_up_shexp.weight", ""},
    {Role::kSharedUp, "", "shared_mlp.input_linear.weight", Cut::kSecondHalf},
    {Role::kSharedDown, "ffn_down_shexp.weight", "shared_mlp.output_linear.weight"},
    {Role::kGate, "ffn_gate.weight", "mlp.gate_proj.weight"},
    {Role::kGate, "", "shared_mlp.input_linear.weight", Cut::kFirstHalf},
    {Role::kUp, "ffn_up.weight", "mlp.up_proj.weight"},
    {Role::kUp, "", "shared_mlp.input_linear.weight", Cut::kSecondHalf},
    {Role::kDown, "ffn_down.weight", "mlp.down_proj.weight"},
    {Role::kDown, "", "shared_mlp.output_linear.weight"},
    {Role::kRecurrentInput, "ssm_in.weight", "mamba.in_proj.weight"},
    {Role::kRecurrentInputBias, "ssm_in.bias", "mamba.in_proj.bias"},
    {Role::kConvolution, "ssm_conv1d.weight", "mamba.conv1d.weight"},
    {Role::kConvolutionBias, "ssm_conv1d.bias", "mamba.conv1d.bias"},
    {Role::kStepBias, "ssm_dt.bias", "mamba.dt_bias"},
    {Role::kStepBias, "ssm_dt", ""},
    {Role::kDecay, "ssm_a", "mamba.A_log"},
    {Role::kSkip, "ssm_d", "mamba.D"},
    {Role::kRecurrentNorm, "ssm_norm.weight", "mamba.norm.weight"},
    {Role::kRecurrentOutput, "ssm_out.weight", "mamba.out_proj.weight"},
    {Role::kRecurrentOutputBias, "ssm_out.bias", "mamba.out_proj.bias"},
};

constexpr std::array<std::string_view, 1> kTypes = {"granite"};
constexpr std::array<std::string_view, 2> kMoeTypes = {"granitemoe", "granitemoeshared"};
constexpr std::array<std::string_view, 1> kHybridTypes = {"granitemoehybrid"};

}  // namespace

constexpr Family kGranite{
    .architecture = "granite", .folder_types = kTypes, .read = read, .places = kPlaces};
constexpr Family kGraniteMoe{
    .architecture = "granitemoe", .folder_types = kMoeTypes, .read = read, .places = kPlaces};
constexpr Family kGraniteHybrid{.architecture = "granitehybrid",
                                .folder_types = kHybridTypes,
                                .read = read_hybrid,
                                .places = kPlaces};

}  // namespace canter
