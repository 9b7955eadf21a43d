#include "tensor/published_formats.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "support/random_numbers.h"
#include "support/reference_numbers.h"

namespace canter {
namespace {

using Shape = std::vector<std::uint64_t>;

/// Sign, exponent, fraction of eight bits, as the Open Compute Project's "OFP8" describes them.
double eight_bits(unsigned bits, int fraction_bits, int bias) {
  const int fraction = int(bits) & ((1 << fraction_bits) - 1);
  const int exponent = int(bits & 0x7f) >> fraction_bits;
  const double size =
      exponent == 0 ? std::ldexp(fraction, 1 - bias - fraction_bits)
                    : std::ldexp((1 << fraction_bits) + fraction, exponent - bias - fraction_bits);
  return bits & 0x80 ? -size : size;
}

TEST(EightBitFloats, decode_to_what_their_description_says) {
  std::array<std::byte, 256> all;
  for (unsigned bits = 0; bits < 256; ++bits) all[bits] = std::byte(bits);
  std::array<float, 256> e4m3, e5m2;
  decode_numbers(TensorType::kF8_E4M3, all.data(), e4m3.data(), all.size());
  decode_numbers(TensorType::kF8_E5M2, all.data(), e5m2.data(), all.size());
  for (unsigned bits = 0; bits < 256; ++bits) {
    if ((bits & 0x7f) == 0x7f)
      EXPECT_TRUE(std::isnan(e4m3[bits])) << bits;
    else
      EXPECT_EQ(e4m3[bits], eight_bits(bits, 3, 7)) << bits;
    const double half = test::reference_half(bits << 8);
    if (std::isnan(half))
      EXPECT_TRUE(std::isnan(e5m2[bits])) << bits;
    else
      EXPECT_EQ(e5m2[bits], half) << bits;
  }
  EXPECT_EQ(e4m3[0x7e], 448);
  EXPECT_TRUE(std::signbit(e4m3[0x80]));
}

/// A matrix of ones, so that its rows are its scales.
struct Ones {
  explicit Ones(std::size_t outputs, std::size_t inputs)
      : bytes(outputs * inputs, std::byte{0x38}) {
    matrix = {TensorType::kF8_E4M3, outputs, inputs, bytes};
  }
  std::vector<float> row(const TileScales& scales, std::size_t output) const {
    std::vector<float> numbers(matrix.inputs);
    decode_scaled_row(matrix, scales, output, numbers.data());
    return numbers;
  }

  std::vector<std::byte> bytes;
  Matrix matrix;
};

TEST(TileScales, are_one_for_all_one_for_each_output_or_one_for_each_square) {
  const Ones ones(5, 6);
  const std::vector<float> one = {0.5f}, column = {1, 2, 3, 4, 5}, squares = {1, 2, 3, 4};
  for (const Shape& shape : {Shape{}, Shape{1}, Shape{1, 1}})
    EXPECT_EQ(ones.row(tile_scales(one, shape, 5, 6).value(), 4), std::vector<float>(6, 0.5f));
  for (const Shape& shape : {Shape{5}, Shape{5, 1}})
    EXPECT_EQ(ones.row(tile_scales(column, shape, 5, 6).value(), 2), std::vector<float>(6, 3.0f));
  const auto tiles = tile_scales(squares, Shape{2, 2}, 5, 6, 4).value();
  EXPECT_EQ(ones.row(tiles, 3), (std::vector<float>{1, 1, 1, 1, 2, 2}));
  EXPECT_EQ(ones.row(tiles, 4), (std::vector<float>{3, 3, 3, 3, 4, 4}));
}

TEST(TileScales, refuse_another_shape_and_what_is_not_finite) {
  const std::vector<float> six(6, 1.0f);
  for (const Shape& shape : {Shape{6}, Shape{2, 3}, Shape{3, 2}, Shape{6, 1}, Shape{1, 2, 3}}) {
    const auto scales = tile_scales(six, shape, 5, 6, 4);
    ASSERT_FALSE(scales);
    EXPECT_EQ(scales.error().kind, ErrorKind::kBadFile);
  }
  EXPECT_FALSE(tile_scales(six, Shape{2, 3}, 5, 6, 0));
  for (const float bad : {INFINITY, std::numeric_limits<float>::quiet_NaN()})
    EXPECT_FALSE(tile_scales(std::span(&bad, 1), Shape{1}, 5, 6));
}

TEST(Mxfp4, of_a_folder_becomes_blocks_with_the_same_numbers) {
  std::mt19937 random(1);
  constexpr std::size_t kBlocks = 3;
  std::vector<std::byte> codes(16 * kBlocks), exponents(kBlocks), joined(17 * kBlocks);
  for (std::byte& byte : codes) byte = std::byte(random());
  for (std::byte& byte : exponents) byte = std::byte(100 + random() % 50);
  join_mxfp4(codes.data(), exponents.data(), kBlocks, joined.data());
  std::vector<float> numbers(32 * kBlocks);
  decode_numbers(TensorType::kMXFP4, joined.data(), numbers.data(), numbers.size());
  constexpr float kSizes[] = {0, 0.5, 1, 1.5, 2, 3, 4, 6};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const unsigned code = unsigned(codes[i / 2]) >> i % 2 * 4 & 15;
    const float size = std::ldexp(kSizes[code & 7], int(exponents[i / 32]) - 127);
    EXPECT_EQ(numbers[i], code & 8 ? -size : size) << i;
  }
}

}  // namespace
}  // namespace canter
