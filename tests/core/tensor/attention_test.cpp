#include "tensor/attention.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_numbers.h"

namespace canter {
namespace {

struct Head {
  std::vector<float> query, keys, values;
};

Head random_head(std::mt19937& random, std::size_t positions, std::size_t width) {
  return {test::normal_numbers(random, width), test::normal_numbers(random, positions * width),
          test::normal_numbers(random, positions * width)};
}

std::vector<float> attend(const Head& head, std::size_t positions) {
  const std::size_t width = head.query.size();
  std::vector<float> scores(positions), out(width);
  attend_head(head.query.data(), head.keys.data(), head.values.data(), positions, width,
              scores.data(), out.data());
  return out;
}

TEST(Attention, agrees_with_the_formula_in_double) {
  std::mt19937 random(1);
  for (const std::size_t width : {2, 8, 64, 128}) {
    for (const std::size_t positions : {1, 2, 5, 64, 301}) {
      const Head head = random_head(random, positions, width);
      std::vector<double> weight(positions);
      double largest = -INFINITY, total = 0;
      for (std::size_t p = 0; p < positions; ++p) {
        double dot = 0;
        for (std::size_t i = 0; i < width; ++i)
          dot += double(head.query[i]) * head.keys[p * width + i];
        weight[p] = dot / std::sqrt(double(width));
        largest = std::max(largest, weight[p]);
      }
      for (double& w : weight) total += w = std::exp(w - largest);
      const auto out = attend(head, positions);
      for (std::size_t i = 0; i < width; ++i) {
        double expected = 0, magnitude = 0;
        for (std::size_t p = 0; p < positions; ++p) {
          expected += weight[p] / total * head.values[p * width + i];
          magnitude += weight[p] / total * std::fabs(head.values[p * width + i]);
        }
        // A score of size s is off by about width * 2^-24 * s, and so is its exponential; sums over
        // positions add one rounding per term.
        const double bound = double(20 * width + 2 * positions) * 0x1p-24 * magnitude;
        ASSERT_NEAR(out[i], expected, bound) << width << ' ' << positions;
      }
    }
  }
}

TEST(Attention, does_not_see_positions_behind_the_last_one_asked_for) {
  std::mt19937 random(2);
  Head head = random_head(random, 50, 16);
  const auto before = attend(head, 20);
  std::fill(head.keys.begin() + 20 * 16, head.keys.end(), NAN);
  std::fill(head.values.begin() + 20 * 16, head.values.end(), NAN);
  EXPECT_EQ(attend(head, 20), before);
}

TEST(Attention, stands_scores_far_beyond_the_range_of_an_exponential) {
  std::mt19937 random(3);
  Head head = random_head(random, 10, 8);
  for (float& k : head.keys) k *= 1e6f;
  for (const float v : attend(head, 10)) EXPECT_TRUE(std::isfinite(v));
}

}  // namespace
}  // namespace canter
