#include <array>

#include "model/families/all.h"
#include "model/families/usual.h"

namespace canter {
namespace {

/// Llama 2 and 3, Mistral, Mixtral, SmolLM2, Falcon 3, and what is distilled on them.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  if (auto known = check_activation(keys, kActivation, "silu"); !known) return known;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, permuted_layout(keys)); !added) return added;
  read_biases(keys, attention);
  const int window = usual_window(keys);
  if (keys.flag({{}, "use_sliding_window"}, true)) attention.window = window;
  LayerPlan layer{.mixer = attention};
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);
  return {};
}

constexpr std::array<std::string_view, 1> kGgufNames = {"mistral"};
constexpr std::array<std::string_view, 3> kFolderTypes = {"llama", "mistral", "mixtral"};

constexpr TensorPlace kPlaces[] = {
    {Role::kRouter, "ffn_gate_inp.weight", "block_sparse_moe.gate.weight"},
    {Role::kExpertGate, "ffn_gate_exps.weight", "block_sparse_moe.experts.{e}.w1.weight"},
    {Role::kExpertGate, "ffn_gate.{e}.weight", ""},
    {Role::kExpertUp, "ffn_up_exps.weight", "block_sparse_moe.experts.{e}.w3.weight"},
    {Role::kExpertUp, "ffn_up.{e}.weight", ""},
    {Role::kExpertDown, "ffn_down_exps.weight", "block_sparse_moe.experts.{e}.w2.weight"},
    {Role::kExpertDown, "ffn_down.{e}.weight", ""},
};

}  // namespace

constexpr Family kLlama{.architecture = "llama",
                        .gguf_names = kGgufNames,
                        .folder_types = kFolderTypes,
                        .read = read,
                        .places = kPlaces};

}  // namespace canter
