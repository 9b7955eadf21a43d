#include "tune/adamw.h"

#include <gtest/gtest.h>

#include <cmath>

namespace canter::tuning {
namespace {

TEST(AdamW, finds_the_least_of_a_bowl) {
  AdamW optimiser(2);
  std::vector<float> numbers = {5, -3};
  for (int step = 0; step < 2000; ++step) {
    const std::vector<float> gradient = {2 * (numbers[0] - 1), 8 * (numbers[1] - 2)};
    const LearningRate rate{0, 2, 0.05 * learning_rate_share(step / 2000.0, 0.05, 0), 0};
    optimiser.step({&rate, 1}, gradient, numbers);
  }
  EXPECT_NEAR(numbers[0], 1, 1e-3);
  EXPECT_NEAR(numbers[1], 2, 1e-3);
}

TEST(AdamW, moves_by_the_rate_at_first_whatever_the_gradient) {
  AdamW optimiser(2);
  std::vector<float> numbers = {0, 0};
  const LearningRate rate{0, 2, 0.1, 0};
  optimiser.step({&rate, 1}, std::vector<float>{1e-3f, -1e3f}, numbers);
  EXPECT_NEAR(numbers[0], -0.1f, 1e-6);
  EXPECT_NEAR(numbers[1], 0.1f, 1e-6);
}

TEST(AdamW, decays_weights_apart_from_the_gradient_and_leaves_others_alone) {
  AdamW optimiser(2);
  std::vector<float> numbers = {2, 3};
  const LearningRate rate{0, 1, 0.1, 0.5};
  optimiser.step({&rate, 1}, std::vector<float>{0, 7}, numbers);
  EXPECT_FLOAT_EQ(numbers[0], 2 * 0.95f);
  EXPECT_EQ(numbers[1], 3);
}

TEST(LearningRate, rises_in_a_line_and_falls_in_a_cosine) {
  EXPECT_DOUBLE_EQ(learning_rate_share(0.05, 0.1, 0.2), 0.5);
  EXPECT_DOUBLE_EQ(learning_rate_share(0.1, 0.1, 0.2), 1);
  EXPECT_DOUBLE_EQ(learning_rate_share(0.55, 0.1, 0.2), 0.6);
  EXPECT_DOUBLE_EQ(learning_rate_share(1, 0.1, 0.2), 0.2);
  EXPECT_DOUBLE_EQ(learning_rate_share(2, 0.1, 0.2), 0.2);
}

}  // namespace
}  // namespace canter::tuning
