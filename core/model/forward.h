#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/kv_cache.h"
#include "model/model.h"
#include "tensor/attention.h"
#include "tensor/matmul.h"

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

/// The forward pass of a Llama graph. Keeps scratch memory; belongs to one thread, which the pool's
/// threads help. What a row gives depends on what it sees alone: not on the rows that run with it,
/// nor on the number of threads.
class Forward {
 public:
  using ShouldStop = std::function<bool()>;

  /// Bytes of scratch for passes of kMaxRows rows, K/V of `context` tokens, and weights of `types`.
  static std::uint64_t scratch_bytes(const ModelConfig& config, std::span<const TensorType> types,
                                     int context, int threads);

  /// `model` and `pool` must outlive the object.
  Forward(const Model& model, ThreadPool& pool);

  /// Most rows a pass takes at once; longer prompts are read in chunks of this size.
  static constexpr int kMaxRows = 512;

  /// Runs `tokens` (1 to kMaxRows of them) behind what `cache` holds and appends their keys and
  /// values to it. Logits of the last `logit_rows` tokens, [logit_rows, vocabulary], go to
  /// `logits`. Tokens must be inside the vocabulary. `should_stop` is asked before each layer; when
  /// it returns true the pass ends with kInterrupted and the cache holds what it held before.
  Result<void> run(std::span<const TokenId> tokens, KvCache& cache, int logit_rows, float* logits,
                   const ShouldStop& should_stop = {});

  /// Runs 1 to kMaxRows rows. Each sees the prefix if it asks for it, what `cache` holds, leading
  /// rows, its ancestors and itself. Keys and values of row i are left in slot cache.size() + i;
  /// the caller keeps some with cache.compact() or all with cache.advance(). Logits of the rows
  /// that `logit_rows` names go to `logits` in that order.
  Result<void> run_rows(std::span<const RowInput> rows, KvCache& cache, const KvCache* prefix,
                        std::span<const int> logit_rows, float* logits,
                        const ShouldStop& should_stop = {});

  /// Logits of rows of the last pass, until the next one: for rows of which only a few turn out to
  /// matter.
  Result<void> logits_of(std::span<const int> rows, float* logits);

 private:
  struct Buffer {
    std::vector<float> Forward::*numbers;
    int width;
  };
  /// Of so many numbers for each row.
  static std::array<Buffer, 11> buffers(const ModelConfig& config);
  /// Makes room for rows in the cache and in the scratch.
  Result<void> prepare(int rows, KvCache& cache);
  /// All layers on residual_, by positions_ and views_.
  Result<void> run_layers(KvCache& cache, const KvCache* prefix, const ShouldStop& should_stop);
  void prepare_rotary();
  void embed(TokenId token, int row);
  /// RMS norm of residual_ into normed_.
  void normalise(const std::vector<float>& weight);
  void turn(std::vector<float>& heads, int head_count, int row);
  /// Attention on normed_, added to residual_.
  Result<void> attend(int layer, KvCache& cache, const KvCache* prefix);
  /// Feed-forward network on normed_, added to residual_.
  void feed_forward(int layer);
  void add_product();
  /// Calls use(row) for every row, several in each turn of a thread.
  template <typename Use>
  void for_each_row(std::size_t rows, const Use& use);
  /// Calls use(first, count) for parts of [0, count).
  template <typename Use>
  void for_each_part(std::size_t count, const Use& use);

  int rows() const { return int(views_.size()); }

  const Model* model_;
  ThreadPool* pool_;
  Matmul matmul_;
  Attention attention_;
  std::vector<double> rotary_frequencies_;  // [rotary width / 2]
  double rotary_magnitude_ = 1;
  std::vector<int> positions_;   // [rows]
  std::vector<RowView> views_;   // [rows]
  std::vector<int> further_;     // what views_ point to
  std::vector<int> logit_rows_;  // of a plain pass
  std::vector<float> cosine_;    // [rows, rotary width / 2]
  std::vector<float> sine_;      // [rows, rotary width / 2]
  std::vector<float> residual_;  // [rows, width]
  std::vector<float> normed_;    // [rows, width]
  std::vector<float> product_;   // [rows, width]
  std::vector<float> query_;     // [rows, heads, head_width]
  std::vector<float> key_;       // [rows, kv_heads, head_width]
  std::vector<float> value_;     // [rows, kv_heads, head_width]
  std::vector<float> mixed_;     // [rows, heads, head_width]
  std::vector<float> gate_;      // [rows, feed_forward]
  std::vector<float> up_;        // [rows, feed_forward]
};

}  // namespace canter
