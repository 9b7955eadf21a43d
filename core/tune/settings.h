#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"
#include "tune/draft_loss.h"
#include "tune/head/head_trainer.h"
#include "tune/learner.h"

namespace canter::tuning {

/// What to tune and how. The defaults are those of the starter's adapter (tests/bench/RESULTS.md).
struct TuningSettings {
  int prompt_tokens = 16;
  /// 0: the adapter has no masks but successors and a head, which any model may have; what else is
  /// said of masks, prompt tokens and the transition term has no meaning then.
  int mask_tokens = 3;
  int rank = 64;  ///< of the transition term; 0: none, the paper's adapter
  std::uint64_t seed = 0;

  int steps = 600;     ///< updates
  double minutes = 0;  ///< for everything; 0: as long as `steps` take, else until then
  int answers_per_step = 8;
  int groups_per_answer = 64;  ///< at most
  int max_new_tokens = 80;     ///< of an answer that is learned from
  int samples = 0;             ///< drawn answers to each prompt besides the greedy one
  double temperature = 0.7;    ///< of those
  /// Of the minutes, at most, goes into answers; half without masks, all without a head, too.
  double answers_share = 1.0 / 3;
  double unseen_share = 0.05;  ///< of the prompts, never learned from: to measure and to choose

  /// Without a transition term the loss is that of the masks alone.
  LossShares shares{.both = 1, .masks = 0, .transition = 0.2, .soft = 0.5};
  std::vector<double> mask_weights;  ///< of mask 1, 2, ... in the loss; empty: all alike
  double mask_rate = 2e-2;           ///< peak learning rate of mask embeddings and soft prompt
  double transition_rate = 2e-2;
  double transition_decay = 0;
  double warm_up = 0.05;  ///< share of the way on which the rates rise

  int measurements = 12;           ///< on unseen prompts, evenly over the way
  int patience = 4;                ///< measurements without a better loss that end the tuning
  double checkpoint_seconds = 20;  ///< between two checkpoints
  LearningMemory memory;
  /// Of the minutes, for answers.
  double share_of_answers() const {
    if (mask_tokens > 0) return answers_share;
    return head.hidden == 0 ? 1 : 0.5;
  }

  HeadSettings head;        ///< its seconds and its seed are those of the whole
  double head_share = 0.4;  ///< of the minutes that answers leave; without masks all
};

/// kUsage for values outside their range.
Result<void> check_settings(const TuningSettings& settings);

}  // namespace canter::tuning
