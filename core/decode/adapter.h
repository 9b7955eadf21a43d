#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "decode/draft/recurrent_head.h"
#include "format/tensor_type.h"
#include "model/forward/kv_cache.h"
#include "model/model.h"
#include "model/plan/model_plan.h"
#include "model/plan/uniform_shape.h"

namespace canter {

/// What tuning learns and drafting uses: mask rows, successors and a head, or some of these.
///
/// Mask rows (BiTA, arXiv 2401.12522) are input embeddings that stand for tokens to come, and a
/// soft prompt that only they see. The transition term is ours: it conditions a draft on the token
/// before it,
///   score(x | parent, mask i) = transition_scale * ln q_i(x) + from[parent] . to[x].
/// Without mask tokens there are neither prompt tokens nor a transition term.
struct Adapter {
  static constexpr int kMostPromptTokens = 1024;
  static constexpr int kMostMaskTokens = 32;
  static constexpr int kMostRank = 1024;

  int prompt_tokens = 0;
  int mask_tokens = 0;
  std::vector<float> mask_embedding;  ///< [mask_tokens, width]
  /// [layers, prompt_tokens, kv_heads, head_width], as attention sees them: no rotary embedding is
  /// applied. Elements of a key are in Hugging Face's order, whatever the model's own
  /// (RotaryLayout::kHalves).
  std::vector<float> prompt_key;
  std::vector<float> prompt_value;

  int rank = 0;                        ///< of the transition term; 0: none
  std::vector<float> transition_from;  ///< [vocabulary, rank]
  std::vector<float> transition_to;    ///< [vocabulary, rank]
  float transition_scale = 1;

  std::string successors;  ///< SuccessorTable::to_bytes(); empty: none
  RecurrentHead head;

  std::string fingerprint;  ///< of the base weights and tokenizer; empty: the file names none
  std::string tuning;       ///< how it was tuned, a JSON object; may be empty
  /// Share of steps in which the draft of depth 1, 2, ... was accepted; may be empty.
  std::vector<double> acceptance;
  double tokens_per_step = 0;  ///< as measured when it was tuned; 0: unknown

  bool operator==(const Adapter&) const = default;

  bool empty() const { return mask_tokens == 0 && successors.empty() && head.empty(); }
  /// Leaves the successors and the head, and what is said about the adapter.
  void drop_masks();
};

/// Sizes of a model that mask rows fit; kUnsupported, with `name` in front, for models whose layers
/// differ.
Result<UniformShape> shape_for_masks(const ModelPlan& plan, const std::string& name);

/// Bounds, shapes against the model's plan, finite numbers, successors and tokens of the head
/// inside the vocabulary, the fingerprint (if both have one). kBadFile, with `name` in front and a
/// way out, for an adapter that this model cannot use or that holds nothing; kUnsupported for one
/// with mask rows where shape_for_masks() is.
Result<void> check_adapter(const Adapter& adapter, const ModelPlan& plan,
                           const std::string& fingerprint, const std::string& name);

/// Reads an adapter for that model from a safetensors file. kIo when it cannot be read, kBadFile
/// when it is damaged or belongs to another model, kTooLarge when drafting with it needs more
/// memory than is free. A file without fingerprint is taken when all shapes fit:
/// Adapter::fingerprint stays empty.
Result<Adapter> read_adapter(const std::filesystem::path& path, const Model& model);

/// The fingerprint that an adapter's file names, of which only the header is read; empty: none, or
/// not a safetensors file.
std::string adapter_fingerprint(const std::filesystem::path& path);

/// Writes the safetensors form; the file appears whole or not at all.
Result<void> write_adapter(const std::filesystem::path& path, const Adapter& adapter,
                           const ModelPlan& plan);

/// The soft prompt of an adapter with mask rows, as a cache of prompt_tokens slots, in the model's
/// own order of key elements.
/// kTooLarge without memory.
Result<KvCache> soft_prompt(const Adapter& adapter, const ModelPlan& plan, TensorType type);

/// Position in a key in the model's own order of an element in Hugging Face's.
int key_element(const RotaryPlan& rotary, int element);

}  // namespace canter
