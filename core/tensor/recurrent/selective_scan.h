#pragma once

#include <cstddef>

#include "tensor/recurrent/row_walk.h"
#include "tensor/recurrent/state_workspace.h"

namespace canter {

struct SelectiveScanShape {
  std::size_t heads = 0;  ///< a multiple of groups
  std::size_t groups = 0;
  std::size_t head_width = 0;
  std::size_t state_width = 0;

  std::size_t state_numbers() const { return heads * state_width * head_width; }
};

struct SelectiveScanWork {
  SelectiveScanShape shape;
  const RowWalk* walk = nullptr;
  /// [heads, state_width, head_width], so that the numbers of x lie side by side; zeros at first.
  const float* state = nullptr;
  RowNumbers x;                ///< [rows, heads, head_width]
  RowNumbers time_steps;       ///< [rows, heads]: dt, behind its bias and softplus
  RowNumbers b;                ///< [rows, groups, state_width]
  RowNumbers c;                ///< [rows, groups, state_width]; may be missing if `out` is
  const float* a = nullptr;    ///< [heads], negative
  const float* d = nullptr;    ///< [heads]
  float* out = nullptr;        ///< [rows, heads, head_width], or nothing is given out
  float* end_state = nullptr;  ///< of a chain, or nullptr; may be `state`
};

/// The scan of Mamba 2 (Dao and Gu, "Transformers are SSMs", 2024), for every head with its state
/// S [state_width, head_width], where head h uses b and c of group h / (heads / groups):
/// S = S * e^(dt * a) + b (outer product) dt * x; out = transposed S * c + d * x.
///
/// What rows and states may rely on: see RowWalk. Throws std::bad_alloc before anything is written.
void selective_scan(const SelectiveScanWork& work, StateWorkspace& workspace);

}  // namespace canter
