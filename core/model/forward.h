#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/kv_cache.h"
#include "model/model.h"
#include "tensor/matmul.h"

namespace canter {

/// The forward pass of a Llama graph. Keeps scratch memory; belongs to one thread, which the pool's
/// threads help. Every product is made so that the result does not depend on the number of threads.
class Forward {
 public:
  /// `model` and `pool` must outlive the object.
  Forward(const Model& model, ThreadPool& pool);

  /// Most rows a pass takes at once; longer prompts are read in chunks of this size.
  static constexpr int kMaxRows = 512;

  /// Runs `tokens` (1 to kMaxRows of them) behind what `cache` holds and appends their keys and
  /// values to it. Logits of the last `logit_rows` tokens, [logit_rows, vocabulary], go to
  /// `logits`. Tokens must be inside the vocabulary. `should_stop` is asked before each layer; when
  /// it returns true the pass ends with kInterrupted and the cache holds what it held before.
  Result<void> run(std::span<const TokenId> tokens, KvCache& cache, int logit_rows, float* logits,
                   const std::function<bool()>& should_stop = {});

 private:
  void resize_scratch(int rows, int positions);
  void prepare_rotary(int first_position, int rows);
  void embed(std::span<const TokenId> tokens);
  /// RMS norm of `rows` rows of `x` into normed_.
  void normalise(const std::vector<float>& weight, const float* x, int rows);
  void turn(std::vector<float>& heads, int head_count, int rows);
  /// Attention on normed_, added to residual_.
  void attend(int layer, int rows, KvCache& cache);
  /// Feed-forward network on normed_, added to residual_.
  void feed_forward(int layer, int rows);

  const Model* model_;
  ThreadPool* pool_;
  Matmul matmul_;
  std::vector<double> rotary_frequencies_;  // [rotary width / 2]
  double rotary_magnitude_ = 1;
  std::vector<float> cosine_;               // [rows, rotary width / 2]
  std::vector<float> sine_;                 // [rows, rotary width / 2]
  std::vector<float> residual_;             // [rows, width]
  std::vector<float> normed_;               // [rows, width]
  std::vector<float> product_;              // [rows, width]
  std::vector<float> query_;                // [rows, heads, head_width]
  std::vector<float> key_;                  // [rows, kv_heads, head_width]
  std::vector<float> value_;                // [rows, kv_heads, head_width]
  std::vector<float> mixed_;                // [rows, heads, head_width]
  std::vector<float> gate_;                 // [rows, feed_forward]
  std::vector<float> up_;                   // [rows, feed_forward]
  std::vector<std::vector<float>> scores_;  // [threads][positions]
};

}  // namespace canter
