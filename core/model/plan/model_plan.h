#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/error.h"
#include "model/plan/rotary.h"

namespace canter {

/// What a feed-forward network does to its gate (or, without one, to its only projection).
enum class Activation {
  kSilu,
  kGeluTanh,       ///< the tanh form of GELU
  kGelu,           ///< the exact one
  kClampedSwiGlu,  ///< gpt-oss: limits, and up + 1
};

/// Of kClampedSwiGlu: what the gate's sigmoid takes its input times, and the limit.
inline constexpr double kClampedSlope = 1.702;
inline constexpr double kClampedLimit = 7;

enum class NormKind {
  kRms,
  kLayer,  ///< with mean and bias
};

/// RMS norm of queries and keys before the rotary embedding.
enum class HeadNorm {
  kNone,
  kEachHead,
  kWholeWidth,  ///< over all heads at once (OLMo 2)
};

/// Softmax attention. head width H; queries [heads, H], keys and values [kv_heads, H].
struct AttentionPlan {
  int heads = 0;
  int kv_heads = 0;
  int head_width = 0;
  int rotary = -1;         ///< in ModelPlan::rotaries; -1: positions are not marked
  int window = 0;          ///< tokens that a row sees, itself among them; 0: all
  double scale = 0;        ///< of query . key
  double score_cap = 0;    ///< c: c tanh(score / c); 0: none
  double alibi_bias = 0;   ///< what alibi_slopes() takes; 0: scores do not fall with the distance
  double alibi_scale = 1;  ///< of those slopes
  HeadNorm head_norm = HeadNorm::kNone;
  bool input_bias = false;  ///< on queries, keys and values
  bool output_bias = false;
  bool sinks = false;         ///< a logit for each head that takes part in the softmax alone
  bool value_norm = false;    ///< RMS norm of each value, without weights
  bool value_is_key = false;  ///< the key projection before norm and turning
  bool output_gate = false;   ///< the query projection gives [heads, 2, H]: query and gate
  int shares = -1;            ///< the layer whose keys and values it reads; -1: its own
  /// Queries times 1 + position_scale ln(1 + floor(position / position_scale_context)) (Llama 4).
  double position_scale = 0;
  int position_scale_context = 0;

  bool has_keys() const { return shares < 0; }
  bool operator==(const AttentionPlan&) const = default;
};

/// Gated delta net (Yang et al., arXiv 2412.06464), as in Qwen 3.5.
struct DeltaNetPlan {
  int key_heads = 0;
  int value_heads = 0;
  int key_width = 0;
  int value_width = 0;
  int taps = 0;  ///< of the convolution
  bool grouped =
      false;  ///< value head j uses key head j / (value_heads / key_heads), else j modulo

  int key_numbers() const { return key_heads * key_width; }
  int value_numbers() const { return value_heads * value_width; }
  int channels() const { return 2 * key_numbers() + value_numbers(); }
  bool operator==(const DeltaNetPlan&) const = default;
};

/// Mamba 2 (Dao and Gu, arXiv 2405.21060).
struct StateSpacePlan {
  int heads = 0;
  int head_width = 0;
  int groups = 0;
  int state_width = 0;
  int taps = 0;
  bool convolution_bias = false;
  bool projection_bias = false;

  int inner() const { return heads * head_width; }
  int channels() const { return inner() + 2 * groups * state_width; }
  int projected() const { return inner() + channels() + heads; }
  bool operator==(const StateSpacePlan&) const = default;
};

/// Gated short convolution of LFM 2: out(c * conv(b * x)).
struct ShortConvolutionPlan {
  int taps = 0;
  bool bias = false;
  bool operator==(const ShortConvolutionPlan&) const = default;
};

using MixerPlan = std::variant<AttentionPlan, DeltaNetPlan, StateSpacePlan, ShortConvolutionPlan>;

struct DensePlan {
  int width = 0;
  bool gated = true;
  bool bias = false;
  bool operator==(const DensePlan&) const = default;
};

/// How a router's logits become weights of the experts that it chooses.
enum class Gating {
  kSoftmax,          ///< over all experts, then the best
  kSoftmaxOfChosen,  ///< the best, then over them
  kSigmoid,
};

/// Mixture of experts; each of them is a gated network.
struct MixturePlan {
  int experts = 0;
  int used = 0;
  int width = 0;
  Gating gating = Gating::kSoftmax;
  bool renormalise = true;   ///< the chosen weights add up to 1
  double scale = 1;          ///< of the weights
  bool choice_bias = false;  ///< added for the choice alone
  bool router_bias = false;
  bool expert_bias = false;
  int shared_width = 0;      ///< of an expert that is always used; 0: none
  bool shared_gate = false;  ///< its result times the sigmoid of a projection
  /// Gemma 4: beside the dense network, with norms of its own; the router reads the layer's input,
  /// normalised without weights and scaled.
  bool beside_dense = false;
  bool operator==(const MixturePlan&) const = default;
};

struct LayerPlan {
  MixerPlan mixer;
  std::optional<DensePlan> dense{};
  std::optional<MixturePlan> mixture{};
  Activation activation = Activation::kSilu;
  bool mixer_norm = true;
  bool mixer_post_norm = false;
  bool feed_forward_norm = true;
  bool feed_forward_post_norm = false;
  bool parallel = false;  ///< the feed-forward network reads the layer's input, not the mixer's sum
  bool output_scale = false;  ///< the layer's result times a number of the file
  bool operator==(const LayerPlan&) const = default;
};

/// Which of a text's last hidden states make its embedding; the numbers are those of GGUF.
enum class Pooling { kMean = 1, kFirst = 2, kLast = 3 };

/// A decoder-only model: everything that decides what its forward pass computes, but the weights.
struct ModelPlan {
  static constexpr int kMostLayers = 4096;  ///< more make no sense

  std::string architecture;  ///< as GGUF names it, `llama`
  std::string name;          ///< as the file calls itself; may be empty
  int width = 0;
  int vocabulary = 0;
  int context = 0;
  NormKind norm = NormKind::kRms;
  double norm_epsilon = 1e-5;
  double embedding_scale = 1;
  double residual_scale = 1;  ///< of each branch before it is added
  double logit_scale = 1;
  double logit_cap = 0;     ///< c: c tanh(logit / c); 0: none
  int per_layer_input = 0;  ///< width of Gemma 4's embeddings for each layer; 0: none
  /// Of a model that is made to compare texts (embeddings); others are made to write.
  std::optional<Pooling> pooling = {};
  std::vector<RotaryPlan> rotaries;
  std::vector<LayerPlan> layers;
  /// Layers of draft heads that ship with the model; their tensors stand behind the layers'.
  std::vector<LayerPlan> draft_layers;

  int layer_count() const { return int(layers.size()); }
  /// Of a layer or, behind them, of a draft head.
  const LayerPlan& layer(int index) const {
    return index < layer_count() ? layers[index] : draft_layers[index - layer_count()];
  }
  /// nullptr: another kind of layer.
  const AttentionPlan* attention(int layer) const {
    return std::get_if<AttentionPlan>(&this->layer(layer).mixer);
  }
  /// The first layer's that has attention; nullptr: none has.
  const AttentionPlan* first_attention() const;
  /// Whether layers remember a state, which cannot be cut back like keys and values.
  bool has_states() const;
  /// The longest sequence whose positions are marked as those of a short one; 0: there is no such
  /// difference (see RotaryPlan::long_divisors).
  int short_context() const;
};

/// kBadFile, naming `file`, when a value is missing, absurd or contradicts another one; checked
/// before anything is allocated by it.
Result<void> check_plan(const ModelPlan& plan, const std::filesystem::path& file);

/// kUnsupported for a model that is not made to write.
Result<void> check_writes(const ModelPlan& plan);

}  // namespace canter
