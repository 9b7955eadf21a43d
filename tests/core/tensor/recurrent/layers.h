#pragma once

#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tensor/recurrent/row_walk.h"
#include "tensor/recurrent/state_workspace.h"

namespace canter::test {

/// An operation that keeps a state, with the weights and shape of some layer.
struct Layer {
  struct Pass {
    const RowWalk* walk;
    std::vector<RowNumbers> inputs;  ///< as many as input_widths
    const float* state;
    float* out;
    float* end_state;
  };

  std::string name;
  std::vector<std::size_t> input_widths;
  std::size_t out_width;
  std::size_t state_numbers;
  std::function<void(const Pass& pass, StateWorkspace& workspace)> run;
  /// What a token gives to the layer: all inputs, one behind the other.
  std::function<std::vector<float>(std::mt19937& random)> token;
};

Layer convolution_layer(std::size_t channels, std::size_t taps, bool bias, bool silu);
Layer delta_layer(std::size_t key_width, std::size_t value_width);
Layer scan_layer(std::size_t head_width, std::size_t state_width);

}  // namespace canter::test
