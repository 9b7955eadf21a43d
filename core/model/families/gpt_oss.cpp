#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr int kUsualWindow = 128;

/// gpt-oss: mixtures with biases everywhere, sinks, a window in every second layer, YaRN.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (keys.number({{}, "swiglu_limit"}, kClampedLimit) != kClampedLimit ||
      keys.number({{}, "swiglu_alpha"}, kClampedSlope) != kClampedSlope)
    return not_run(keys,
                   "another limit of the activation than 7 or factor than 1.702 is not "
                   "supported");
  keys.ignore(kActivation);
  keys.ignore(kAttentionBias);
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  // GGUF has no key for it, all published models say so.
  if (keys.is_gguf()) plan.rotaries.front().round_limits = false;
  attention.input_bias = attention.output_bias = attention.sinks = true;
  const int window = usual_window(keys, kUsualWindow);

  LayerPlan layer{.mixer = attention, .mixture = usual_mixture(keys)};
  layer.activation = Activation::kClampedSwiGlu;
  layer.mixture->gating = Gating::kSoftmaxOfChosen;
  layer.mixture->router_bias = layer.mixture->expert_bias = true;
  fill_layers(plan, layer);
  for (int i = 0; i < plan.layer_count(); ++i)
    if (layer_is(keys, i, "sliding_attention", i % 2 == 0))
      std::get<AttentionPlan>(plan.layers[i].mixer).window = window;
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kFeedForwardNorm, "post_attention_norm.weight", "post_attention_layernorm.weight"},
    {Role::kFeedForwardNorm, "ffn_norm.weight", ""},
    {Role::kAttentionOutput, "attn_output.weight", "self_attn.o_proj.weight"},
    {Role::kAttentionOutput, "attn_out.weight", ""},
    {Role::kAttentionOutputBias, "attn_output.bias", "self_attn.o_proj.bias"},
    {Role::kAttentionOutputBias, "attn_out.bias", ""},
    {Role::kSinks, "attn_sinks.weight", "self_attn.sinks"},
    {Role::kSinks, "attn_sinks", ""},
    {Role::kRouter, "ffn_gate_inp.weight", "mlp.router.weight"},
    {Role::kRouterBias, "ffn_gate_inp.bias", "mlp.router.bias"},
    {Role::kExpertGate, "ffn_gate_exps.weight", ""},
    {Role::kExpertGate, "", "mlp.experts.gate_up_proj", Cut::kEvenRows, true},
    {Role::kExpertGate, "", "mlp.experts.gate_up_proj_blocks", Cut::kEvenRows},
    {Role::kExpertUp, "ffn_up_exps.weight", ""},
    {Role::kExpertUp, "", "mlp.experts.gate_up_proj", Cut::kOddRows, true},
    {Role::kExpertUp, "", "mlp.experts.gate_up_proj_blocks", Cut::kOddRows},
    {Role::kExpertDown, "ffn_down_exps.weight", ""},
    {Role::kExpertDown, "", "mlp.experts.down_proj", Cut::kWhole, true},
    {Role::kExpertDown, "", "mlp.experts.down_proj_blocks"},
    {Role::kExpertGateBias, "ffn_gate_exps.bias", ""},
    {Role::kExpertGateBias, "", "mlp.experts.gate_up_proj_bias", Cut::kEvenRows},
    {Role::kExpertUpBias, "ffn_up_exps.bias", ""},
    {Role::kExpertUpBias, "", "mlp.experts.gate_up_proj_bias", Cut::kOddRows},
    {Role::kExpertDownBias, "ffn_down_exps.bias", "mlp.experts.down_proj_bias"},
};

constexpr std::array<std::string_view, 1> kGgufNames = {"gptoss"};
constexpr std::array<std::string_view, 1> kFolderTypes = {"gpt_oss"};

}  // namespace

constexpr Family kGptOss{.architecture = "gpt-oss",
                         .gguf_names = kGgufNames,
                         .folder_types = kFolderTypes,
                         .read = read,
                         .places = kPlaces};

}  // namespace canter
