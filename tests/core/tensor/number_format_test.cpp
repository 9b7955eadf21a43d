#include "tensor/number_format.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "support/random_numbers.h"
#include "support/reference_numbers.h"

namespace canter {
namespace {

using test::kDecodableTypes;

TEST(NumberFormat, decodes_every_format_as_its_description_says) {
  std::mt19937 random(1);
  for (const TensorType type : kDecodableTypes) {
    const auto bytes = test::random_blocks(random, type, 2048);
    const auto expected = test::reference_decode(type, bytes);
    std::vector<float> decoded(expected.size());
    decode_numbers(type, bytes.data(), decoded.data(), decoded.size());
    for (std::size_t i = 0; i < decoded.size(); ++i) {
      // A product of scales, a product with the quant and a sum: three roundings of at most half a
      // unit each, of terms no larger than the block's largest.
      const double bound = 3 * 0x1p-24 * (std::fabs(expected[i]) + 64);
      ASSERT_NEAR(decoded[i], expected[i], bound) << tensor_type_name(type) << " number " << i;
    }
  }
}

TEST(NumberFormat, reads_blocks_that_are_not_aligned) {
  std::mt19937 random(2);
  for (const TensorType type : kDecodableTypes) {
    const auto bytes = test::random_blocks(random, type, 256);
    std::vector<std::byte> shifted(bytes.size() + 1);
    std::copy(bytes.begin(), bytes.end(), shifted.begin() + 1);
    std::vector<float> expected(256), decoded(256);
    decode_numbers(type, bytes.data(), expected.data(), 256);
    decode_numbers(type, shifted.data() + 1, decoded.data(), 256);
    EXPECT_EQ(decoded, expected) << tensor_type_name(type);
  }
}

TEST(NumberFormat, converts_every_half_both_ways) {
  for (unsigned bits = 0; bits < 0x10000; ++bits) {
    const float value = half_to_float(std::uint16_t(bits));
    const double expected = test::reference_half(bits);
    if (std::isnan(expected)) {
      ASSERT_TRUE(std::isnan(value)) << bits;
      ASSERT_TRUE(std::isnan(half_to_float(float_to_half(value)))) << bits;
    } else {
      ASSERT_EQ(value, expected) << bits;
      ASSERT_EQ(float_to_half(value), bits);
    }
  }
}

TEST(NumberFormat, rounds_to_the_nearest_half_with_ties_to_even) {
  // Between neighbours of every size: just below, at, and just above the middle.
  for (unsigned bits = 0; bits < 0x7bff; ++bits) {
    const double low = test::reference_half(bits), high = test::reference_half(bits + 1);
    const float middle = float((low + high) / 2);
    ASSERT_EQ(float_to_half(middle), bits + bits % 2) << bits;
    ASSERT_EQ(float_to_half(std::nextafter(middle, 0.0f)), bits);
    ASSERT_EQ(float_to_half(std::nextafter(middle, 1e9f)), bits + 1);
  }
  EXPECT_EQ(float_to_half(65519.0f), 0x7bff);
  EXPECT_EQ(float_to_half(65520.0f), 0x7c00);
  EXPECT_EQ(float_to_half(-1e30f), 0xfc00);
}

TEST(NumberFormat, rounds_to_the_nearest_bfloat16_with_ties_to_even) {
  EXPECT_EQ(float_to_bfloat16(1.0f), 0x3f80);
  EXPECT_EQ(float_to_bfloat16(std::bit_cast<float>(0x3f808000u)), 0x3f80);
  EXPECT_EQ(float_to_bfloat16(std::bit_cast<float>(0x3f818000u)), 0x3f82);
  EXPECT_EQ(float_to_bfloat16(std::bit_cast<float>(0x3f808001u)), 0x3f81);
  EXPECT_EQ(float_to_bfloat16(std::numeric_limits<float>::infinity()), 0x7f80);
  const float nan = std::bit_cast<float>(0x7f800001u);
  EXPECT_GT(float_to_bfloat16(nan) & 0x7f, 0) << "a NaN must not become infinity";
}

/// Half the distance between neighbours of the format, for numbers of at most `largest`.
double encoding_error(TensorType type, double largest) {
  switch (type) {
    case TensorType::kF16:
      return largest * 0x1p-11;
    case TensorType::kBF16:
      return largest * 0x1p-8;
    // Half a step, and the rounding of the scale to a half at the end of the range.
    case TensorType::kQ8_0:
      return largest / 127 * 0.5 + largest * 0x1p-11;
    // The far end of the range is one step short of the largest number of the other sign.
    case TensorType::kQ4_0:
      return largest / 8 + largest * 0x1p-11;
    default:
      return 0;
  }
}

TEST(NumberFormat, rounds_to_nearest_in_formats_whose_scales_are_not_searched) {
  std::mt19937 random(3);
  const auto numbers = test::normal_numbers(random, 4096);
  double largest = 0;
  for (float n : numbers) largest = std::max<double>(largest, std::fabs(n));
  for (const TensorType type : {TensorType::kF32, TensorType::kF16, TensorType::kBF16,
                                TensorType::kQ8_0, TensorType::kQ4_0}) {
    std::vector<std::byte> bytes;
    encode_numbers(type, numbers, bytes);
    const auto& info = *tensor_type_info(type);
    ASSERT_EQ(bytes.size(), numbers.size() / info.block_size * info.block_bytes);
    const auto decoded = test::reference_decode(type, bytes);
    for (std::size_t i = 0; i < numbers.size(); ++i)
      ASSERT_NEAR(decoded[i], numbers[i], encoding_error(type, largest) * 1.0001)
          << tensor_type_name(type);
  }
}

TEST(NumberFormat, encodes_a_block_of_zeros_as_zeros) {
  const std::vector<float> zeros(256);
  for (const TensorType type : kDecodableTypes) {
    if (!can_encode(type)) continue;
    std::vector<std::byte> bytes;
    encode_numbers(type, zeros, bytes);
    for (double n : test::reference_decode(type, bytes)) EXPECT_EQ(n, 0);
  }
}

}  // namespace
}  // namespace canter
