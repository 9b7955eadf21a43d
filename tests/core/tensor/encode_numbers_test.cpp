// Formats whose encoders search their scales.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "support/random_numbers.h"
#include "support/reference_numbers.h"

namespace canter {
namespace {

std::vector<double> coded(TensorType type, std::span<const float> numbers) {
  std::vector<std::byte> bytes;
  encode_numbers(type, numbers, bytes);
  return test::reference_decode(type, bytes);
}

double mean_square(std::span<const float> numbers, std::span<const double> decoded) {
  double sum = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const double off = numbers[i] - decoded[i];
    sum += off * off;
  }
  return sum / double(numbers.size());
}

/// Numbers as weights are, with a column of larger ones.
std::vector<float> weights() {
  std::mt19937 random(1);
  auto numbers = test::normal_numbers(random, 64 * 256, 0.02f);
  for (std::size_t i = 7; i < numbers.size(); i += 256) numbers[i] *= 4;
  return numbers;
}

/// Each group rounded to `steps` equal steps between its least and its largest number, or, when
/// `symmetric`, to as many around zero, with exact scales.
std::vector<double> rounded(std::span<const float> numbers, std::size_t group, int steps,
                            bool symmetric) {
  std::vector<double> result;
  for (std::size_t first = 0; first < numbers.size(); first += group) {
    const auto own = numbers.subspan(first, group);
    const auto [least, largest] = std::ranges::minmax(own);
    const double extreme = std::max(std::fabs(least), std::fabs(largest));
    const double low = symmetric ? -extreme : std::min(least, 0.0f);
    const double step = (symmetric ? 2 * extreme : largest - low) / steps;
    for (const float x : own) result.push_back(low + std::round((x - low) / step) * step);
  }
  return result;
}

TEST(EncodeNumbers, errs_less_than_rounding_to_a_range_that_holds_all_numbers) {
  struct Case {
    TensorType type;
    std::size_t group;
    int steps;
    bool symmetric;
  };
  const auto numbers = weights();
  for (const auto& [type, group, steps, symmetric] :
       {Case{TensorType::kQ4_K, 32, 15, false}, Case{TensorType::kQ5_K, 32, 31, false},
        Case{TensorType::kQ6_K, 16, 63, true}, Case{TensorType::kQ5_0, 32, 31, true},
        Case{TensorType::kQ5_1, 32, 31, false}, Case{TensorType::kIQ4_NL, 32, 15, true},
        Case{TensorType::kIQ4_XS, 32, 15, true}})
    EXPECT_LT(mean_square(numbers, coded(type, numbers)),
              mean_square(numbers, rounded(numbers, group, steps, symmetric)))
        << tensor_type_name(type);
}

/// With the larger of the two exponents nothing is cut off, and the largest number is two to four
/// units. Numbers from one unit on are off by a quarter of themselves at most, smaller ones by a
/// quarter of a unit.
TEST(EncodeNumbers, of_mxfp4_errs_by_no_more_than_the_larger_exponent_leaves) {
  const auto numbers = weights();
  const auto decoded = coded(TensorType::kMXFP4, numbers);
  for (std::size_t first = 0; first < numbers.size(); first += 32) {
    double error = 0, allowed = 0, mean = 0, largest = 0;
    for (std::size_t i = first; i < first + 32; ++i) {
      mean += double(numbers[i]) * numbers[i] / 32;
      largest = std::max(largest, double(std::fabs(numbers[i])));
    }
    for (std::size_t i = first; i < first + 32; ++i) {
      const double size = std::fabs(numbers[i]), weight = std::sqrt(mean) + size;
      const double off = numbers[i] - decoded[i], most = std::max(size / 4, largest / 8);
      error += weight * off * off;
      allowed += weight * most * most;
    }
    EXPECT_LE(error, allowed);
  }
}

TEST(EncodeNumbers, gives_back_numbers_that_the_format_holds) {
  std::vector<float> numbers;
  for (int i = 0; i < 256; ++i) numbers.push_back(float(i * 7 % 16 - 8) * 0.25f);
  for (const TensorType type : {TensorType::kQ4_K, TensorType::kQ5_K, TensorType::kQ6_K,
                                TensorType::kQ5_0, TensorType::kQ5_1}) {
    const auto decoded = coded(type, numbers);
    // Scales are halves: eleven bits.
    for (std::size_t i = 0; i < numbers.size(); ++i)
      EXPECT_NEAR(decoded[i], numbers[i], 2 * 0x1p-10) << tensor_type_name(type) << ' ' << i;
  }
  constexpr float kSizes[] = {0, 0.5, 1, 1.5, 2, 3, 4, 6};
  for (int i = 0; i < 256; ++i) numbers[i] = kSizes[i % 8] * (i % 3 == 0 ? -0x1p-9f : 0x1p-9f);
  const auto decoded = coded(TensorType::kMXFP4, numbers);
  for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(decoded[i], numbers[i]);
}

TEST(EncodeNumbers, keeps_groups_of_zeros_and_of_equal_numbers_beside_others) {
  std::mt19937 random(2);
  auto numbers = test::normal_numbers(random, 256, 0.02f);
  std::fill_n(numbers.begin() + 32, 32, 0.0f);
  std::fill_n(numbers.begin() + 64, 32, 0.015f);
  for (const TensorType type : test::kDecodableTypes) {
    if (!can_encode(type)) continue;
    const auto decoded = coded(type, numbers);
    for (std::size_t i = 0; i < 256; ++i) {
      ASSERT_TRUE(std::isfinite(decoded[i])) << tensor_type_name(type);
    }
    for (std::size_t i = 32; i < 64; ++i)
      EXPECT_NEAR(decoded[i], 0, 1e-4) << tensor_type_name(type);
    for (std::size_t i = 64; i < 96; ++i)
      EXPECT_NEAR(decoded[i], 0.015, 0.0025) << tensor_type_name(type);
  }
}

TEST(EncodeNumbers, takes_numbers_of_every_size) {
  for (const float size : {1e-30f, 1e-8f, 1.0f, 1000.0f}) {
    std::vector<float> numbers(256);
    for (int i = 0; i < 256; ++i) numbers[i] = size * float(i - 128) / 128;
    for (const TensorType type : test::kDecodableTypes) {
      if (!can_encode(type)) continue;
      std::vector<std::byte> bytes;
      encode_numbers(type, numbers, bytes);
      EXPECT_TRUE(all_finite(type, bytes)) << tensor_type_name(type) << ' ' << size;
    }
  }
}

}  // namespace
}  // namespace canter
