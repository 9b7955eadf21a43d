#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/draft/draft_source.h"
#include "decode/draft/pass_time.h"
#include "decode/scored_token.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"
#include "model/model.h"

namespace canter {

/// kUnsupported, naming both models, unless `draft` can guess what `model` says: its tokens mean
/// the same (vocabulary_difference()), and what it has read can be cut back token by token.
Result<void> check_draft_model(const ModelSummary& draft, const Tokenizer& draft_tokenizer,
                               const ModelSummary& model, const Tokenizer& tokenizer);

/// Candidates from passes of a second, smaller model ("speculative decoding", arXiv 2211.17192). A
/// pass over the end of its chain gives all children there; the chain grows by one of them, so the
/// others cost nothing. Its K/V cache holds the text it has read and the last chain, and is cut
/// back to what a new text begins with. Passes take time: whoever asks for children asks before
/// whether that needs one. What fails, for lack of memory or because its file is damaged, ends its
/// drafts for this answer, nothing else.
class ModelSource final : public DraftSource {
 public:
  /// Of one step.
  static constexpr int kMostPasses = 8;

  /// `pool` must outlive the object. `cache`: the type of its K/V cache, which takes no more than
  /// half of the memory that is free. Errors are those of check_draft_model(), and kTooLarge
  /// without memory.
  static Result<std::unique_ptr<ModelSource>> create(std::shared_ptr<const Model> draft,
                                                     const Model& model, ThreadPool& pool,
                                                     TensorType cache);

  /// Reads what of `text`, that of the step, it has not read yet, a prompt in chunks; stops at once
  /// when `should_stop` says so, which is asked before each layer. False: it has no drafts in this
  /// step.
  bool follow(std::span<const TokenId> text, const Forward::ShouldStop& should_stop);

  /// Is `node` a child of the chain's end, and has the chain room for it? propose() then runs a
  /// pass for it. Other nodes, but for the root, have no candidates.
  bool can_extend(const DraftTree& tree, int node) const;
  /// Share of its passes whose likeliest child was right where the walk came by.
  double hit_rate() const { return hit_rate_; }
  /// Of the next pass; 0 before the first.
  double pass_ms() const;
  /// That passes took in this step, but for reading_ms().
  double drafting_ms() const { return drafting_ms_; }
  /// That reading took where more was new than a step leaves: a prompt, or what came while it
  /// rested.
  double reading_ms() const { return reading_ms_; }

  /// Tokens whose K/V is in the cache.
  std::span<const TokenId> cached() const { return cached_; }

  SourceId id() const override { return SourceId::kModel; }
  void begin_answer(std::span<const TokenId> prompt) override;
  void begin_step(std::span<const TokenId> text) override;
  void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) override;
  void learn(const JudgedStep& step) override;

 private:
  /// Of a node that propose() was asked for.
  struct Likeliest {
    int node;
    TokenId child;
  };

  ModelSource(std::shared_ptr<const Model> draft, const Model& model, ThreadPool& pool,
              KvCache cache);
  /// Drops what is not in `text`; afterwards the cache holds the beginning of it.
  void cut_back(std::span<const TokenId> text);
  /// False when it did not come to an end.
  bool read_text(std::span<const TokenId> tokens, const Forward::ShouldStop& should_stop);

  std::shared_ptr<const Model> model_;
  Forward forward_;
  KvCache cache_;
  std::vector<TokenId> cached_;
  int common_vocabulary_;      // both models have ids below
  std::vector<float> logits_;  // [vocabulary], behind the chain's end
  PassTime pass_time_;
  bool timed_ = false;
  double hit_rate_;
  bool failed_ = false;  ///< in this answer

  // Of the step that is being planned.
  Forward::ShouldStop should_stop_;
  int end_ = -1;  ///< node at the chain's end; -1: nothing is drafted
  double drafting_ms_ = 0;
  double reading_ms_ = 0;
  std::vector<Likeliest> likeliest_;
  std::vector<ScoredToken> best_;
};

}  // namespace canter
