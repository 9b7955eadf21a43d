#pragma once

#include <cstddef>
#include <random>
#include <vector>

#include "format/tensor_type.h"
#include "tensor/number_format.h"

namespace canter::test {

inline std::vector<float> normal_numbers(std::mt19937& random, std::size_t count,
                                         float deviation = 1) {
  std::normal_distribution<float> normal(0, deviation);
  std::vector<float> numbers(count);
  for (float& n : numbers) n = normal(random);
  return numbers;
}

/// Where the scales of a block stand that have to be finite halves. Formats of single numbers and
/// MXFP4 have none, IQ1_M has one in pieces.
inline std::vector<std::size_t> half_offsets(TensorType type) {
  switch (type) {
    case TensorType::kQ8_0:
    case TensorType::kQ4_0:
    case TensorType::kQ5_0:
    case TensorType::kIQ4_NL:
    case TensorType::kIQ4_XS:
    case TensorType::kIQ3_S:
    case TensorType::kIQ3_XXS:
    case TensorType::kIQ2_S:
    case TensorType::kIQ2_XS:
    case TensorType::kIQ2_XXS:
    case TensorType::kIQ1_S:
      return {0};
    case TensorType::kQ4_1:
    case TensorType::kQ5_1:
    case TensorType::kQ4_K:
    case TensorType::kQ5_K:
      return {0, 2};
    case TensorType::kQ2_K:
      return {80, 82};
    case TensorType::kQ3_K:
      return {108};
    case TensorType::kTQ1_0:
      return {52};
    case TensorType::kTQ2_0:
      return {64};
    case TensorType::kQ6_K:
      return {208};
    default:
      return {};
  }
}

/// The half that scales a block of IQ1_M, a nibble in each of its four words.
inline void put_in_pieces(std::uint16_t half, std::byte* block) {
  for (int k = 0; k < 4; ++k)
    block[49 + 2 * k] = (block[49 + 2 * k] & std::byte{15}) | std::byte((half >> 4 * k & 15) << 4);
}

/// Random blocks of any decodable type: every bit pattern of the quants, scales near `scale`.
inline std::vector<std::byte> random_blocks(std::mt19937& random, TensorType type,
                                            std::size_t count, float scale = 0.02f) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  if (info.block_bytes == 1) {
    std::vector<std::byte> bytes(count);
    for (std::byte& byte : bytes) byte = std::byte(random()) & std::byte{0xbf};  // below 2
    return bytes;
  }
  if (info.block_size == 1) {
    std::vector<std::byte> bytes;
    encode_numbers(type, normal_numbers(random, count), bytes);
    return bytes;
  }
  std::vector<std::byte> bytes(count / info.block_size * info.block_bytes);
  for (std::byte& byte : bytes) byte = std::byte(random());
  std::uniform_real_distribution<float> scales(-scale, scale);
  for (std::size_t at = 0; at < bytes.size(); at += info.block_bytes) {
    for (const std::size_t offset : half_offsets(type)) {
      const std::uint16_t half = float_to_half(scales(random));
      bytes[at + offset] = std::byte(half & 255);
      bytes[at + offset + 1] = std::byte(half >> 8);
    }
    if (type == TensorType::kIQ1_M) put_in_pieces(float_to_half(scales(random)), &bytes[at]);
    if (type == TensorType::kMXFP4) bytes[at] = std::byte(118 + random() % 4);  // 2^-9 to 2^-6
  }
  return bytes;
}

inline constexpr TensorType kDecodableTypes[] = {
    TensorType::kF32,     TensorType::kF16,    TensorType::kBF16,    TensorType::kF8_E4M3,
    TensorType::kF8_E5M2, TensorType::kQ8_0,   TensorType::kQ4_0,    TensorType::kQ4_1,
    TensorType::kQ5_0,    TensorType::kQ5_1,   TensorType::kQ2_K,    TensorType::kQ3_K,
    TensorType::kQ4_K,    TensorType::kQ5_K,   TensorType::kQ6_K,    TensorType::kIQ4_NL,
    TensorType::kIQ4_XS,  TensorType::kMXFP4,  TensorType::kIQ3_S,   TensorType::kIQ3_XXS,
    TensorType::kIQ2_S,   TensorType::kIQ2_XS, TensorType::kIQ2_XXS, TensorType::kIQ1_S,
    TensorType::kIQ1_M,   TensorType::kTQ1_0,  TensorType::kTQ2_0};

}  // namespace canter::test
