#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "decode/draft/draft_source.h"
#include "decode/draft/sources/transition.h"

namespace canter {

/// Candidates from the distributions of mask rows, conditioned on their parent where the adapter
/// has a transition term: softmax over x of
///   transition_scale * ln q_i(x) + from[parent] . to[x]
/// (bita.md of the design, "Coherent drafts"). Only the best tokens of each term take part. Behind
/// the last mask the term drafts alone. Belongs to one thread.
class MaskSource final : public DraftSource {
 public:
  /// `adapter` and `pool` must outlive the object.
  static Result<std::unique_ptr<MaskSource>> create(const Adapter& adapter, int vocabulary,
                                                    ThreadPool& pool);

  /// Distributions for depths 1, 2 ... `masks`: logits of mask rows, [masks, vocabulary].
  void set(std::span<const float> logits, int masks);
  int masks() const { return masks_; }

  SourceId id() const override { return SourceId::kMasks; }
  void begin_answer(std::span<const TokenId>) override { masks_ = 0; }
  void begin_step(std::span<const TokenId>) override {}
  void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) override;
  /// Adds up to `count` candidates for `depth` (from 1) behind `parent`, best first.
  void children(TokenId parent, int depth, int count, std::vector<Candidate>& candidates);

 private:
  struct Distribution {
    std::vector<float> logits;      // [vocabulary]
    float log_total = 0;            // ln of the sum of their exponentials, about
    std::vector<ScoredToken> best;  // ln q

    float log_probability(TokenId token) const { return logits[token] - log_total; }
  };

  explicit MaskSource(const Adapter& adapter) : adapter_(&adapter) {}
  void condition(TokenId parent, const Distribution& distribution);

  const Adapter* adapter_;
  std::optional<Transition> transition_;
  int masks_ = 0;
  std::vector<Distribution> distributions_;  // [mask tokens]
  std::vector<ScoredToken> scored_;
};

}  // namespace canter
