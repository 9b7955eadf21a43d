#include "tensor/recurrent/state_workspace.h"

#include <algorithm>

namespace canter {

using kernels::kStateColumns;

StateWorkspace::StateWorkspace(ThreadPool& pool, const kernels::Kernels& set)
    : pool_(&pool), kernels_(&set.recurrent), scratch_(pool.threads()) {}

std::size_t StateWorkspace::scratch_bytes(std::size_t states, std::size_t height, int threads) {
  return std::size_t(threads) * states * height * kStateColumns * sizeof(float);
}

void StateWorkspace::reserve(std::size_t count) {
  for (AlignedMemory& memory : scratch_) memory.reserve(count * sizeof(float));
}

// All rows go through some columns of a state before the next ones, so that these stay in the
// first-level cache.
void StateWorkspace::walk(const RowWalk& walk, const StateMatrices& states, const TakeStep& take) {
  const StageClock::Scope scope(clock_, Stage::kStates);
  const std::size_t part_size = states.height * kStateColumns;
  const std::size_t parts = (states.width + kStateColumns - 1) / kStateColumns;
  reserve(walk.states() * part_size);
  pool_->for_each(states.heads * parts, [&](std::size_t task, int thread) {
    const std::size_t head = task / parts;
    const std::size_t column = task % parts * kStateColumns;
    const std::size_t place = head * states.height * states.width + column;
    for (const RowWalk::Step& walked : walk.steps()) {
      kernels::StateStep step{.height = states.height,
                              .columns = std::min(kStateColumns, states.width - column)};
      if (walked.from == RowWalk::kKept) {
        step.from = states.kept + place;
        step.from_stride = states.width;
      } else {
        step.from = scratch(thread) + walked.from * part_size;
        step.from_stride = kStateColumns;
      }
      if (states.end && &walked == &walk.steps().back()) {
        step.to = states.end + place;
        step.to_stride = states.width;
      } else {
        step.to = scratch(thread) + walked.to * part_size;
        step.to_stride = kStateColumns;
      }
      take(head, walked.row, column, step);
    }
  });
}

}  // namespace canter
