#include "model/unused_tensors.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "format/message.h"

namespace canter {
namespace {

/// How names begin in a text model's graph.
constexpr std::string_view kGgufGraph[] = {"blk.", "token_",     "output", "position_embd", "rope_",
                                           "dec.", "per_layer_", "enc.",   "altup_"};
constexpr std::string_view kHuggingFaceGraph[] = {"model.", "lm_head", "transformer."};

/// Parts of multimodal models whose names begin like the text model's.
constexpr std::string_view kBesideText[] = {"model.vision_tower.", "model.multi_modal_projector.",
                                            "model.audio_tower.", "model.visual."};

/// How the names of buffers end. `attn.bias` is a mask, in `self_attn.bias`; `attn_q.bias` is not.
constexpr std::string_view kBuffers[] = {
    "attn_rot_embd.weight",  "rotary_emb.inv_freq", "rotary_emb.cos_cached",
    "rotary_emb.sin_cached", "attn.bias",           "attention.bias",
    "masked_bias",           "position_ids"};

bool begins_with_any(std::string_view name, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](std::string_view part) { return name.starts_with(part); });
}

bool is_buffer(std::string_view name) {
  return std::ranges::any_of(kBuffers, [&](std::string_view end) { return name.ends_with(end); });
}

bool is_in_layer(std::string_view name) {
  return name.starts_with("blk.") || name.starts_with("model.layers.");
}

bool has_integers(TensorType type) {
  constexpr TensorType kIntegers[] = {TensorType::kI8, TensorType::kI16, TensorType::kI32,
                                      TensorType::kI64, TensorType::kU8};
  return std::ranges::find(kIntegers, type) != std::end(kIntegers);
}

std::string_view owner(std::string_view name) {
  if (name.ends_with(".bias")) return "a layer with bias";
  if (name.find("_exps") != name.npos || name.find("ffn_gate_inp") != name.npos ||
      name.find(".experts.") != name.npos)
    return "a mixture of experts";
  return "a kind of layer";
}

}  // namespace

bool is_known_unused(const TensorSource& source, std::string_view name, bool integers) {
  const std::span<const std::string_view> graph =
      source.is_gguf() ? std::span<const std::string_view>(kGgufGraph)
                       : std::span<const std::string_view>(kHuggingFaceGraph);
  return !begins_with_any(name, graph) || begins_with_any(name, kBesideText) || is_buffer(name) ||
         (integers && !is_in_layer(name));
}

Result<void> check_all_used(const TensorSource& source, const ModelConfig& config) {
  const auto names = source.used_names(config.layers);
  const std::set<std::string_view> used(names.begin(), names.end());
  const auto check = [&](const std::string& name, bool integers) -> Result<void> {
    if (used.contains(name) || is_known_unused(source, name, integers)) return {};
    return fail(ErrorKind::kUnsupported,
                "\"" + source.path().string() + "\": tensor " + in_quotes(name) + " belongs to " +
                    std::string(owner(name)) +
                    ", which this program does not run, and without it the answers would be "
                    "wrong; choose another model");
  };
  for (const TensorEntry& tensor : source.tensors())
    if (auto checked = check(tensor.name, has_integers(tensor.type)); !checked) return checked;
  for (const auto& [name, dtype] : source.unreadable())
    if (auto checked = check(name, !dtype.starts_with("F")); !checked) return checked;
  return {};
}

}  // namespace canter
