#include "tensor/recurrent/selective_scan.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "support/kernel_sets.h"
#include "support/random_numbers.h"

namespace canter {
namespace {

constexpr double kUnit = 0x1p-24;

struct ScanInputs {
  std::vector<float> x, time_steps, b, c, a, d;
};

ScanInputs random_inputs(std::mt19937& random, const SelectiveScanShape& shape, std::size_t rows) {
  ScanInputs inputs{.x = test::normal_numbers(random, rows * shape.heads * shape.head_width),
                    .time_steps = test::normal_numbers(random, rows * shape.heads),
                    .b = test::normal_numbers(random, rows * shape.groups * shape.state_width),
                    .c = test::normal_numbers(random, rows * shape.groups * shape.state_width),
                    .a = test::normal_numbers(random, shape.heads),
                    .d = test::normal_numbers(random, shape.heads)};
  for (float& step : inputs.time_steps) step = std::fabs(step);
  for (float& factor : inputs.a) factor = -std::fabs(factor);
  return inputs;
}

std::vector<float> computed(const SelectiveScanShape& shape, const ScanInputs& inputs,
                            std::size_t rows, const kernels::Kernels& set) {
  std::vector<int> parents(rows);
  std::iota(parents.begin(), parents.end(), -1);
  const RowWalk walk = RowWalk::through(parents);
  const std::size_t groups = shape.groups * shape.state_width;
  const std::size_t numbers = shape.heads * shape.head_width;
  const std::vector<float> state(shape.state_numbers());
  std::vector<float> out(rows * numbers);
  ThreadPool pool(1);
  StateWorkspace workspace(pool, set);
  selective_scan({.shape = shape,
                  .walk = &walk,
                  .state = state.data(),
                  .x = {inputs.x.data(), numbers},
                  .time_steps = {inputs.time_steps.data(), shape.heads},
                  .b = {inputs.b.data(), groups},
                  .c = {inputs.c.data(), groups},
                  .a = inputs.a.data(),
                  .d = inputs.d.data(),
                  .out = out.data()},
                 workspace);
  return out;
}

TEST(SelectiveScan, gives_what_its_formula_says_for_every_width_and_group) {
  std::mt19937 random(1);
  constexpr std::size_t rows = 10;
  std::vector<std::pair<std::size_t, std::size_t>> widths = {{64, 128}};
  for (std::size_t width = 1; width <= 40; ++width) widths.push_back({width, width * 5 % 19 + 1});
  for (const auto& [head_width, state_width] : widths) {
    const SelectiveScanShape shape{6, 2, head_width, state_width};
    const ScanInputs inputs = random_inputs(random, shape, rows);
    // A sum rounds each product and each addition.
    const double rounding = double(state_width + 8) * kUnit;
    for (const kernels::Kernels* set : test::supported_sets()) {
      const auto out = computed(shape, inputs, rows, *set);
      for (std::size_t h = 0; h < shape.heads; ++h) {
        for (std::size_t p = 0; p < head_width; ++p) {
          std::vector<double> state(state_width), error(state_width);
          for (std::size_t r = 0; r < rows; ++r) {
            const double step = inputs.time_steps[r * 6 + h];
            const double exponent = step * inputs.a[h];
            const double decay = std::exp(exponent);
            // The exponent is rounded, the exponential within 2 ulp, and the product rounded.
            const double decay_error = (std::fabs(exponent) + 5) * kUnit;
            const std::size_t place = (r * 6 + h) * head_width + p;
            const std::size_t group = (r * 2 + h / 3) * state_width;
            const double skipped = double(inputs.d[h]) * inputs.x[place];
            double expected = skipped, bound = 0, magnitudes = std::fabs(skipped);
            for (std::size_t n = 0; n < state_width; ++n) {
              const double kept = state[n] * decay, b = inputs.b[group + n];
              const double c = inputs.c[group + n], added = step * inputs.x[place] * b;
              state[n] = kept + added;
              error[n] = error[n] * decay + decay_error * std::fabs(kept) +
                         2 * kUnit * std::fabs(added) + kUnit * std::fabs(state[n]);
              expected += state[n] * c;
              bound += error[n] * std::fabs(c);
              magnitudes += std::fabs(state[n] * c);
            }
            ASSERT_NEAR(out[place], expected, 1.01 * (bound + rounding * magnitudes) + 1e-30)
                << set->name << ' ' << head_width << ' ' << state_width << ' ' << h << ' ' << r;
          }
        }
      }
    }
  }
}

TEST(SelectiveScan, without_time_passing_only_what_skips_the_state_is_given_out) {
  const SelectiveScanShape shape{1, 1, 2, 3};
  const ScanInputs inputs{
      .x = {5, 7}, .time_steps = {0}, .b = {1, 1, 1}, .c = {1, 1, 1}, .a = {-1}, .d = {2}};
  for (const kernels::Kernels* set : test::supported_sets())
    EXPECT_EQ(computed(shape, inputs, 1, *set), (std::vector<float>{10, 14})) << set->name;
}

}  // namespace
}  // namespace canter
