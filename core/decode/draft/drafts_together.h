#pragma once

#include <span>
#include <vector>

#include "decode/draft/drafter.h"
#include "decode/draft/pass_time.h"
#include "decode/draft/payoff.h"
#include "decode/draft/plain_runs.h"

namespace canter {

/// Shares out the rows of a pass among several answers, to where a guess is likeliest: as many as
/// bring the most tokens for their time. Learns from every pass what these take, and rests while
/// drafting does not pay. Belongs to one thread.
class DraftsTogether {
 public:
  /// Begins with what passes for one answer take.
  explicit DraftsTogether(const PassTime& alone);

  struct Text {
    Drafter* drafter = nullptr;          ///< of the answer's own; nullptr: it is not drafted
    std::span<const TokenId> text = {};  ///< its last token is yet to run
    Drafter::Room room = {};
  };
  /// The tree of each; nullptr where there is no drafter. Valid until the drafters' next calls.
  std::vector<const DraftTree*> plan(std::span<const Text> texts);

  /// The planned pass had so many rows and wrote so many tokens of all answers.
  void learn(int rows, int tokens, double pass_ms, double step_ms);

 private:
  PassTime pass_time_;
  PlainRuns plain_runs_;
  Payoff payoff_;

  // Of the pass that is being planned.
  int answers_ = 1;
  int context_ = 0;  ///< of an answer, in the middle
  bool drafts_ = false;
};

}  // namespace canter
