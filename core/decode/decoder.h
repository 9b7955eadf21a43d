#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/answer.h"
#include "decode/answer_writer.h"
#include "decode/draft/drafter.h"
#include "decode/settings.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"
#include "model/model.h"

namespace canter {

/// Decodes an answer: token by token, or several in a step where a drafter guesses them, with the
/// same text to the token. Owns the K/V cache and remembers which tokens it holds, so a prompt that
/// begins like the last sequence is read from where it differs. Belongs to one thread.
class Decoder {
 public:
  /// `model` and `pool` must outlive the decoder. `context` 0: the model's own, within memory.
  /// `cache`: how keys and values are kept, kF32 or kF16 (half the memory, rounded to 11 bits).
  static Result<Decoder> create(const Model& model, ThreadPool& pool, int context = 0,
                                TensorType cache = TensorType::kF32);

  /// Asked before each layer of a pass; return true to stop there.
  using ShouldStop = std::function<bool()>;

  /// kUsage for an empty prompt, a token outside the vocabulary or bad settings; kTooLarge when the
  /// prompt leaves no room in the context or the memory ends, kBadFile when damaged weights make
  /// every logit NaN; the next answer may begin as if nothing had been. `at_text_start`: the answer
  /// opens a text of its own (a chat answer), so a leading dummy space is dropped.
  Result<Answer> generate(std::span<const TokenId> prompt, const GenerationSettings& settings,
                          const OnToken& on_token = {}, const ShouldStop& should_stop = {},
                          bool at_text_start = false);

  /// Guesses tokens from now on; nullptr: plain decoding. Must outlive the decoder or the next
  /// call.
  void draft_with(Drafter* drafter) { drafter_ = drafter; }

  int context() const { return cache_.capacity(); }
  /// Tokens whose K/V is in the cache.
  std::span<const TokenId> cached() const { return cached_; }

 private:
  Decoder(const Model& model, ThreadPool& pool, KvCache cache);

  using Clock = std::chrono::steady_clock;

  Result<Answer> write_answer(std::span<const TokenId> prompt, const GenerationSettings& settings,
                              const OnToken& on_token, const ShouldStop& should_stop,
                              bool at_text_start);
  /// Reads a prompt, but for what the cache holds of it; logits of its last token come first in
  /// `logits_`, those of `masks` mask rows behind it follow. False when `should_stop` ended it.
  Result<bool> read(std::span<const TokenId> tokens, int masks, const ShouldStop& should_stop);
  /// Tells the drafter of the cache's tokens from `first` on, rows of the last pass.
  void read_states(int first, std::span<const int> rows);
  /// The positions of a longer sequence are marked otherwise in some models: reads everything
  /// again when the next token crosses that limit.
  Result<bool> cross_limit(std::span<const TokenId> sequence, const ShouldStop& should_stop);
  Result<void> read_last(std::span<const TokenId> tokens, int masks, const ShouldStop& should_stop);
  /// One decoding step: runs what is planned, writes what the model chooses along the tree, keeps
  /// the accepted path. Returns whether the answer goes on.
  Result<bool> step(AnswerWriter& writer, AnswerStatistics& statistics,
                    const ShouldStop& should_stop);
  /// From the root: writes the model's choices as long as they were guessed.
  Result<bool> walk(const DraftTree& tree, AnswerWriter& writer);
  /// What became of a tree whose walk took path_.
  void count(const DraftTree& tree, AnswerStatistics& statistics) const;
  Result<void> draft_masks(const DraftTree& tree);
  Result<std::span<const float>> logits_row(int row) const;
  /// The tokens and the cache agree, whatever an error left behind.
  void forget_unfinished();

  const Model* model_;
  Forward forward_;
  KvCache cache_;
  std::vector<TokenId> cached_;
  std::vector<float> logits_;  // [rows that were asked for, vocabulary]
  std::vector<float> states_;  // behind the last norm, of tokens that were read, [tokens, width]
  Drafter* drafter_ = nullptr;
  DraftTree plain_;
  TreeRows rows_;
  std::vector<int> numbers_;  // 0, 1, 2 ...
  std::vector<int> path_;     // nodes that a step passed
  std::vector<float> mask_logits_;
};

}  // namespace canter
