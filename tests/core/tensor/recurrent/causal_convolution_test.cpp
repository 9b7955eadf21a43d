#include "tensor/recurrent/causal_convolution.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "support/kernel_sets.h"
#include "support/random_numbers.h"
#include "support/rounding.h"

namespace canter {
namespace {

std::vector<float> computed(CausalConvolutionWork work, std::size_t rows,
                            const kernels::Kernels& set) {
  std::vector<int> parents(rows);
  std::iota(parents.begin(), parents.end(), -1);
  const RowWalk walk = RowWalk::through(parents);
  std::vector<float> out(rows * work.channels);
  ThreadPool pool(1);
  StateWorkspace workspace(pool, set);
  work.walk = &walk;
  work.out = out.data();
  causal_convolution(work, workspace);
  return out;
}

TEST(CausalConvolution, gives_what_its_formula_says_with_and_without_bias_and_gate) {
  std::mt19937 random(1);
  constexpr std::size_t rows = 6;
  std::vector<std::size_t> widths = {255, 256, 257, 600};
  for (std::size_t width = 1; width <= 40; ++width) widths.push_back(width);
  for (const std::size_t channels : widths) {
    for (const std::size_t taps : {1, 2, 3, 4, 5}) {
      const auto weights = test::normal_numbers(random, channels * taps);
      const auto bias = test::normal_numbers(random, channels);
      // The window, then the rows.
      const auto inputs = test::normal_numbers(random, (taps - 1 + rows) * channels);
      for (const bool with_bias : {false, true}) {
        for (const bool silu : {false, true}) {
          for (const kernels::Kernels* set : test::supported_sets()) {
            const auto out = computed({.channels = channels,
                                       .taps = taps,
                                       .silu = silu,
                                       .weights = weights.data(),
                                       .bias = with_bias ? bias.data() : nullptr,
                                       .window = inputs.data(),
                                       .inputs = {inputs.data() + (taps - 1) * channels, channels}},
                                      rows, *set);
            for (std::size_t i = 0; i < rows * channels; ++i) {
              const std::size_t c = i % channels;
              double sum = with_bias ? bias[c] : 0, magnitudes = std::fabs(sum);
              for (std::size_t t = 0; t < taps; ++t) {
                const double product = double(weights[c * taps + t]) * inputs[i + t * channels];
                sum += product;
                magnitudes += std::fabs(product);
              }
              // Products and sums are rounded. The gate's slope is below 1.1, and it takes six
              // roundings more.
              const double bound = double(taps + 1) * test::kUnitRoundoff * magnitudes;
              if (silu)
                ASSERT_NEAR(out[i], sum / (1 + std::exp(-sum)),
                            1.1 * bound + 6 * test::kUnitRoundoff * std::fabs(sum));
              else
                ASSERT_NEAR(out[i], sum, 1.01 * bound) << set->name << ' ' << channels;
            }
          }
        }
      }
    }
  }
}

TEST(CausalConvolution, the_window_ends_with_the_last_inputs) {
  for (const kernels::Kernels* set : test::supported_sets()) {
    const std::vector<float> window = {1, 10, 2, 20, 3, 30}, inputs = {4, 40, 5, 50};
    const std::vector<float> weights(2 * 4, 1.0f);
    std::vector<float> end(6);
    const auto out = computed({.channels = 2,
                               .taps = 4,
                               .weights = weights.data(),
                               .window = window.data(),
                               .inputs = {inputs.data(), 2},
                               .end_window = end.data()},
                              2, *set);
    EXPECT_EQ(out, (std::vector<float>{10, 100, 14, 140}));
    EXPECT_EQ(end, (std::vector<float>{3, 30, 4, 40, 5, 50}));
  }
}

}  // namespace
}  // namespace canter
