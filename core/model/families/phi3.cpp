#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// Phi 3, 3.5, 4 and 4-mini: fused projections, part of a head is turned, LongRoPE.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  read_biases(keys, attention);
  attention.window = usual_window(keys);
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);
  return {};
}

constexpr TensorPlace kPlaces[] = {
    {Role::kQuery, "attn_qkv.weight", "self_attn.qkv_proj.weight", Cut::kQueryRows},
    {Role::kQuery, "attn_q.weight", ""},
    {Role::kKey, "attn_qkv.weight", "self_attn.qkv_proj.weight", Cut::kKeyRows},
    {Role::kKey, "attn_k.weight", ""},
    {Role::kValue, "attn_qkv.weight", "self_attn.qkv_proj.weight", Cut::kValueRows},
    {Role::kValue, "attn_v.weight", ""},
    {Role::kGate, "ffn_up.weight", "mlp.gate_up_proj.weight", Cut::kFirstHalf},
    {Role::kUp, "ffn_up.weight", "mlp.gate_up_proj.weight", Cut::kSecondHalf},
};

constexpr std::array<std::string_view, 1> kFolderTypes = {"phi3"};

}  // namespace

constexpr Family kPhi3{
    .architecture = "phi3", .folder_types = kFolderTypes, .read = read, .places = kPlaces};

}  // namespace canter
