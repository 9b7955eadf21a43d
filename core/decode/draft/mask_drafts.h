#pragma once

#include <optional>
#include <span>
#include <vector>

#include "decode/draft/evidence.h"
#include "decode/draft/transition.h"

namespace canter {

/// A guess of the token behind a parent.
struct Candidate {
  TokenId token = 0;
  Evidence evidence;
};

/// Candidates from the distributions of mask rows, conditioned on their parent where the adapter
/// has a transition term: softmax over x of
///   transition_scale * ln q_i(x) + from[parent] . to[x]
/// (bita.md of the design, "Coherent drafts"). Only the best tokens of each term take part. Behind
/// the last mask the term drafts alone. Belongs to one thread.
class MaskDrafts {
 public:
  /// `adapter` and `pool` must outlive the object.
  static Result<MaskDrafts> create(const Adapter& adapter, int vocabulary, ThreadPool& pool);

  /// Distributions for depths 1, 2 ... `masks`: logits of mask rows, [masks, vocabulary].
  void set(std::span<const float> logits, int masks);
  void clear() { masks_ = 0; }
  int masks() const { return masks_; }

  /// Adds up to `count` candidates for `depth` (from 1) behind `parent`, best first.
  void children(TokenId parent, int depth, int count, std::vector<Candidate>& candidates);

 private:
  struct Distribution {
    std::vector<float> logits;      // [vocabulary]
    float log_total = 0;            // ln of the sum of their exponentials, about
    std::vector<ScoredToken> best;  // ln q

    float log_probability(TokenId token) const { return logits[token] - log_total; }
  };

  explicit MaskDrafts(const Adapter& adapter) : adapter_(&adapter) {}
  void condition(TokenId parent, const Distribution& distribution);

  const Adapter* adapter_;
  std::optional<Transition> transition_;
  int masks_ = 0;
  std::vector<Distribution> distributions_;  // [mask tokens]
  std::vector<ScoredToken> scored_;
};

}  // namespace canter
