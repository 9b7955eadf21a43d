#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/aligned_memory.h"
#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/draft/draft_source.h"
#include "decode/draft/recurrent_head.h"
#include "decode/scored_token.h"
#include "model/model.h"
#include "tensor/matmul.h"

namespace canter {

/// Candidates from an adapter's recurrent head. It needs no row of a pass, but time of its own for
/// each node that it is asked about. Belongs to one thread, which the pool's threads help.
class HeadSource final : public DraftSource {
 public:
  /// `head`, which fits the model, `model` and `pool` must outlive the object. kTooLarge without
  /// memory.
  static Result<std::unique_ptr<HeadSource>> create(const RecurrentHead& head, const Model& model,
                                                    ThreadPool& pool);
  /// Bytes that it takes beside the head itself.
  static std::size_t bytes(std::size_t width, std::size_t hidden, std::size_t tokens);

  SourceId id() const override { return SourceId::kHead; }
  bool takes_time() const override { return true; }
  bool reads_states() const override { return true; }
  void read(int first, std::span<const TokenId> tokens, std::span<const float> states) override;
  void begin_step(std::span<const TokenId> text) override;
  void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) override;

 private:
  /// The head was trained for so many steps; behind them it gets vague.
  static constexpr int kMostDepth = 6;

  HeadSource(const RecurrentHead& head, const Model& model, ThreadPool& pool)
      : head_(&head), model_(&model), matmul_(pool) {}
  Result<void> pack(ThreadPool& pool);
  /// The state behind `node` into states_; false where that of its parent is not known.
  bool advance(const DraftTree& tree, int node);

  const RecurrentHead* head_;
  const Model* model_;
  Matmul matmul_;
  AlignedMemory memory_;
  PackedMatrix in_, out_, carry_, output_;

  std::vector<float> state_;                // of the token before place known_ of the text, [width]
  std::size_t known_ = 0;                   // 0: none
  bool ready_ = false;                      // for the step that is being planned
  std::vector<std::vector<float>> states_;  // [nodes][width]; empty: not computed
  std::vector<float> both_;                 // [2 width]: state and embedding
  std::vector<float> inner_;                // [hidden]
  std::vector<float> mixed_;                // [width]
  std::vector<float> scores_;               // [tokens]
  std::vector<ScoredToken> best_;
};

}  // namespace canter
