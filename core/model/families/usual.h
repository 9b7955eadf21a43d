#pragma once

#include "model/families/model_keys.h"
#include "model/plan/model_plan.h"

namespace canter {

// Values that most families have, by their usual names.
inline constexpr Key kLayerCount{"block_count", "num_hidden_layers"};
inline constexpr Key kWidth{"embedding_length", "hidden_size"};
inline constexpr Key kContext{"context_length", "max_position_embeddings"};
inline constexpr Key kHeads{"attention.head_count", "num_attention_heads"};
inline constexpr Key kKvHeads{"attention.head_count_kv", "num_key_value_heads"};
inline constexpr Key kHeadWidth{"attention.key_length", "head_dim"};
inline constexpr Key kFeedForward{"feed_forward_length", "intermediate_size"};
inline constexpr Key kWindow{"attention.sliding_window", "sliding_window"};
inline constexpr Key kRotaryWidth{"rope.dimension_count", ""};
inline constexpr Key kRotaryBase{"rope.freq_base", "rope_theta"};
inline constexpr Key kActivation{"", "hidden_act"};
inline constexpr Key kAttentionBias{"", "attention_bias"};
inline constexpr Key kExperts{"expert_count", "num_experts"};
inline constexpr Key kLocalExperts{"", "num_local_experts"};
inline constexpr Key kExpertsUsed{"expert_used_count", "num_experts_per_tok"};
inline constexpr Key kExpertsNormalised{"expert_weights_norm", "norm_topk_prob"};
inline constexpr Key kExpertWidth{"expert_feed_forward_length", "moe_intermediate_size"};

/// Names, widths, context and norm of the model; as many layers as it says, empty. No layers when
/// their number is absurd.
ModelPlan usual_plan(const ModelKeys& keys);

/// Heads and their widths; scale 1 / sqrt(head width); no rotary embedding.
AttentionPlan usual_attention(const ModelKeys& keys, const ModelPlan& plan);

/// How many tokens a row sees in layers with a window; `usual` where the file does not say. -1,
/// which check_plan() refuses, for anything but a number above 0, or 0 for no window where `usual`
/// is that.
int usual_window(const ModelKeys& keys, int usual = 0);

/// The rotary embedding of heads of that width: base, part of the head that is turned, scaling.
/// `layout`: in this file. `kind`: of layers whose embedding a folder describes apart
/// (`rope_parameters.<kind>`).
Result<RotaryPlan> usual_rotary(const ModelKeys& keys, const ModelPlan& plan, int head_width,
                                RotaryLayout layout, std::string_view kind = {});

/// One rotary embedding for all layers, which `attention` gets.
Result<void> add_rotary(const ModelKeys& keys, ModelPlan& plan, AttentionPlan& attention,
                        RotaryLayout layout);

/// Positions are marked in another way: what a file says of a rotary embedding means nothing.
void ignore_rotary(const ModelKeys& keys);

/// Whether projections have biases: as the configuration says, in GGUF as its tensors do.
void read_biases(const ModelKeys& keys, AttentionPlan& attention);

/// Experts, how many are used, their width and that of the shared one.
MixturePlan usual_mixture(const ModelKeys& keys);

/// The feed-forward network of a model that is dense or, when it has experts, a mixture.
void add_feed_forward(const ModelKeys& keys, LayerPlan& layer);

/// All layers alike.
void fill_layers(ModelPlan& plan, const LayerPlan& layer);

/// kUnsupported unless the folder's activation is the one that the graph has (or none is named).
Result<void> check_activation(const ModelKeys& keys, Key key, std::string_view wanted);

/// Pairs as GGUF keeps them for families whose rows its converter permutes.
inline RotaryLayout permuted_layout(const ModelKeys& keys) {
  return keys.is_gguf() ? RotaryLayout::kInterleaved : RotaryLayout::kHalves;
}

/// The kind of each layer as `layer_types` names it: whether it is `kind`; where there is no such
/// list, `otherwise`.
bool layer_is(const ModelKeys& keys, int layer, std::string_view kind, bool otherwise);

/// kUnsupported for something that this program does not run.
tl::unexpected<Error> not_run(const ModelKeys& keys, const std::string& what);

}  // namespace canter
