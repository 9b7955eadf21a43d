#pragma once

#include <functional>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/model.h"
#include "tensor/stage_clock.h"

namespace canter {

struct StepCostSettings {
  std::vector<int> rows = {1, 2, 4, 8, 16, 32};
  int context = 256;    ///< positions before, which every row attends to; what they hold is no text
  int repeat = 9;       ///< passes measured for each number of rows
  bool stages = false;  ///< where the time of passes goes, too
};

/// How long one forward pass with logits for all of its rows takes.
struct StepCost {
  int rows = 0;
  double median_ms = 0;
  double min_ms = 0;
  /// Of a mean pass, by Stage; what is left of its time goes to small operations, hand-overs
  /// between threads, and rows of the embedding.
  StageClock::Milliseconds stages_ms{};
  double mean_ms = 0;
};

/// Measures one StepCost for each of `settings.rows`, in that order. The numbers of rows take
/// turns, so that a machine that becomes slower or faster meanwhile does so for all of them. kUsage
/// for settings that make no sense or do not fit the model's context, kTooLarge without enough
/// memory, kInterrupted soon after `should_stop` returned true.
Result<std::vector<StepCost>> measure_step_cost(const Model& model, ThreadPool& pool,
                                                const StepCostSettings& settings,
                                                const std::function<bool()>& should_stop = {});

}  // namespace canter
