#include "tensor/number_format.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "tensor/unpacked_formats.h"

namespace canter {
namespace {

/// Looks at `count` words of every `stride` bytes, from `first` on.
template <typename Word, Word exponent>
bool no_exponent_is_full(std::span<const std::byte> source, std::size_t stride, std::size_t first,
                         std::size_t count) {
  unsigned full = 0;
  for (std::size_t at = first; at < source.size(); at += stride) {
    for (std::size_t k = 0; k < count; ++k) {
      Word word;
      std::memcpy(&word, source.data() + at + k * sizeof word, sizeof word);
      full |= (word & exponent) == exponent;
    }
  }
  return full == 0;
}

/// The halves of a block that scale all of it stand together.
struct BlockHalves {
  std::size_t first;
  std::size_t count;
};

BlockHalves block_halves(TensorType type) {
  switch (type) {
    case TensorType::kQ4_1:
    case TensorType::kQ5_1:
    case TensorType::kQ4_K:
    case TensorType::kQ5_K:
      return {0, 2};
    case TensorType::kQ2_K:
      return {80, 2};
    case TensorType::kQ3_K:
      return {108, 1};
    case TensorType::kTQ1_0:
      return {52, 1};
    case TensorType::kTQ2_0:
      return {64, 1};
    case TensorType::kQ6_K:
      return {208, 1};
    default:
      return {0, 1};
  }
}

/// MXFP4's largest number is 6 times 2^(exponent - 127).
bool no_exponent_overflows(std::span<const std::byte> blocks) {
  constexpr std::size_t kStep = 17;
  for (std::size_t at = 0; at < blocks.size(); at += kStep)
    if (blocks[at] > std::byte{252}) return false;
  return true;
}

/// IQ1_M spreads its half over the high nibbles of four words; exponents are full when bits 2 to 6
/// of the high byte are.
bool no_spread_half_is_full(std::span<const std::byte> blocks) {
  constexpr std::size_t kStep = 56;
  for (std::size_t at = 0; at < blocks.size(); at += kStep) {
    const auto high = blocks[at + 55] & std::byte{0x70}, low = blocks[at + 53] & std::byte{0xc0};
    if (high == std::byte{0x70} && low == std::byte{0xc0}) return false;
  }
  return true;
}

}  // namespace

bool can_decode(TensorType type) {
  switch (type) {
    case TensorType::kF32:
    case TensorType::kF16:
    case TensorType::kBF16:
    case TensorType::kF8_E4M3:
    case TensorType::kF8_E5M2:
    case TensorType::kQ8_0:
    case TensorType::kQ4_0:
    case TensorType::kQ4_1:
    case TensorType::kQ5_0:
    case TensorType::kQ5_1:
    case TensorType::kQ2_K:
    case TensorType::kQ3_K:
    case TensorType::kQ4_K:
    case TensorType::kQ5_K:
    case TensorType::kQ6_K:
    case TensorType::kIQ4_NL:
    case TensorType::kIQ4_XS:
    case TensorType::kMXFP4:
      return true;
    default:
      return is_unpacked(type);
  }
}

bool all_finite(TensorType type, std::span<const std::byte> source) {
  switch (type) {
    case TensorType::kF32:
      return no_exponent_is_full<std::uint32_t, 0x7f800000>(source, 4, 0, 1);
    case TensorType::kF16:
      return no_exponent_is_full<std::uint16_t, 0x7c00>(source, 2, 0, 1);
    case TensorType::kF8_E4M3:
      return no_exponent_is_full<std::uint8_t, 0x7f>(source, 1, 0, 1);
    case TensorType::kF8_E5M2:
      return no_exponent_is_full<std::uint8_t, 0x7c>(source, 1, 0, 1);
    case TensorType::kBF16:
      return no_exponent_is_full<std::uint16_t, 0x7f80>(source, 2, 0, 1);
    case TensorType::kMXFP4:
      return no_exponent_overflows(source);
    case TensorType::kIQ1_M:
      return no_spread_half_is_full(source);
    default:
      break;
  }
  const BlockHalves halves = block_halves(type);
  return no_exponent_is_full<std::uint16_t, 0x7c00>(source, tensor_type_info(type)->block_bytes,
                                                    halves.first, halves.count);
}

float half_to_float(std::uint16_t half) {
  std::byte bytes[2];
  std::memcpy(bytes, &half, sizeof half);
  float value = 0;
  decode_numbers(TensorType::kF16, bytes, &value, 1);
  return value;
}

std::uint16_t float_to_half(float value) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
  const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000);
  const std::uint32_t magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;  // 65520 and above round to infinity
  if (magnitude < 0x38800000) {
    // Subnormal halves are multiples of 2^-24: adding 1/2 leaves them, rounded, in the low bits.
    const float shifted = std::bit_cast<float>(magnitude) + 0.5f;
    return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(shifted) - 0x3f000000));
  }
  const std::uint32_t odd = magnitude >> 13 & 1;
  return static_cast<std::uint16_t>(sign | ((magnitude + 0xfff + odd - (112u << 23)) >> 13));
}

std::uint16_t float_to_bfloat16(float value) {
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
  if (std::isnan(value)) return static_cast<std::uint16_t>(bits >> 16 | 0x40);
  return static_cast<std::uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

}  // namespace canter
