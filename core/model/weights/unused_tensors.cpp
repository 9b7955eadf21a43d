#include "model/weights/unused_tensors.h"

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
constexpr std::string_view kHuggingFaceGraph[] = {"model.", "lm_head", "transformer.",
                                                  "language_model."};

/// Parts of multimodal models whose names begin like the text model's.
constexpr std::string_view kBesideText[] = {"model.vision_tower.", "model.multi_modal_projector.",
                                            "model.audio_tower.", "model.visual."};

/// How the names of buffers end. `attn.bias` is a mask, in `self_attn.bias`; `attn_q.bias` is not.
constexpr std::string_view kBuffers[] = {
    "attn_rot_embd.weight",  "rotary_emb.inv_freq", "rotary_emb.cos_cached",
    "rotary_emb.sin_cached", "attn.bias",           "attention.bias",
    "masked_bias",           "position_ids",        "input_scale",
    "activation_scale"};

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

/// Of all tensors that the table can mean, and of those that the plan is read from.
std::set<std::string> used_names(const TensorSource& source, const ModelPlan& plan) {
  std::set<std::string> names = {"rope_freqs.weight", "rope_factors_long.weight",
                                 "rope_factors_short.weight"};
  for (const TensorSpec& spec : tensor_table(plan)) {
    for (const TensorPlace& place : source.places(spec.role)) {
      const std::string_view part = source.is_gguf() ? place.gguf : place.folder;
      const std::uint64_t experts = part.find("{e}") == part.npos ? 1 : spec.experts;
      for (std::uint64_t e = 0; e < experts; ++e) {
        const std::string name = source.name(place, spec.layer, plan.layer_count(), e);
        if (!source.is_gguf())
          for (std::string& other : TensorSource::companions(name)) names.insert(std::move(other));
        names.insert(name);
      }
    }
  }
  return names;
}

}  // namespace

bool is_known_unused(const TensorSource& source, std::string_view name, bool integers) {
  const std::span<const std::string_view> graph =
      source.is_gguf() ? std::span<const std::string_view>(kGgufGraph)
                       : std::span<const std::string_view>(kHuggingFaceGraph);
  return !begins_with_any(name, graph) || begins_with_any(name, kBesideText) || is_buffer(name) ||
         (integers && !is_in_layer(name));
}

Result<void> check_all_used(const TensorSource& source, const ModelPlan& plan) {
  const std::set<std::string> used = used_names(source, plan);
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
