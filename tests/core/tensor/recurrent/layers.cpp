#include "core/tensor/recurrent/layers.h"

#include <algorithm>
#include <cmath>

#include "support/random_numbers.h"
#include "tensor/recurrent/causal_convolution.h"
#include "tensor/recurrent/delta_rule.h"
#include "tensor/recurrent/selective_scan.h"

namespace canter::test {

Layer convolution_layer(std::size_t channels, std::size_t taps, bool bias, bool silu) {
  std::mt19937 random(5);
  const auto weights = normal_numbers(random, channels * taps);
  const auto biases = normal_numbers(random, channels);
  return {.name = "convolution",
          .input_widths = {channels},
          .out_width = channels,
          .state_numbers = (taps - 1) * channels,
          .run =
              [=](const Layer::Pass& pass, StateWorkspace& workspace) {
                causal_convolution({.channels = channels,
                                    .taps = taps,
                                    .silu = silu,
                                    .walk = pass.walk,
                                    .weights = weights.data(),
                                    .bias = bias ? biases.data() : nullptr,
                                    .window = pass.state,
                                    .inputs = pass.inputs[0],
                                    .out = pass.out,
                                    .end_window = pass.end_state},
                                   workspace);
              },
          .token = [=](std::mt19937& r) { return normal_numbers(r, channels); }};
}

Layer delta_layer(std::size_t key_width, std::size_t value_width) {
  const DeltaRuleShape shape{2, 4, key_width, value_width, KeyHeadOrder::kInterleaved};
  const std::size_t keys = shape.key_heads * key_width, values = shape.value_heads * value_width;
  return {.name = "delta rule",
          .input_widths = {keys, keys, values, shape.value_heads, shape.value_heads},
          .out_width = values,
          .state_numbers = shape.state_numbers(),
          .run =
              [=](const Layer::Pass& pass, StateWorkspace& workspace) {
                delta_rule({.shape = shape,
                            .walk = pass.walk,
                            .state = pass.state,
                            .queries = pass.inputs[0],
                            .keys = pass.inputs[1],
                            .values = pass.inputs[2],
                            .log_decays = pass.inputs[3],
                            .betas = pass.inputs[4],
                            .out = pass.out,
                            .end_state = pass.end_state},
                           workspace);
              },
          .token =
              [=](std::mt19937& r) {
                auto token = normal_numbers(r, 2 * keys + values, 1 / std::sqrt(float(key_width)));
                std::uniform_real_distribution<float> part(0, 1);
                for (std::size_t h = 0; h < shape.value_heads; ++h) token.push_back(-part(r));
                for (std::size_t h = 0; h < shape.value_heads; ++h) token.push_back(part(r));
                return token;
              }};
}

Layer scan_layer(std::size_t head_width, std::size_t state_width) {
  const SelectiveScanShape shape{4, 2, head_width, state_width};
  std::mt19937 random(6);
  auto a = normal_numbers(random, shape.heads);
  for (float& number : a) number = -std::fabs(number);
  const auto d = normal_numbers(random, shape.heads);
  const std::size_t numbers = shape.heads * head_width, groups = shape.groups * state_width;
  return {.name = "scan",
          .input_widths = {numbers, groups, groups, shape.heads},
          .out_width = numbers,
          .state_numbers = shape.state_numbers(),
          .run =
              [=](const Layer::Pass& pass, StateWorkspace& workspace) {
                selective_scan({.shape = shape,
                                .walk = pass.walk,
                                .state = pass.state,
                                .x = pass.inputs[0],
                                .time_steps = pass.inputs[3],
                                .b = pass.inputs[1],
                                .c = pass.inputs[2],
                                .a = a.data(),
                                .d = d.data(),
                                .out = pass.out,
                                .end_state = pass.end_state},
                               workspace);
              },
          .token =
              [=](std::mt19937& r) {
                auto token = normal_numbers(r, numbers + 2 * groups);
                std::uniform_real_distribution<float> part(0, 1);
                for (std::size_t h = 0; h < shape.heads; ++h) token.push_back(part(r));
                return token;
              }};
}

}  // namespace canter::test
