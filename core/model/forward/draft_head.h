#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/forward/kv_cache.h"
#include "model/forward/layers.h"
#include "model/model.h"

namespace canter {

/// The draft head that ships with some models (Qwen 3.5; DeepSeek-V3, arXiv 2412.19437, section
/// 2.2): from the model's last hidden state of a token and the token behind it, it guesses the one
/// after that. It has a layer of its own, with keys and values of its own. Belongs to one thread.
class DraftHead {
 public:
  /// `model`, which must have a draft head, and `pool` must outlive the object.
  DraftHead(const Model& model, ThreadPool& pool);

  static bool exists(const Model& model) { return !model.plan().draft_layers.empty(); }

  /// An empty cache for `capacity` tokens.
  Result<KvCache> cache(int capacity) const;
  /// Bytes of that cache with so many tokens; 0 for a model without such a head.
  static std::uint64_t cache_bytes(const ModelPlan& plan, int tokens);

  /// Goes on behind what `cache` holds. Row i stands for a token with `hidden` row i, [rows, width]
  /// (see Forward::hidden_of()), and followed by next[i]. Logits of what comes behind the last
  /// `logit_rows` of these go to `logits`, [logit_rows, vocabulary].
  Result<void> run(std::span<const float> hidden, std::span<const TokenId> next, KvCache& cache,
                   int logit_rows, float* logits);

 private:
  /// The hidden states that the head's layer starts from.
  void combine(std::span<const float> hidden, std::span<const TokenId> next);

  const Model* model_;
  ModelPlan plan_;  ///< its layer alone
  Layers layers_;
  std::vector<float> both_;    // [rows, 2 width]: embedding, hidden state
  std::vector<float> normed_;  // [rows, width]
};

}  // namespace canter
