#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/draft/draft_source.h"
#include "decode/scored_token.h"
#include "model/forward/draft_head.h"
#include "model/model.h"

namespace canter {

/// Candidates behind the root from the draft head that the model's own file has. The head's layer
/// keeps keys and values of its own for the text so far; they are computed when it is next asked.
/// Belongs to one thread, which the pool's threads help.
class OwnHeadSource final : public DraftSource {
 public:
  /// `model`, which has such a head, and `pool` must outlive the object. kTooLarge without memory.
  static Result<std::unique_ptr<OwnHeadSource>> create(const Model& model, ThreadPool& pool);

  SourceId id() const override { return SourceId::kOwnHead; }
  bool takes_time() const override { return true; }
  bool reads_states() const override { return true; }
  void read(int first, std::span<const TokenId> tokens, std::span<const float> states) override;
  void begin_step(std::span<const TokenId> text) override { text_ = text; }
  void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) override;

 private:
  OwnHeadSource(const Model& model, ThreadPool& pool, KvCache cache)
      : width_(model.plan().width), head_(model, pool), cache_(std::move(cache)) {}
  /// Runs the rows that wait; logits of the last go to logits_.
  bool catch_up(TokenId root);

  std::size_t width_;
  DraftHead head_;
  KvCache cache_;                  ///< one row for each token but those that wait
  std::vector<TokenId> read_;      ///< the text so far, the root left out
  std::vector<float> states_;      ///< [read_.size() - cache_.size(), width], of the rows that wait
  std::span<const TokenId> text_;  ///< of the step that is being planned
  std::vector<float> logits_;      ///< [vocabulary]
  std::vector<ScoredToken> best_;
};

}  // namespace canter
