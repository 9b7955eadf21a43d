#include "tensor/recurrent/delta_rule.h"

namespace canter {
namespace {

std::size_t key_head_of(const DeltaRuleShape& shape, std::size_t value_head) {
  return shape.order == KeyHeadOrder::kInterleaved
             ? value_head % shape.key_heads
             : value_head / (shape.value_heads / shape.key_heads);
}

}  // namespace

void delta_rule(const DeltaRuleWork& work, StateWorkspace& workspace) {
  const DeltaRuleShape& shape = work.shape;
  const StateMatrices states{.heads = shape.value_heads,
                             .height = shape.key_width,
                             .width = shape.value_width,
                             .kept = work.state,
                             .end = work.end_state};
  workspace.walk(
      *work.walk, states,
      [&](std::size_t head, std::size_t row, std::size_t column, kernels::StateStep& step) {
        const std::size_t key = key_head_of(shape, head) * shape.key_width;
        const std::size_t value = head * shape.value_width + column;
        step.key = work.keys.row(row) + key;
        step.value = work.values.row(row) + value;
        step.log_decay = work.log_decays.row(row)[head];
        step.rate = work.betas.row(row)[head];
        if (work.out) {
          step.query = work.queries.row(row) + key;
          step.out = work.out + row * shape.value_heads * shape.value_width + value;
        }
        workspace.kernels().correct(step);
      });
}

}  // namespace canter
