#include "support/reference_numbers.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "tensor/number_format.h"
#include "tensor/unpacked_formats.h"

namespace canter::test {
namespace {

using Bytes = std::span<const std::byte>;

unsigned u8(Bytes b, std::size_t at) {
  return std::to_integer<unsigned>(b[at]);
}
unsigned u16(Bytes b, std::size_t at) {
  return u8(b, at) | u8(b, at + 1) << 8;
}
std::uint32_t u32(Bytes b, std::size_t at) {
  return u16(b, at) | std::uint32_t(u16(b, at + 2)) << 16;
}
int s8(Bytes b, std::size_t at) {
  return int(u8(b, at)) - (u8(b, at) >= 128 ? 256 : 0);
}
double half(Bytes b, std::size_t at) {
  return reference_half(u16(b, at));
}

unsigned nibble(Bytes b, std::size_t start, int i) {
  return i < 16 ? u8(b, start + i) & 15 : u8(b, start + i - 16) >> 4;
}

/// 6-bit scale (or minimum) number `g` of 8 in the 12 bytes at `start`.
unsigned packed6(Bytes b, std::size_t start, int g, bool minimum) {
  if (g < 4) return u8(b, start + g + (minimum ? 4 : 0)) & 63;
  const unsigned low = u8(b, start + 4 + g);
  const unsigned high = u8(b, start + g - (minimum ? 0 : 4)) >> 6;
  return (minimum ? low >> 4 : low & 15) | high << 4;
}

/// Two bits of number i of the 64 bytes at `start`, and the six bits of scale `s` at `start`.
unsigned two_bits(Bytes b, std::size_t start, int i) {
  return u8(b, start + i / 128 * 32 + i % 32) >> i % 128 / 32 * 2 & 3;
}
int q3_scale(Bytes b, std::size_t start, int s) {
  const unsigned low = s < 8 ? u8(b, start + s) & 15 : u8(b, start + s - 8) >> 4;
  return int(low | (u8(b, start + 8 + s % 4) >> s / 4 * 2 & 3) << 4) - 32;
}

double non_linear(unsigned code) {
  constexpr int kNumbers[] = {-127, -104, -83, -65, -49, -35, -22, -10,
                              1,    13,   25,  38,  53,  69,  89,  113};
  return kNumbers[code];
}

/// Sign, two bits of exponent with bias 1, a bit of fraction.
double float4(unsigned code) {
  const double size =
      code & 6 ? std::ldexp(1 + (code & 1) * 0.5, int(code >> 1 & 3) - 1) : (code & 1) * 0.5;
  return code & 8 ? -size : size;
}

double number(TensorType type, Bytes b, int i) {
  switch (type) {
    case TensorType::kF32:
      return std::bit_cast<float>(u32(b, 0));
    case TensorType::kF16:
      return half(b, 0);
    case TensorType::kBF16:
      return std::bit_cast<float>(std::uint32_t(u16(b, 0)) << 16);
    case TensorType::kF8_E5M2:
      return reference_half(u8(b, 0) << 8);
    case TensorType::kF8_E4M3: {
      const int exponent = int(u8(b, 0) >> 3 & 15), fraction = int(u8(b, 0) & 7);
      const double size =
          exponent ? std::ldexp(8 + fraction, exponent - 10) : std::ldexp(fraction, -9);
      return u8(b, 0) & 0x80 ? -size : size;
    }
    case TensorType::kQ8_0:
      return half(b, 0) * s8(b, 2 + i);
    case TensorType::kQ4_0:
      return half(b, 0) * (int(nibble(b, 2, i)) - 8);
    case TensorType::kQ4_1:
      return half(b, 0) * nibble(b, 4, i) + half(b, 2);
    case TensorType::kQ5_0:
      return half(b, 0) * (int(nibble(b, 6, i) | (u32(b, 2) >> i & 1) << 4) - 16);
    case TensorType::kQ5_1:
      return half(b, 0) * (nibble(b, 8, i) | (u32(b, 4) >> i & 1) << 4) + half(b, 2);
    case TensorType::kQ4_K: {
      const int g = i / 32;
      const unsigned byte = u8(b, 16 + g / 2 * 32 + i % 32);
      return half(b, 0) * packed6(b, 4, g, false) * (g % 2 ? byte >> 4 : byte & 15) -
             half(b, 2) * packed6(b, 4, g, true);
    }
    case TensorType::kQ5_K: {
      const int g = i / 32;
      const unsigned byte = u8(b, 48 + g / 2 * 32 + i % 32);
      const unsigned fifth = u8(b, 16 + i % 32) >> g & 1;
      return half(b, 0) * packed6(b, 4, g, false) * ((g % 2 ? byte >> 4 : byte & 15) | fifth << 4) -
             half(b, 2) * packed6(b, 4, g, true);
    }
    case TensorType::kQ6_K: {
      const int h = i / 128, g = i % 128 / 32, l = i % 32;
      const unsigned byte = u8(b, 64 * h + 32 * (g % 2) + l);
      const unsigned bits = u8(b, 128 + 32 * h + l) >> 2 * g & 3;
      const int q = int((g < 2 ? byte & 15 : byte >> 4) | bits << 4) - 32;
      return half(b, 208) * s8(b, 192 + i / 16) * q;
    }
    case TensorType::kQ2_K:
      return half(b, 80) * (u8(b, i / 16) & 15) * two_bits(b, 16, i) -
             half(b, 82) * (u8(b, i / 16) >> 4);
    case TensorType::kQ3_K: {
      const int third = int(u8(b, i % 32) >> i / 32 & 1);
      return half(b, 108) * q3_scale(b, 96, i / 16) * (int(two_bits(b, 32, i)) - (third ? 0 : 4));
    }
    case TensorType::kIQ4_NL:
      return half(b, 0) * non_linear(nibble(b, 2, i));
    case TensorType::kIQ4_XS: {
      const int g = i / 32;
      const unsigned low = u8(b, 4 + g / 2) >> g % 2 * 4 & 15, high = u16(b, 2) >> 2 * g & 3;
      return half(b, 0) * (int(low | high << 4) - 32) * non_linear(nibble(b, 8 + 16 * g, i % 32));
    }
    case TensorType::kMXFP4:
      return std::ldexp(float4(nibble(b, 1, i)), int(u8(b, 0)) - 127);
    default:
      return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

double reference_half(unsigned bits) {
  const double sign = bits & 0x8000 ? -1 : 1;
  const int exponent = bits >> 10 & 31;
  const int fraction = bits & 1023;
  if (exponent == 31)
    return fraction ? std::numeric_limits<double>::quiet_NaN()
                    : sign * std::numeric_limits<double>::infinity();
  if (exponent == 0) return sign * std::ldexp(fraction, -24);
  return sign * std::ldexp(1024 + fraction, exponent - 25);
}

std::vector<double> reference_decode(TensorType type, std::span<const std::byte> bytes) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  if (is_unpacked(type)) {
    std::vector<float> decoded(bytes.size() / info.block_bytes * info.block_size);
    decode_numbers(type, bytes.data(), decoded.data(), decoded.size());
    return {decoded.begin(), decoded.end()};
  }
  std::vector<double> numbers;
  for (std::size_t at = 0; at < bytes.size(); at += info.block_bytes)
    for (std::uint32_t i = 0; i < info.block_size; ++i)
      numbers.push_back(number(type, bytes.subspan(at, info.block_bytes), int(i)));
  return numbers;
}

}  // namespace canter::test
