#pragma once

#include <cstddef>

#include "tensor/recurrent/row_walk.h"
#include "tensor/recurrent/state_workspace.h"

namespace canter {

struct CausalConvolutionWork {
  std::size_t channels = 0;
  std::size_t taps = 0;  ///< at least 1
  bool silu = false;     ///< behind the sum, silu(v) = v / (1 + exp(-v))
  const RowWalk* walk = nullptr;
  const float* weights = nullptr;  ///< [channels, taps]; the last tap is for the row itself
  const float* bias = nullptr;     ///< [channels], or nullptr
  const float* window = nullptr;   ///< [taps - 1, channels]: the inputs before, the oldest first
  RowNumbers inputs;               ///< [rows, channels]
  float* out = nullptr;            ///< [rows, channels], or nothing is given out
  float* end_window = nullptr;     ///< of a chain, or nullptr; may be `window`
};

/// Depthwise convolution over the last `taps` rows of each chain. With inputs x[0] of the row
/// itself, x[-1] of the row before it, and so on into the window, for every channel:
/// out = bias + sum over t < taps of weights[t] * x[t - (taps - 1)].
/// The window is the state of this operation; it is zeros at first.
///
/// What rows and states may rely on: see RowWalk. Throws std::bad_alloc before anything is written.
void causal_convolution(const CausalConvolutionWork& work, StateWorkspace& workspace);

}  // namespace canter
