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

}  // namespace
}  // namespace canter
