#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/answer.h"
#include "decode/answer_writer.h"
#include "decode/draft/drafter.h"
#include "decode/draft/drafts_together.h"
#include "decode/kept_sequences.h"
#include "decode/settings.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"
#include "model/model.h"

namespace canter {

/// Decodes an answer: token by token, or several in a step where a drafter guesses them, with the
/// same text to the token. Owns the K/V cache and remembers which tokens it holds, so a prompt that
/// begins like the last sequence is read from where it differs. Belongs to one thread.
///
/// generate() gives an answer at once. Several decoders of one thread can take turns instead:
/// begin(), then advance() or, while all are writing, step_together() until progress() is kEnded,
/// then finish(). Each answer is the one that generate() gives.
class Decoder {
 public:
  /// `model` and `pool` must outlive the decoder. `context` 0: the model's own, within memory.
  /// `cache`: how keys and values are kept, kF32, kF16 (half the memory, rounded to 11 bits)
  /// or kQ8_0 (a quarter, bytes).
  /// `forward`: scratch memory that decoders of the same model, pool and thread share; nullptr: its
  /// own.
  static Result<Decoder> create(const Model& model, ThreadPool& pool, int context = 0,
                                TensorType cache = TensorType::kF32,
                                std::shared_ptr<Forward> forward = nullptr);
  Decoder(Decoder&& other) noexcept;
  Decoder& operator=(Decoder&& other) noexcept;
  ~Decoder();

  /// Asked before each layer of a pass; return true to stop there.
  using ShouldStop = std::function<bool()>;

  /// kUsage for an empty prompt, a token outside the vocabulary or bad settings; kTooLarge when the
  /// prompt leaves no room in the context or the memory ends, kBadFile when damaged weights make
  /// every logit NaN; the next answer may begin as if nothing had been. `at_text_start`: the answer
  /// opens a text of its own (a chat answer), so a leading dummy space is dropped.
  Result<Answer> generate(std::span<const TokenId> prompt, const GenerationSettings& settings,
                          const OnToken& on_token = {}, const ShouldStop& should_stop = {},
                          bool at_text_start = false);

  /// Begins an answer in pieces; `on_token` is kept until finish(). Errors as of generate() for
  /// what was asked, with nothing begun.
  Result<void> begin(std::span<const TokenId> prompt, const GenerationSettings& settings,
                     OnToken on_token = {}, bool at_text_start = false);
  enum class Progress { kReading, kWriting, kEnded };
  /// kEnded too when nothing was begun.
  Progress progress() const;
  /// Reads at most `rows` tokens of the prompt, or makes a decoding step. Whatever goes wrong ends
  /// the answer, and finish() tells it; so does `should_stop`.
  void advance(int rows = Forward::kMaxRows, const ShouldStop& should_stop = {});
  /// A step of each, in one pass. All are writing and share a `forward`, whose model
  /// Forward::can_run_together(). `drafts`: plans for those that have a drafter, which is
  /// Drafter::beside() another then; nullptr: a token of each.
  static void step_together(std::span<Decoder* const> decoders, DraftsTogether* drafts = nullptr,
                            const ShouldStop& should_stop = {});
  /// The answer, as far as it was written; errors as of generate(). To be called once.
  Result<Answer> finish();

  /// Guesses tokens from now on, even in the middle of an answer; nullptr: plain decoding. Must
  /// outlive the decoder or the next call.
  void draft_with(Drafter* drafter);

  /// Where a text goes when its answer is finished, and comes back from when another begins like
  /// it; shared with other decoders, as KeptSequences says. nullptr: the decoder remembers its last
  /// text itself. Must outlive the decoder or the next call.
  void keep_in(KeptSequences* kept) { kept_ = kept; }

  int context() const { return cache_.capacity(); }
  /// Tokens whose K/V is in the cache.
  std::span<const TokenId> cached() const { return cached_; }

 private:
  struct Writing;
  Decoder(const Model& model, KvCache cache, std::shared_ptr<Forward> forward);

  using Clock = std::chrono::steady_clock;

  void start(Writing& writing);
  /// What was read before of a text that begins like `text`; `beyond` as of its cache.
  void bring_back(std::span<const TokenId> text, bool beyond);
  void put_away();
  /// Reads a piece of the prompt and, behind its last one, writes the first token. These return
  /// whether the answer goes on; false is for `should_stop`, too.
  Result<bool> read_more(int rows, const ShouldStop& should_stop);
  /// Reads the first of `tokens`, at most `most`; logits of the last one come first in `logits_`,
  /// those of `masks` mask rows behind it follow.
  Result<bool> read_piece(std::span<const TokenId> tokens, std::size_t most, int masks,
                          const ShouldStop& should_stop);
  /// Tells the drafter of the cache's tokens from `first` on, rows of the last pass.
  void read_states(int first, std::span<const int> rows);
  /// The positions of a longer sequence are marked otherwise in some models: reads everything
  /// again when the next token crosses that limit.
  Result<bool> cross_limit(std::span<const TokenId> sequence, const ShouldStop& should_stop);
  Result<void> read_last(std::span<const TokenId> tokens, int masks, const ShouldStop& should_stop);
  /// One decoding step: runs what is planned, writes what the model chooses along the tree, keeps
  /// the accepted path.
  Result<bool> step(AnswerWriter& writer, AnswerStatistics& statistics,
                    const ShouldStop& should_stop);
  /// From the root: writes the model's choices as long as they were guessed. `logits`: of the
  /// tree's nodes, [nodes, vocabulary].
  Result<bool> walk(const DraftTree& tree, std::span<const float> logits, AnswerWriter& writer);
  /// Walks a tree that ran; the tokens that were passed become part of the cache.
  Result<bool> accept(const DraftTree& tree, std::span<const float> logits);
  /// What a step may run and use.
  Drafter::Room room() const;
  /// The token that is yet to run.
  TokenId newest() const;
  /// What became of a tree whose walk took path_.
  void count(const DraftTree& tree, AnswerStatistics& statistics) const;
  Result<void> draft_masks(const DraftTree& tree);
  /// kBadFile when they are no numbers.
  Result<std::span<const float>> row_of(std::span<const float> logits, int row) const;
  /// Does a part of an answer, and ends it where that says so.
  template <typename Part>
  void attempt(const Part& part);
  /// The tokens and the cache agree, whatever an error left behind.
  void forget_unfinished();

  const Model* model_;
  std::shared_ptr<Forward> forward_;
  KvCache cache_;
  std::unique_ptr<Writing> writing_;  ///< nullptr: nothing was begun
  std::vector<TokenId> cached_;
  std::vector<float> logits_;  // [rows that were asked for, vocabulary]
  std::vector<float> states_;  // behind the last norm, of tokens that were read, [tokens, width]
  Drafter* drafter_ = nullptr;
  KeptSequences* kept_ = nullptr;
  DraftTree plain_;
  TreeRows rows_;
  std::vector<int> numbers_;  // 0, 1, 2 ...
  std::vector<int> path_;     // nodes that a step passed
  std::vector<float> mask_logits_;
};

}  // namespace canter
