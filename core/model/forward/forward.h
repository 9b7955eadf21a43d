#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/forward/kv_cache.h"
#include "model/forward/layers.h"
#include "model/model.h"
#include "tensor/stage_clock.h"

namespace canter {

/// One row of a pass: a token of a draft tree, or an embedding that stands for none.
struct RowInput {
  TokenId token = 0;                    ///< inside the vocabulary
  const float* embedding = nullptr;     ///< [width], in place of the token's
  int position = 0;                     ///< for the rotary embedding
  int leading = 0;                      ///< sees that many first rows of the pass, as context
  std::span<const int> ancestors = {};  ///< earlier rows of the pass that it sees, root first
  bool prefix = false;                  ///< sees the prefix
};

/// The newest tokens of a sequence, one at least, and what the model remembers of those before.
struct SequencePiece {
  KvCache* cache = nullptr;
  std::span<const TokenId> tokens = {};
};

/// Rows of a sequence, one at least, behind what `cache` holds of it.
struct SequenceTree {
  KvCache* cache = nullptr;
  std::span<const RowInput> rows = {};
};

/// The forward pass of a model, layer by layer as its plan says. Keeps scratch memory; belongs to
/// one thread, which the pool's threads help. What a row gives depends on what it sees alone: not
/// on the rows that run with it, nor on the number of threads.
class Forward {
 public:
  using ShouldStop = std::function<bool()>;

  /// Bytes of scratch for passes of kMaxRows rows, K/V of `context` tokens, and `matrices`.
  static std::uint64_t scratch_bytes(const ModelPlan& plan, std::span<const MatrixKind> matrices,
                                     int context, int threads);

  /// `model` and `pool` must outlive the object.
  Forward(const Model& model, ThreadPool& pool);

  /// Most rows a pass takes at once; longer prompts are read in chunks of this size.
  static constexpr int kMaxRows = 512;

  /// Runs `tokens` (1 to kMaxRows of them) behind what `cache` holds and makes them part of it.
  /// Logits of the last `logit_rows` tokens, [logit_rows, vocabulary], go to `logits`. Tokens must
  /// be inside the vocabulary. `should_stop` is asked before each layer; when it returns true the
  /// pass ends with kInterrupted and the cache holds what it held before.
  Result<void> run(std::span<const TokenId> tokens, KvCache& cache, int logit_rows, float* logits,
                   const ShouldStop& should_stop = {});

  /// Runs 1 to kMaxRows rows. Each sees the prefix if it asks for it, what `cache` holds, leading
  /// rows, its ancestors and itself; of layers with states it continues the last of these. What row
  /// i remembers is left behind the cache's context; the caller keeps some with keep(). Logits of
  /// the rows that `logit_rows` names go to `logits` in that order.
  Result<void> run_rows(std::span<const RowInput> rows, KvCache& cache, const KvCache* prefix,
                        std::span<const int> logit_rows, float* logits,
                        const ShouldStop& should_stop = {});

  /// Can tokens of several sequences run in one pass? Not where layers keep states, nor where
  /// positions are marked otherwise in long sequences.
  static bool can_run_together(const ModelPlan& plan) {
    return !plan.has_states() && plan.short_context() == 0;
  }
  /// Runs pieces of several sequences, 1 to kMaxRows tokens in all, each behind what its own cache
  /// holds, and makes them part of it. Logits of each one's last token, [pieces, vocabulary], are
  /// to the bit those of passes of their own; nullptr: none. Rows of the pass are in the order of
  /// the pieces. kInterrupted as for run().
  Result<void> run_together(std::span<const SequencePiece> pieces, float* logits,
                            const ShouldStop& should_stop = {});

  /// The same for rows that each see what those of run_rows() without a prefix do, of their own
  /// sequence; numbers of rows begin at 0 in each. What they remember is left behind each context.
  /// Logits of all rows, in the order of the sequences, [rows, vocabulary].
  Result<void> run_trees(std::span<const SequenceTree> trees, float* logits,
                         const ShouldStop& should_stop = {});

  /// Makes rows of a sequence of the last pass part of the cache they ran on: `path` is ascending,
  /// each row the parent of the next. kTooLarge, with the cache unchanged, when the memory ends.
  Result<void> keep(std::span<const int> path, KvCache& cache);

  /// Logits of rows of the last pass, until the next one: for rows of which only a few turn out to
  /// matter.
  Result<void> logits_of(std::span<const int> rows, float* logits);

  /// Adds the stages of passes to `clock` from now on, which must outlive the object; nullptr: no
  /// longer.
  void time_with(StageClock* clock);

  /// Hidden states of rows of the last pass behind the last norm, [rows, width], until the next
  /// one.
  void hidden_of(std::span<const int> rows, float* hidden);

 private:
  /// Makes room for rows in the scratch.
  Result<void> prepare(std::size_t rows);
  /// Up to the last layer.
  Result<void> run_sequences(std::span<const SequenceTree> trees, const KvCache* prefix,
                             const ShouldStop& should_stop);
  /// Lays out a sequence's rows from row `first` of the pass on; what they see goes to `further`,
  /// whose end is returned.
  int* lay_out(std::span<const RowInput> inputs, std::size_t first, int context, int* further);
  /// The rows of `sequences_`.
  Result<void> run_layers(const KvCache* prefix, const ShouldStop& should_stop);
  void embed(TokenId token, std::size_t row);

  const Model* model_;
  Layers layers_;
  StageClock* clock_ = nullptr;
  std::vector<SequenceRows> sequences_;
  std::vector<int> further_;   // what the views point to
  std::vector<int> rows_;      // of a plain pass
  std::vector<float> normed_;  // [rows, width]
};

/// The token's embedding as the first layer takes it, [width].
void embed_token(const Model& model, TokenId token, float* numbers);

}  // namespace canter
