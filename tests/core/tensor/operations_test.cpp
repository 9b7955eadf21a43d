#include "tensor/operations.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_numbers.h"

namespace canter {
namespace {

TEST(Operations, rms_norm_divides_by_the_root_of_the_mean_square) {
  std::mt19937 random(1);
  for (const std::size_t width : {1, 7, 64, 1000}) {
    const auto x = test::normal_numbers(random, width, 30);
    const auto weight = test::normal_numbers(random, width);
    std::vector<float> out(width);
    rms_norm(x.data(), weight.data(), 1e-5f, width, out.data());
    double squares = 0;
    for (float v : x) squares += double(v) * v;
    for (std::size_t i = 0; i < width; ++i) {
      const double expected = x[i] / std::sqrt(squares / double(width) + 1e-5) * weight[i];
      // The scale and two products are rounded.
      EXPECT_NEAR(out[i], expected, 3 * 0x1p-24 * std::fabs(expected));
    }
  }
}

TEST(Operations, rms_norm_may_write_over_its_input) {
  std::mt19937 random(2);
  auto x = test::normal_numbers(random, 33);
  const auto weight = test::normal_numbers(random, 33);
  std::vector<float> out(33);
  rms_norm(x.data(), weight.data(), 1e-5f, 33, out.data());
  rms_norm(x.data(), weight.data(), 1e-5f, 33, x.data());
  EXPECT_EQ(x, out);
}

TEST(Operations, rms_norm_without_weights_is_that_with_ones) {
  std::mt19937 random(3);
  const auto x = test::normal_numbers(random, 77);
  const std::vector<float> ones(77, 1);
  std::vector<float> with(77), without(77);
  rms_norm(x.data(), ones.data(), 1e-5f, 77, with.data());
  rms_norm(x.data(), nullptr, 1e-5f, 77, without.data());
  EXPECT_EQ(with, without);
}

TEST(Operations, layer_norm_takes_the_mean_off_and_divides_by_the_deviation) {
  std::mt19937 random(4);
  for (const std::size_t width : {1, 7, 64, 1000}) {
    auto x = test::normal_numbers(random, width, 30);
    for (float& v : x) v += 500;
    const auto weight = test::normal_numbers(random, width);
    const auto bias = test::normal_numbers(random, width);
    double mean = 0, squares = 0;
    for (const float v : x) mean += v / double(width);
    for (const float v : x) squares += (v - mean) * (v - mean);
    for (const float* added : {static_cast<const float*>(nullptr), bias.data()}) {
      std::vector<float> out(width);
      layer_norm(x.data(), weight.data(), added, 1e-5f, width, out.data());
      for (std::size_t i = 0; i < width; ++i) {
        const double expected =
            (x[i] - mean) / std::sqrt(squares / double(width) + 1e-5) * weight[i] +
            (added ? bias[i] : 0);
        // Rounded once, from doubles that are off by their rounding of the mean.
        EXPECT_NEAR(out[i], expected, 0x1p-24 * std::fabs(expected) + 1e-9);
      }
      auto over = x;
      layer_norm(over.data(), weight.data(), added, 1e-5f, width, over.data());
      EXPECT_EQ(over, out);
    }
  }
}

TEST(Operations, sums_and_products_take_every_number) {
  std::vector<float> x{1, 2, 3, 4, 5, 6};
  const std::vector<float> y{10, 20, 30, 40, 50, 60};
  add(x.data(), y.data(), 6);
  EXPECT_EQ(x, (std::vector<float>{11, 22, 33, 44, 55, 66}));
  scale(x.data(), 2, 6);
  EXPECT_EQ(x, (std::vector<float>{22, 44, 66, 88, 110, 132}));
  add_scaled(x.data(), y.data(), -0.5f, 6);
  EXPECT_EQ(x, (std::vector<float>{17, 34, 51, 68, 85, 102}));
  add_bias(x.data(), y.data(), 2, 3);
  EXPECT_EQ(x, (std::vector<float>{27, 54, 81, 78, 105, 132}));
}

TEST(Operations, gates_and_caps_follow_their_formulas) {
  const std::vector<float> up{-9, 3, 9};
  std::vector<float> x{9, 1, -2};
  clamped_silu_multiply(x.data(), up.data(), 1.702f, 7, 3);
  EXPECT_NEAR(x[0], 7 / (1 + std::exp(-1.702 * 7)) * -6, 1e-5);
  EXPECT_NEAR(x[1], 1 / (1 + std::exp(-1.702)) * 4, 1e-6);
  EXPECT_NEAR(x[2], -2 / (1 + std::exp(1.702 * 2)) * 8, 1e-6);
  x = {1, -1, 0};
  gelu(x.data(), 3);
  EXPECT_NEAR(x[0], 0.8413447, 1e-6);
  EXPECT_NEAR(x[1], -0.1586553, 1e-6);
  EXPECT_EQ(x[2], 0);
  x = {1, -1, 0};
  gelu_tanh(x.data(), 3);
  EXPECT_NEAR(x[0], 0.8411920, 1e-6);
  EXPECT_NEAR(x[1], -0.1588080, 1e-6);
  x = {1, -1, 0};
  gelu_tanh_multiply(x.data(), up.data(), 3);
  EXPECT_NEAR(x[0], 0.8411920 * -9, 1e-5);
  x = {2, 2, 2};
  sigmoid_multiply(x.data(), up.data(), 3);
  EXPECT_NEAR(x[1], 2 / (1 + std::exp(-3.0)), 1e-6);
  x = {1000, -50, 1};
  softcap(x.data(), 50, 3);
  EXPECT_EQ(x[0], 50);
  EXPECT_NEAR(x[1], 50 * std::tanh(-1.0), 1e-5);
  EXPECT_NEAR(x[2], 50 * std::tanh(0.02), 1e-6);
}

TEST(Operations, silu_is_zero_far_below_and_the_identity_far_above) {
  std::vector<float> gate{-200, -1, 0, 1, 200};
  const std::vector<float> up{3, 3, 3, 3, 3};
  silu_multiply(gate.data(), up.data(), gate.size());
  EXPECT_EQ(gate[0], 0);
  EXPECT_NEAR(gate[1], -3 / (1 + std::exp(1.0)), 1e-6);
  EXPECT_EQ(gate[2], 0);
  EXPECT_NEAR(gate[3], 3 / (1 + std::exp(-1.0)), 1e-6);
  EXPECT_EQ(gate[4], 600);
}

TEST(Operations, a_vector_is_divided_by_its_length_and_scaled) {
  std::mt19937 random(3);
  for (const std::size_t width : {1, 7, 64, 129}) {
    auto x = test::normal_numbers(random, width);
    std::vector<float> out(width);
    l2_normalise(x.data(), 1e-6f, 0.5f, width, out.data());
    double squares = 0;
    for (float v : x) squares += double(v) * v;
    for (std::size_t i = 0; i < width; ++i) {
      const double expected = 0.5 * x[i] / std::sqrt(squares + double(1e-6f));
      // The factor and the product are rounded.
      EXPECT_NEAR(out[i], expected, 2.01 * 0x1p-24 * std::fabs(expected));
    }
    l2_normalise(x.data(), 1e-6f, 0.5f, width, x.data());
    EXPECT_EQ(x, out);
  }
  std::vector<float> zeros(5);
  l2_normalise(zeros.data(), 1e-6f, 1, 5, zeros.data());
  EXPECT_EQ(zeros, std::vector<float>(5));
}

TEST(Operations, softplus_is_a_smooth_ramp_and_the_identity_above_twenty) {
  std::vector<float> x{-200, -30, -1, 0, 1, 20, 20.5f, 3e38f, INFINITY};
  const auto before = x;
  softplus(x.data(), x.size());
  for (std::size_t i = 0; i < 6; ++i) {
    // A rounded exponential changes the logarithm by no more than itself; libraries keep both
    // within an ulp or two.
    const double expected = std::log1p(std::exp(double(before[i])));
    EXPECT_NEAR(x[i], expected, 8 * 0x1p-24 * expected + 0x1p-149);
  }
  for (std::size_t i = 6; i < x.size(); ++i) EXPECT_EQ(x[i], before[i]);
  float bad = NAN;
  softplus(&bad, 1);
  EXPECT_TRUE(std::isnan(bad));
}

TEST(Operations, of_two_gated_norms_one_takes_the_norm_first_and_one_the_gate) {
  std::mt19937 random(4);
  constexpr std::size_t kNorms = 3, kNormWidth = 21;
  const auto x = test::normal_numbers(random, kNorms * kNormWidth);
  const auto gate = test::normal_numbers(random, kNorms * kNormWidth);
  const auto weight = test::normal_numbers(random, kNorms * kNormWidth);
  auto normed = x, gated = gate, norm_of_gated = gate;
  norm_then_gate(normed.data(), weight.data(), 1e-6f, kNorms, kNormWidth, gated.data());
  gate_then_norm(x.data(), weight.data(), 1e-6f, kNorms, kNormWidth, norm_of_gated.data());
  for (std::size_t h = 0; h < kNorms; ++h) {
    double squares = 0, gated_squares = 0;
    const auto silu = [&](std::size_t i) { return gate[i] / (1 + std::exp(-double(gate[i]))); };
    for (std::size_t i = h * kNormWidth; i < (h + 1) * kNormWidth; ++i) {
      squares += double(x[i]) * x[i];
      gated_squares += std::pow(silu(i) * x[i], 2);
    }
    for (std::size_t i = h * kNormWidth; i < (h + 1) * kNormWidth; ++i) {
      const double first =
          x[i] / std::sqrt(squares / kNormWidth + 1e-6) * weight[i % kNormWidth] * silu(i);
      const double second =
          silu(i) * x[i] / std::sqrt(gated_squares / kNormWidth + 1e-6) * weight[i];
      // Six roundings of the gate and its product, three of the norm; in the second, the mean
      // brings those of the gate once more.
      EXPECT_NEAR(gated[i], first, 10 * 0x1p-24 * std::fabs(first));
      EXPECT_NEAR(norm_of_gated[i], second, 17 * 0x1p-24 * std::fabs(second));
    }
  }
}

}  // namespace
}  // namespace canter
