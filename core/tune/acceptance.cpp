#include "tune/acceptance.h"

#include <algorithm>

#include "decode/draft/tree_shape.h"

namespace canter::tuning {
namespace {

/// Depth that is accepted from a group's drafts.
int walk(const std::vector<int>& group) {
  static const std::vector<int> widths = TreeShape::paper().widths;
  int depth = 0;
  while (depth < int(group.size())) {
    const int width = widths[std::min<std::size_t>(depth, widths.size() - 1)];
    if (group[depth] >= width) break;
    ++depth;
    if (group[depth - 1] != 0) break;
  }
  return depth;
}

}  // namespace

DraftTally::DraftTally(int masks)
    : accepted_(masks), first_choice_(masks), first_five_(masks), targets_(masks) {}

void DraftTally::add(const std::vector<std::vector<int>>& ranks, int generated) {
  for (const auto& group : ranks) {
    for (std::size_t mask = 0; mask < group.size(); ++mask) {
      if (group[mask] == kNoTarget) continue;
      ++targets_[mask];
      first_choice_[mask] += group[mask] == 0;
      first_five_[mask] += group[mask] < 5;
    }
  }
  // The prompt pass emits a token, which is the root of the first step.
  for (int emitted = 1; emitted < generated;) {
    const std::size_t anchor = emitted - 1;
    const int accepted = anchor < ranks.size() ? walk(ranks[anchor]) : 0;
    for (int depth = 0; depth < accepted; ++depth) ++accepted_[depth];
    // An answer that ends inside the path emits no token behind it.
    const int tokens = std::min(accepted + 1, generated - emitted);
    tokens_ += tokens;
    emitted += tokens;
    ++steps_;
  }
}

DraftFigures DraftTally::figures() const {
  DraftFigures figures;
  const auto share = [](double count, double of) { return of > 0 ? count / of : 0; };
  figures.tokens_per_step = share(tokens_, steps_);
  for (std::size_t mask = 0; mask < targets_.size(); ++mask) {
    figures.by_depth.push_back(share(accepted_[mask], steps_));
    figures.first_choice.push_back(share(first_choice_[mask], targets_[mask]));
    figures.first_five.push_back(share(first_five_[mask], targets_[mask]));
  }
  return figures;
}

Result<Acceptance> measure_acceptance(Learner& learner, const Parameters<float>& parameters,
                                      std::span<const Transcript> transcripts,
                                      const Learner::ShouldStop& should_stop) {
  const int masks = parameters.shape().mask_tokens;
  DraftTally both(masks), alone(masks), transition(masks);
  for (const Transcript& transcript : transcripts) {
    if (should_stop && should_stop()) return fail(ErrorKind::kInterrupted, "stopped");
    using Ranks = std::vector<std::vector<int>>;
    Ranks of_both(transcript.anchors(), std::vector<int>(masks, kNoTarget));
    Ranks of_masks = of_both, of_transition = of_both;
    auto ranked = learner.rank(
        parameters, whole_lesson(transcript),
        [&](const MaskRow& row, const DraftRanks& ranks) {
          const int group = row.anchor - transcript.first_anchor();
          of_both[group][row.mask] = ranks.both;
          of_masks[group][row.mask] = ranks.masks;
          of_transition[group][row.mask] = ranks.transition;
        },
        should_stop);
    if (!ranked) return propagate(ranked);
    const int generated = int(transcript.tokens.size()) - transcript.prompt;
    both.add(of_both, generated);
    alone.add(of_masks, generated);
    transition.add(of_transition, generated);
  }
  return Acceptance{both.figures(), alone.figures(), transition.figures()};
}

}  // namespace canter::tuning
