#include <array>

#include "model/families/all.h"
#include "model/families/gemma.h"

namespace canter {
namespace {

constexpr int kUsualWindow = 4096;
constexpr int kLayersOfLargest = 46;
// Of files that lack them, as the first converters wrote them.
constexpr double kUsualScoreCap = 50;
constexpr double kUsualLogitCap = 30;

/// Gemma 2: caps on scores and logits, a window in every second layer.
Result<void> read(const ModelKeys& keys, ModelPlan& plan) {
  LayerPlan layer;
  if (auto done = read_gemma(keys, plan, layer); !done) return done;
  AttentionPlan attention = usual_attention(keys, plan);
  if (auto added = add_rotary(keys, plan, attention, RotaryLayout::kHalves); !added) return added;
  read_biases(keys, attention);
  attention.scale = gemma_scale(keys, plan, attention, kLayersOfLargest);
  attention.score_cap = keys.number({"attn_logit_softcapping", "attn_logit_softcapping"},
                                    keys.is_gguf() ? kUsualScoreCap : 0);
  if (keys.is_gguf() && !keys.has({"final_logit_softcapping", {}})) plan.logit_cap = kUsualLogitCap;
  layer.mixer = attention;
  add_feed_forward(keys, layer);
  fill_layers(plan, layer);
  const int window = usual_window(keys, kUsualWindow);
  for (int i = 0; i < plan.layer_count(); ++i)
    if (layer_is(keys, i, "sliding_attention", i % 2 == 0))
      std::get<AttentionPlan>(plan.layers[i].mixer).window = window;
  return {};
}

constexpr std::array<std::string_view, 1> kFolderTypes = {"gemma2"};

}  // namespace

constexpr Family kGemma2{.architecture = "gemma2",
                         .folder_types = kFolderTypes,
                         .read = read,
                         .places = kGemmaPlaces,
                         .folder_norms_less_one = true};

}  // namespace canter
