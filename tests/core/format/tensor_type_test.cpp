#include "format/tensor_type.h"

#include <gmock/gmock.h>

#include <limits>
#include <set>
#include <vector>

#include "format/tensor_size.h"

namespace canter {
namespace {

using testing::Eq;
using testing::IsNull;
using testing::Optional;

// What the format's description says, as a table of its own.
struct Known {
  std::uint32_t number;
  const char* name;
  std::uint32_t block_size;
  std::uint32_t block_bytes;
};
constexpr Known kKnown[] = {
    {0, "F32", 1, 4},         {1, "F16", 1, 2},         {2, "Q4_0", 32, 18},
    {3, "Q4_1", 32, 20},      {6, "Q5_0", 32, 22},      {7, "Q5_1", 32, 24},
    {8, "Q8_0", 32, 34},      {9, "Q8_1", 32, 36},      {10, "Q2_K", 256, 84},
    {11, "Q3_K", 256, 110},   {12, "Q4_K", 256, 144},   {13, "Q5_K", 256, 176},
    {14, "Q6_K", 256, 210},   {15, "Q8_K", 256, 292},   {16, "IQ2_XXS", 256, 66},
    {17, "IQ2_XS", 256, 74},  {18, "IQ3_XXS", 256, 98}, {19, "IQ1_S", 256, 50},
    {20, "IQ4_NL", 32, 18},   {21, "IQ3_S", 256, 110},  {22, "IQ2_S", 256, 82},
    {23, "IQ4_XS", 256, 136}, {24, "I8", 1, 1},         {25, "I16", 1, 2},
    {26, "I32", 1, 4},        {27, "I64", 1, 8},        {28, "F64", 1, 8},
    {29, "IQ1_M", 256, 56},   {30, "BF16", 1, 2},       {34, "TQ1_0", 256, 54},
    {35, "TQ2_0", 256, 66},   {39, "MXFP4", 32, 17},
};

TEST(TensorType, has_numbers_outside_of_gguf_for_what_only_safetensors_have) {
  for (const char* name : {"U8", "F8_E4M3", "F8_E5M2"}) {
    const auto type = tensor_type_from_name(name);
    ASSERT_TRUE(type) << name;
    EXPECT_FALSE(is_gguf_type(*type)) << name;
    EXPECT_EQ(tensor_type_info(*type)->block_bytes, 1u);
  }
  for (const Known& known : kKnown) EXPECT_TRUE(is_gguf_type(TensorType(known.number)));
}

TEST(TensorType, has_the_name_and_block_of_every_format) {
  for (const Known& known : kKnown) {
    const auto type = static_cast<TensorType>(known.number);
    const TensorTypeInfo* info = tensor_type_info(type);
    ASSERT_NE(info, nullptr) << known.name;
    EXPECT_EQ(info->type, type);
    EXPECT_EQ(info->name, known.name);
    EXPECT_EQ(info->block_size, known.block_size) << known.name;
    EXPECT_EQ(info->block_bytes, known.block_bytes) << known.name;
  }
}

TEST(TensorType, does_not_know_removed_and_future_numbers) {
  std::set<std::uint32_t> known;
  for (const Known& k : kKnown) known.insert(k.number);
  for (std::uint32_t number = 0; number < 100; ++number) {
    if (known.contains(number)) continue;
    EXPECT_THAT(tensor_type_info(static_cast<TensorType>(number)), IsNull()) << number;
    EXPECT_EQ(tensor_type_name(static_cast<TensorType>(number)), "unknown");
  }
  EXPECT_THAT(tensor_type_info(static_cast<TensorType>(0xffffffff)), IsNull());
}

TEST(TensorType, is_found_by_its_name_in_either_case) {
  for (const Known& known : kKnown) {
    EXPECT_THAT(tensor_type_from_name(known.name), Optional(static_cast<TensorType>(known.number)));
  }
  EXPECT_THAT(tensor_type_from_name("q4_k"), Optional(TensorType::kQ4_K));
  EXPECT_THAT(tensor_type_from_name("Bf16"), Optional(TensorType::kBF16));
  EXPECT_THAT(tensor_type_from_name(""), Eq(std::nullopt));
  EXPECT_THAT(tensor_type_from_name("Q4"), Eq(std::nullopt));
  EXPECT_THAT(tensor_type_from_name("Q4_K_M"), Eq(std::nullopt));
}

std::optional<std::uint64_t> bytes_of(TensorType type, std::vector<std::uint64_t> shape) {
  return tensor_bytes(*tensor_type_info(type), shape);
}

TEST(TensorBytes, counts_whole_blocks) {
  EXPECT_THAT(bytes_of(TensorType::kF32, {3, 5}), Optional(60u));
  EXPECT_THAT(bytes_of(TensorType::kQ8_0, {3, 64}), Optional(3u * 2 * 34));
  EXPECT_THAT(bytes_of(TensorType::kQ4_K, {2, 3, 512}), Optional(2u * 3 * 2 * 144));
}

TEST(TensorBytes, of_a_single_number_and_of_nothing) {
  EXPECT_THAT(bytes_of(TensorType::kF64, {}), Optional(8u));
  EXPECT_THAT(bytes_of(TensorType::kF32, {7, 0}), Optional(0u));
}

TEST(TensorBytes, refuse_a_row_that_ends_inside_a_block) {
  EXPECT_THAT(bytes_of(TensorType::kQ8_0, {32, 33}), Eq(std::nullopt));
  EXPECT_THAT(bytes_of(TensorType::kQ4_K, {8, 32}), Eq(std::nullopt));
}

TEST(TensorBytes, refuse_sizes_beyond_64_bits) {
  constexpr std::uint64_t kHalf = std::uint64_t{1} << 63;
  EXPECT_THAT(bytes_of(TensorType::kI8, {kHalf}), Optional(kHalf));
  EXPECT_THAT(bytes_of(TensorType::kI8, {2, kHalf}), Eq(std::nullopt));
  EXPECT_THAT(bytes_of(TensorType::kF32, {kHalf}), Eq(std::nullopt));
}

}  // namespace
}  // namespace canter
