#include <array>

#include "model/families/all.h"
#include "model/families/gemma.h"

namespace canter {
namespace {

constexpr int kUsualWindow = 1024;
constexpr int kUsualPattern = 6;
constexpr int kLayersOfLargest = 62;
constexpr double kGlobalBase = 1e6;
constexpr double kWindowBase = 1e4;

// What folders of multimodal models leave out, as the makers' library has it.
constexpr int kFolderHeads = 8;
constexpr int kFolderKvHeads = 4;
constexpr int kFolderHeadWidth = 256;
constexpr int kFolderVocabulary = 262208;
constexpr int kFolderContext = 131072;

void fill_in(const ModelKeys& keys, ModelPlan& plan, AttentionPlan& attention) {
  if (keys.is_gguf()) return;
  plan.vocabulary = keys.integer({{}, "vocab_size"}, kFolderVocabulary);
  plan.context = keys.integer(kContext, kFolderContext);
  attention.heads = keys.integer(kHeads, kFolderHeads);
  attention.kv_heads = keys.integer(kKvHeads, kFolderKvHeads);
  attention.head_width = keys.integer(kHeadWidth, kFolderHeadWidth);
}

/// The rotary embedding of layers with a window: not scaled, and of a base of its own.
Result<RotaryPlan> window_rotary(const ModelKeys& keys, const ModelPlan& plan, int head_width) {
  if (keys.has_object("rope_parameters.sliding_attention"))
    return usual_rotary(keys, plan, head_width, RotaryLayout::kHalves, "sliding_attention");
  RotaryPlan rotary;
  rotary.width = head_width;
  rotary.base = keys.number({"rope.freq_base_swa", "rope_local_base_freq"}, kWindowBase);
  return rotary;
}

/// Gemma 3: every sixth layer sees all, the others a window; norms on queries and keys.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  LayerPlan layer;
  if (auto done = read_gemma(keys, plan, layer); !done) return done;
  if (keys.flag({{}, "use_bidirectional_attention"}))
    return not_run(keys, "attention in both directions is not supported");
  AttentionPlan attention = usual_attention(keys, plan);
  fill_in(keys, plan, attention);
  read_biases(keys, attention);
  attention.head_norm = HeadNorm::kEachHead;
  attention.scale = gemma_scale(keys, plan, attention, kLayersOfLargest);
  attention.score_cap = keys.number({"attn_logit_softcapping", "attn_logit_softcapping"});

  auto global =
      usual_rotary(keys, plan, attention.head_width, RotaryLayout::kHalves, "full_attention");
  if (!global) return propagate(global);
  if (!keys.has(kRotaryBase) && !keys.has_object("rope_parameters")) global->base = kGlobalBase;
  auto window = window_rotary(keys, plan, attention.head_width);
  if (!window) return propagate(window);
  plan.rotaries = {std::move(*global), std::move(*window)};

  layer.mixer = attention;
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);
  const int pattern = keys.integer({"attention.sliding_window_pattern", "sliding_window_pattern"},
                                   keys.integer({{}, "_sliding_window_pattern"}, kUsualPattern));
  if (pattern < 1) return not_run(keys, "its pattern of windows makes no sense");
  const int width = usual_window(keys, kUsualWindow);
  for (int i = 0; i < plan.layer_count(); ++i) {
    auto& mixer = std::get<AttentionPlan>(plan.layers[i].mixer);
    const bool sees_all = layer_is(keys, i, "full_attention", (i + 1) % pattern == 0);
    mixer.rotary = sees_all ? 0 : 1;
    mixer.window = sees_all ? 0 : width;
  }
  return {};
}

constexpr std::array<std::string_view, 2> kFolderTypes = {"gemma3_text", "gemma3"};

}  // namespace

constexpr Family kGemma3{.architecture = "gemma3",
                         .folder_types = kFolderTypes,
                         .read = read,
                         .places = kGemmaPlaces,
                         .folder_norms_less_one = true};

}  // namespace canter
