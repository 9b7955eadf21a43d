#include "tensor/recurrent/causal_convolution.h"

#include <algorithm>
#include <span>
#include <vector>

namespace canter {
namespace {

constexpr std::size_t kChannelsTogether = 256;

/// For every step the inputs under its taps, the oldest first: [steps, taps].
std::vector<const float*> inputs_of_steps(const CausalConvolutionWork& work) {
  const std::span<const RowWalk::Step> steps = work.walk->steps();
  std::vector<const float*> inputs(steps.size() * work.taps);
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const float** const taps = inputs.data() + s * work.taps;
    const std::size_t before = work.taps - 1;
    for (std::size_t t = 0; t < before; ++t)
      taps[t] = steps[s].previous == RowWalk::kKept
                    ? work.window + t * work.channels
                    : inputs[std::size_t(steps[s].previous) * work.taps + t + 1];
    taps[before] = work.inputs.row(std::size_t(steps[s].row));
  }
  return inputs;
}

void convolve(const CausalConvolutionWork& work, const std::vector<const float*>& inputs,
              StateWorkspace& workspace) {
  workspace.reserve(work.taps * kChannelsTogether);
  const std::size_t parts = (work.channels + kChannelsTogether - 1) / kChannelsTogether;
  workspace.pool().for_each(parts, [&](std::size_t part, int thread) {
    const std::size_t first = part * kChannelsTogether;
    const std::size_t count = std::min(kChannelsTogether, work.channels - first);
    float* const weights = workspace.scratch(thread);  // [taps, kChannelsTogether]
    for (std::size_t c = 0; c < count; ++c)
      for (std::size_t t = 0; t < work.taps; ++t)
        weights[t * kChannelsTogether + c] = work.weights[(first + c) * work.taps + t];
    for (std::size_t s = 0; s < work.walk->steps().size(); ++s)
      workspace.kernels().convolve(
          {.inputs = inputs.data() + s * work.taps,
           .first = first,
           .taps = work.taps,
           .weights = weights,
           .weight_stride = kChannelsTogether,
           .bias = work.bias ? work.bias + first : nullptr,
           .silu = work.silu,
           .out = work.out + std::size_t(work.walk->steps()[s].row) * work.channels + first,
           .count = count});
  });
}

}  // namespace

void causal_convolution(const CausalConvolutionWork& work, StateWorkspace& workspace) {
  if (work.walk->steps().empty()) return;
  const std::vector<const float*> inputs = inputs_of_steps(work);
  if (work.out) convolve(work, inputs, workspace);
  if (!work.end_window) return;
  // Each comes from further back in the window than it goes to, so this may be in place.
  const float* const* const last = inputs.data() + inputs.size() - work.taps;
  for (std::size_t t = 0; t + 1 < work.taps; ++t)
    std::copy_n(last[t + 1], work.channels, work.end_window + t * work.channels);
}

}  // namespace canter
