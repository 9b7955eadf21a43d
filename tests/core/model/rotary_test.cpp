#include "model/plan/rotary_turns.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace canter {
namespace {

RotaryPlan config(RotaryScaling scaling) {
  RotaryPlan c;
  c.width = 128;
  c.base = 500000;
  c.scaling = scaling;
  c.factor = 8;
  c.original_context = 8192;
  return c;
}

TEST(Rotary, frequencies_fall_geometrically_from_one) {
  const auto f = rotary_frequencies(config(RotaryScaling::kNone));
  ASSERT_EQ(f.per_position.size(), 64u);
  EXPECT_EQ(f.per_position[0], 1);
  EXPECT_NEAR(f.per_position[32], 1 / std::sqrt(500000.0), 1e-15);
  EXPECT_EQ(f.magnitude, 1);
}

TEST(Rotary, linear_scaling_slows_every_pair) {
  const auto plain = rotary_frequencies(config(RotaryScaling::kNone));
  const auto scaled = rotary_frequencies(config(RotaryScaling::kLinear));
  for (std::size_t i = 0; i < 64; ++i)
    EXPECT_DOUBLE_EQ(scaled.per_position[i], plain.per_position[i] / 8);
}

TEST(Rotary, llama3_scaling_leaves_short_waves_and_slows_long_ones) {
  const auto plain = rotary_frequencies(config(RotaryScaling::kNone));
  const auto scaled = rotary_frequencies(config(RotaryScaling::kLlama3));
  int between = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    const double wave = 2 * std::numbers::pi / plain.per_position[i];
    const double ratio = scaled.per_position[i] / plain.per_position[i];
    if (wave < 8192.0 / 4) {
      EXPECT_DOUBLE_EQ(ratio, 1);
    } else if (wave > 8192.0) {
      EXPECT_DOUBLE_EQ(ratio, 1.0 / 8);
    } else {
      EXPECT_TRUE(ratio > 1.0 / 8 && ratio < 1) << i;
      ++between;
    }
  }
  EXPECT_GT(between, 0);
}

TEST(Rotary, yarn_leaves_fast_pairs_interpolates_slow_ones_and_raises_the_magnitude) {
  RotaryPlan c = config(RotaryScaling::kYarn);
  c.base = 10000;
  c.original_context = 4096;
  const auto scaled = rotary_frequencies(c);
  c.scaling = RotaryScaling::kNone;
  const auto plain = rotary_frequencies(c);
  EXPECT_DOUBLE_EQ(scaled.per_position.front(), plain.per_position.front());
  EXPECT_NEAR(scaled.per_position.back() / plain.per_position.back(), 1.0 / 8, 1e-12);
  for (std::size_t i = 1; i < 64; ++i)
    EXPECT_LE(scaled.per_position[i] / plain.per_position[i],
              scaled.per_position[i - 1] / plain.per_position[i - 1] + 1e-12);
  EXPECT_NEAR(scaled.magnitude, 0.1 * std::log(8.0) + 1, 1e-12);
}

TEST(Rotary, a_files_own_divisors_apply_pair_by_pair) {
  RotaryPlan c = config(RotaryScaling::kNone);
  c.divisors.assign(64, 1);
  c.divisors[5] = 4;
  const auto plain = rotary_frequencies(config(RotaryScaling::kNone));
  const auto scaled = rotary_frequencies(c);
  EXPECT_DOUBLE_EQ(scaled.per_position[5], plain.per_position[5] / 4);
  EXPECT_DOUBLE_EQ(scaled.per_position[6], plain.per_position[6]);
}

TEST(RotaryTurns, turn_the_same_pairs_in_different_places_of_both_layouts) {
  const auto in_turn = [](std::size_t rows, const auto& use) {
    for (std::size_t row = 0; row < rows; ++row) use(row);
  };
  RotaryPlan plan;
  plan.width = 4;
  plan.base = 100;
  const int positions[] = {0, 3};
  RotaryTurns<float> halves(plan);
  plan.layout = RotaryLayout::kInterleaved;
  RotaryTurns<float> interleaved(plan);
  for (RotaryTurns<float>* turns : {&halves, &interleaved})
    turns->prepare(positions, false, in_turn);
  std::vector<float> pairs = {1, 2, 3, 4, 9}, apart = {1, 3, 2, 4, 9};
  interleaved.turn(1, 1, 4, pairs.data());
  halves.turn(1, 1, 4, apart.data());
  EXPECT_FLOAT_EQ(pairs[0], 1 * std::cos(3.0f) - 2 * std::sin(3.0f));
  EXPECT_FLOAT_EQ(pairs[1], 1 * std::sin(3.0f) + 2 * std::cos(3.0f));
  EXPECT_FLOAT_EQ(pairs[2], 3 * std::cos(0.3f) - 4 * std::sin(0.3f));
  EXPECT_EQ(apart, (std::vector<float>{pairs[0], pairs[2], pairs[1], pairs[3], 9}));

  interleaved.turn(1, 1, 4, pairs.data(), /*back=*/true);
  for (int i = 0; i < 4; ++i) EXPECT_FLOAT_EQ(pairs[i], float(i + 1));
}

}  // namespace
}  // namespace canter
