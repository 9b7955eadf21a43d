#pragma once

#include <cstddef>

namespace canter {

/// What a tensor does in a model's graph, whatever a file calls it.
enum class Role {
  // Of the model.
  kEmbedding,  // [vocabulary, width]
  kOutput,     // [vocabulary, width]; missing: the embedding
  kOutputNorm,
  kOutputNormBias,
  kLayerInputEmbedding,   // [vocabulary, layers * per-layer width] (Gemma 4)
  kLayerInputProjection,  // [layers * per-layer width, width]
  kLayerInputNorm,        // [per-layer width]
  // Norms of a layer, [width] each.
  kMixerNorm,
  kMixerNormBias,
  kMixerPostNorm,
  kFeedForwardNorm,
  kFeedForwardNormBias,
  kFeedForwardPostNorm,
  // Attention.
  kQuery,
  kKey,
  kValue,
  kAttentionOutput,
  kQueryBias,
  kKeyBias,
  kValueBias,
  kAttentionOutputBias,
  kQueryNorm,
  kKeyNorm,
  kSinks,  // [heads]
  // Dense feed-forward network.
  kGate,
  kUp,
  kDown,
  kGateBias,
  kUpBias,
  kDownBias,
  // Mixture of experts.
  kRouter,  // [experts, width]
  kRouterBias,
  kChoiceBias,      // [experts]
  kExpertGate,      // [experts, expert width, width]
  kExpertUp,        // the same
  kExpertDown,      // [experts, width, expert width]
  kExpertGateBias,  // [experts, expert width]
  kExpertUpBias,
  kExpertDownBias,  // [experts, width]
  kSharedGate,
  kSharedUp,
  kSharedDown,
  kSharedRouter,     // [1, width]
  kRouterScale,      // [width] (Gemma 4)
  kExpertScale,      // [experts]
  kMixtureNorm,      // [width]
  kDensePostNorm,    // [width]
  kMixturePostNorm,  // [width]
  // Layers that keep a state.
  kConvolution,      // [channels, taps]
  kConvolutionBias,  // [channels]
  kRecurrentInput,   // delta net: queries, keys, values; state space, short convolution: all
  kRecurrentGate,    // delta net: [value heads * value width, width]
  kStepInput,        // delta net: alpha, [value heads, width]
  kBetaInput,        // delta net: beta, [value heads, width]
  kStepBias,         // [heads]
  kDecay,            // [heads], negative
  kSkip,             // [heads]: state space, D
  kRecurrentNorm,
  kRecurrentOutput,
  kRecurrentInputBias,
  kRecurrentOutputBias,
  // Behind the feed-forward network (Gemma 4).
  kLayerInputGate,      // [per-layer width, width]
  kLayerInputOutput,    // [width, per-layer width]
  kLayerInputPostNorm,  // [width]
  kLayerScale,          // [1]
  // Draft heads that ship with the model (Qwen 3.5).
  kDraftInput,  // [width, 2 width]: embedding, then hidden
  kDraftEmbeddingNorm,
  kDraftHiddenNorm,
  kDraftOutputNorm,
  kCount,
};

inline constexpr std::size_t kRoles = std::size_t(Role::kCount);

/// Whether it multiplies a state as RMS or layer norms do: such weights are float32 in every file.
bool is_norm(Role role);

}  // namespace canter
