#include "model/weights/tensor_place.h"

#include <array>

namespace canter {
namespace {

constexpr TensorPlace kUsual[] = {
    {Role::kEmbedding, "token_embd.weight", "embed_tokens.weight"},
    {Role::kOutput, "output.weight", "^lm_head.weight"},
    {Role::kOutputNorm, "output_norm.weight", "norm.weight"},
    {Role::kOutputNormBias, "output_norm.bias", "norm.bias"},

    {Role::kMixerNorm, "attn_norm.weight", "input_layernorm.weight"},
    {Role::kMixerNormBias, "attn_norm.bias", "input_layernorm.bias"},
    {Role::kFeedForwardNorm, "ffn_norm.weight", "post_attention_layernorm.weight"},
    {Role::kFeedForwardNormBias, "ffn_norm.bias", "post_attention_layernorm.bias"},

    {Role::kQuery, "attn_q.weight", "self_attn.q_proj.weight"},
    {Role::kQuery, "attn_qkv.weight", "self_attn.qkv_proj.weight", Cut::kQueryRows},
    {Role::kKey, "attn_k.weight", "self_attn.k_proj.weight"},
    {Role::kKey, "attn_qkv.weight", "self_attn.qkv_proj.weight", Cut::kKeyRows},
    {Role::kValue, "attn_v.weight", "self_attn.v_proj.weight"},
    {Role::kValue, "attn_qkv.weight", "self_attn.qkv_proj.weight", Cut::kValueRows},
    {Role::kAttentionOutput, "attn_output.weight", "self_attn.o_proj.weight"},
    {Role::kQueryBias, "attn_q.bias", "self_attn.q_proj.bias"},
    {Role::kQueryBias, "attn_qkv.bias", "self_attn.qkv_proj.bias", Cut::kQueryRows},
    {Role::kKeyBias, "attn_k.bias", "self_attn.k_proj.bias"},
    {Role::kKeyBias, "attn_qkv.bias", "self_attn.qkv_proj.bias", Cut::kKeyRows},
    {Role::kValueBias, "attn_v.bias", "self_attn.v_proj.bias"},
    {Role::kValueBias, "attn_qkv.bias", "self_attn.qkv_proj.bias", Cut::kValueRows},
    {Role::kAttentionOutputBias, "attn_output.bias", "self_attn.o_proj.bias"},
    {Role::kQueryNorm, "attn_q_norm.weight", "self_attn.q_norm.weight"},
    {Role::kKeyNorm, "attn_k_norm.weight", "self_attn.k_norm.weight"},
    {Role::kSinks, "attn_sinks.weight", "self_attn.sinks"},

    {Role::kGate, "ffn_gate.weight", "mlp.gate_proj.weight"},
    {Role::kGate, "ffn_up.weight", "mlp.gate_up_proj.weight", Cut::kFirstHalf},
    {Role::kUp, "ffn_up.weight", "mlp.up_proj.weight"},
    {Role::kUp, "ffn_up.weight", "mlp.gate_up_proj.weight", Cut::kSecondHalf},
    {Role::kDown, "ffn_down.weight", "mlp.down_proj.weight"},
    {Role::kGateBias, "ffn_gate.bias", "mlp.gate_proj.bias"},
    {Role::kUpBias, "ffn_up.bias", "mlp.up_proj.bias"},
    {Role::kDownBias, "ffn_down.bias", "mlp.down_proj.bias"},

    {Role::kRouter, "ffn_gate_inp.weight", "mlp.gate.weight"},
    {Role::kRouterBias, "ffn_gate_inp.bias", "mlp.gate.bias"},
    {Role::kChoiceBias, "exp_probs_b.bias", "mlp.gate.e_score_correction_bias"},
    {Role::kChoiceBias, "exp_probs_b", ""},
    {Role::kExpertGate, "ffn_gate_exps.weight", "mlp.experts.{e}.gate_proj.weight"},
    {Role::kExpertGate, "ffn_gate_up_exps.weight", "mlp.experts.gate_up_proj", Cut::kFirstHalf},
    {Role::kExpertUp, "ffn_up_exps.weight", "mlp.experts.{e}.up_proj.weight"},
    {Role::kExpertUp, "ffn_gate_up_exps.weight", "mlp.experts.gate_up_proj", Cut::kSecondHalf},
    {Role::kExpertDown, "ffn_down_exps.weight", "mlp.experts.{e}.down_proj.weight"},
    {Role::kExpertDown, "", "mlp.experts.down_proj"},
    {Role::kExpertGateBias, "ffn_gate_exps.bias", ""},
    {Role::kExpertUpBias, "ffn_up_exps.bias", ""},
    {Role::kExpertDownBias, "ffn_down_exps.bias", ""},
    {Role::kSharedGate, "ffn_gate_shexp.weight", "mlp.shared_expert.gate_proj.weight"},
    {Role::kSharedUp, "ffn_up_shexp.weight", "mlp.shared_expert.up_proj.weight"},
    {Role::kSharedDown, "ffn_down_shexp.weight", "mlp.shared_expert.down_proj.weight"},
    {Role::kSharedRouter, "ffn_gate_inp_shexp.weight", "mlp.shared_expert_gate.weight"},
};

}  // namespace

std::span<const TensorPlace> usual_places() {
  return kUsual;
}

}  // namespace canter
