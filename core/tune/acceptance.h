#pragma once

#include <limits>
#include <span>
#include <vector>

#include "base/error.h"
#include "tune/learner.h"

namespace canter::tuning {

/// How drafts from one kind of score do.
struct DraftFigures {
  double tokens_per_step = 0;        ///< (generated - 1) / steps
  std::vector<double> by_depth;      ///< share of steps whose draft of that depth was accepted
  std::vector<double> first_choice;  ///< share of all positions where the best draft is right
  std::vector<double> first_five;    ///< share where one of the best five is
};

struct Acceptance {
  DraftFigures both;        ///< by the whole score
  DraftFigures masks;       ///< by mask rows alone, as in the paper
  DraftFigures transition;  ///< by the transition term alone
};

/// Ranks of a target that lies behind the end of an answer.
inline constexpr int kNoTarget = std::numeric_limits<int>::max();

/// Walks answers with the paper's tree by the ranks of the right drafts alone. Where there are more
/// masks than the tree is deep, it goes on with as many candidates as its last depth has.
class DraftTally {
 public:
  explicit DraftTally(int masks);

  /// `ranks[a][i]`: place that the right token had among the drafts of mask i of the group anchored
  /// a tokens behind the last prompt token. `generated` tokens belong to the answer.
  void add(const std::vector<std::vector<int>>& ranks, int generated);
  DraftFigures figures() const;

 private:
  double steps_ = 0, tokens_ = 0;
  std::vector<double> accepted_, first_choice_, first_five_, targets_;  // by depth
};

/// What decoding with the paper's tree would have done, a mask group at every node, without
/// decoding: the answers are greedy and stored, so which drafts are right is known. The prompt pass
/// runs a mask group at the last prompt token, emits the first token and is not counted.
Result<Acceptance> measure_acceptance(Learner& learner, const Parameters<float>& parameters,
                                      std::span<const Transcript> transcripts,
                                      const Learner::ShouldStop& should_stop = {});

}  // namespace canter::tuning
