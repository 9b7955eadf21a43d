#include "tensor/recurrent/selective_scan.h"

namespace canter {

void selective_scan(const SelectiveScanWork& work, StateWorkspace& workspace) {
  const SelectiveScanShape& shape = work.shape;
  const StateMatrices states{.heads = shape.heads,
                             .height = shape.state_width,
                             .width = shape.head_width,
                             .kept = work.state,
                             .end = work.end_state};
  workspace.walk(
      *work.walk, states,
      [&](std::size_t head, std::size_t row, std::size_t column, kernels::StateStep& step) {
        const std::size_t group = head / (shape.heads / shape.groups) * shape.state_width;
        const std::size_t number = head * shape.head_width + column;
        step.key = work.b.row(row) + group;
        step.value = work.x.row(row) + number;
        step.rate = work.time_steps.row(row)[head];
        step.log_decay = step.rate * work.a[head];
        if (work.out) {
          step.query = work.c.row(row) + group;
          step.skip = work.d[head];
          step.out = work.out + row * shape.heads * shape.head_width + number;
        }
        workspace.kernels().scan(step);
      });
}

}  // namespace canter
