#include <algorithm>
#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr int kEveryFourth = 4;

DeltaNetPlan delta_net(const ModelKeys& keys) {
  DeltaNetPlan net;
  net.key_heads = keys.integer({"ssm.group_count", "linear_num_key_heads"});
  net.value_heads = keys.integer({"ssm.time_step_rank", "linear_num_value_heads"});
  net.key_width = keys.integer({"ssm.state_size", "linear_key_head_dim"});
  net.value_width = keys.integer({{}, "linear_value_head_dim"});
  if (keys.is_gguf())
    net.value_width = keys.integer({"ssm.inner_size", {}}) / std::max(1, net.value_heads);
  net.taps = keys.integer({"ssm.conv_kernel", "linear_conv_kernel_dim"});
  net.grouped = !keys.is_gguf();  // the converter puts heads into another order
  return net;
}

/// Qwen 3.5: gated delta nets, every fourth layer full attention with gated output; draft heads.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  read_biases(keys, attention);
  attention.head_norm = HeadNorm::kEachHead;
  attention.output_gate = true;
  if (!keys.flag({{}, "attn_output_gate"}, true))
    return not_run(keys, "attention without a gate is not supported for this family");

  const int drafts = keys.integer({"nextn_predict_layers", "mtp_num_hidden_layers"});
  if (keys.is_gguf() && drafts > 0) plan.layers.resize(std::max(0, plan.layer_count() - drafts));
  LayerPlan full{.mixer = attention};
  add_feed_forward(keys, full);
  if (full.mixture) full.mixture->shared_gate = true;
  LayerPlan linear = full;
  linear.mixer = delta_net(keys);
  const int interval = std::max(
      1, keys.integer({"full_attention_interval", "full_attention_interval"}, kEveryFourth));
  for (int i = 0; i < plan.layer_count(); ++i)
    plan.layers[i] = layer_is(keys, i, "full_attention", (i + 1) % interval == 0) ? full : linear;
  plan.draft_layers.assign(std::min(drafts, 1), full);
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kFeedForwardNorm, "post_attention_norm.weight", "post_attention_layernorm.weight"},
    {Role::kRecurrentInput, "attn_qkv.weight", "linear_attn.in_proj_qkv.weight"},
    {Role::kRecurrentGate, "attn_gate.weight", "linear_attn.in_proj_z.weight"},
    {Role::kStepInput, "ssm_alpha.weight", "linear_attn.in_proj_a.weight"},
    {Role::kBetaInput, "ssm_beta.weight", "linear_attn.in_proj_b.weight"},
    {Role::kConvolution, "ssm_conv1d.weight", "linear_attn.conv1d.weight"},
    {Role::kStepBias, "ssm_dt.bias", "linear_attn.dt_bias"},
    {Role::kStepBias, "ssm_dt", ""},
    {Role::kDecay, "ssm_a", "linear_attn.A_log"},
    {Role::kRecurrentNorm, "ssm_norm.weight", "linear_attn.norm.weight"},
    {Role::kRecurrentOutput, "ssm_out.weight", "linear_attn.out_proj.weight"},
    {Role::kDraftInput, "nextn.eh_proj.weight", "^mtp.fc.weight"},
    {Role::kDraftEmbeddingNorm, "nextn.enorm.weight", "^mtp.pre_fc_norm_embedding.weight"},
    {Role::kDraftHiddenNorm, "nextn.hnorm.weight", "^mtp.pre_fc_norm_hidden.weight"},
    {Role::kDraftOutputNorm, "nextn.shared_head_norm.weight", "^mtp.norm.weight"},
};

constexpr std::array<std::string_view, 2> kTypes = {"qwen3_5_text", "qwen3_5"};
constexpr std::array<std::string_view, 2> kMoeTypes = {"qwen3_5_moe_text", "qwen3_5_moe"};

}  // namespace

constexpr Family kQwen35{.architecture = "qwen35",
                         .folder_types = kTypes,
                         .read = read,
                         .places = kPlaces,
                         .folder_norms_less_one = true};
constexpr Family kQwen35Moe{.architecture = "qwen35moe",
                            .folder_types = kMoeTypes,
                            .read = read,
                            .places = kPlaces,
                            .folder_norms_less_one = true};

}  // namespace canter
