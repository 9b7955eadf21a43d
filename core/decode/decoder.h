#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/settings.h"
#include "decode/statistics.h"
#include "model/forward.h"
#include "model/kv_cache.h"
#include "model/model.h"

namespace canter {

enum class FinishReason { kEndToken, kStopString, kTokenLimit, kContextFull, kStopped };

struct Answer {
  std::vector<TokenId> tokens;  ///< all that decoding appended, an end token included
  std::string text;             ///< without end token and stop string
  FinishReason finish = FinishReason::kEndToken;
  AnswerStatistics statistics;
};

/// Decodes token by token. Owns the K/V cache and remembers which tokens it holds, so a prompt that
/// begins like the last sequence is read from where it differs. Belongs to one thread.
class Decoder {
 public:
  /// `model` and `pool` must outlive the decoder. `context` 0: the model's own, within memory.
  /// `cache`: how keys and values are kept, kF32 or kF16 (half the memory, rounded to 11 bits).
  static Result<Decoder> create(const Model& model, ThreadPool& pool, int context = 0,
                                TensorType cache = TensorType::kF32);

  /// Called for every token with the text that became certain by it (may be empty). What was passed
  /// is always a prefix of Answer::text: an unfinished character or stop string may come behind it.
  /// Return false to stop; the token passed is then the last one.
  using OnToken = std::function<bool(TokenId token, std::string_view text)>;
  /// Asked before each layer of a pass; return true to stop there.
  using ShouldStop = std::function<bool()>;

  /// kUsage for an empty prompt, a token outside the vocabulary or bad settings; kTooLarge when the
  /// prompt leaves no room in the context, kBadFile when damaged weights make every logit NaN.
  /// `at_text_start`: the answer opens a text of its own (a
  /// chat answer), so a leading dummy space is dropped.
  Result<Answer> generate(std::span<const TokenId> prompt, const GenerationSettings& settings,
                          const OnToken& on_token = {}, const ShouldStop& should_stop = {},
                          bool at_text_start = false);

  int context() const { return cache_.capacity(); }
  /// Tokens whose K/V is in the cache.
  std::span<const TokenId> cached() const { return cached_; }

 private:
  Decoder(const Model& model, ThreadPool& pool, KvCache cache);

  /// Reads `tokens` behind what the cache holds; logits of the last one go to `logits_`. False when
  /// `should_stop` ended it.
  Result<bool> read(std::span<const TokenId> tokens, const ShouldStop& should_stop);

  const Model* model_;
  Forward forward_;
  KvCache cache_;
  std::vector<TokenId> cached_;
  std::vector<float> logits_;
};

}  // namespace canter
