#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>

#include "tensor/block_encoders.h"
#include "tensor/number_format.h"
#include "tensor/scale_search.h"

namespace canter {
namespace {

constexpr std::size_t kGroup = 32;
constexpr std::size_t kGroups = 8;
using Group = std::span<const float>;

/// The number that a half stores of `value`, which it writes.
float put_half(float value, std::byte* destination) {
  const std::uint16_t half = float_to_half(value);
  std::memcpy(destination, &half, sizeof half);
  return half_to_float(half);
}

float inverse_of(float value) {
  return value != 0 ? 1 / value : 0;
}

/// The whole number next to `value` in [low, high], and its neighbours there.
struct Neighbours {
  int first, last;

  Neighbours(float value, int low, int high) {
    const int nearest = int(std::clamp(std::round(value), float(low), float(high)));
    first = std::max(nearest - 1, low);
    last = std::min(nearest + 1, high);
  }
};

int affine_code(float number, float inverse, float minimum, int top) {
  return nearest_code((number + minimum) * inverse, top);
}

/// Scale and minimum of a group as Q4_K and Q5_K store them.
struct SixBits {
  int scale = 0;
  int minimum = 0;
};

/// The whole numbers near `wanted`, in units of d and dmin, that leave the least error.
SixBits best_six_bits(Group numbers, AffineScale wanted, float d, float dmin, int top) {
  SixBits best;
  float least = INFINITY;
  const Neighbours scales(wanted.scale * inverse_of(d), 0, 63);
  const Neighbours minima(wanted.minimum * inverse_of(dmin), 0, 63);
  for (int s = scales.first; s <= scales.last; ++s) {
    for (int m = minima.first; m <= minima.last; ++m) {
      const float scale = d * float(s), minimum = dmin * float(m), inverse = inverse_of(scale);
      std::array<float, kGroup> decoded;
      for (std::size_t i = 0; i < kGroup; ++i)
        decoded[i] = scale * float(affine_code(numbers[i], inverse, minimum, top)) - minimum;
      const float error = weighted_error(numbers, decoded);
      if (error >= least) continue;
      least = error;
      best = {s, m};
    }
  }
  return best;
}

void put_six_bits(const SixBits& bits, std::size_t group, std::byte* twelve) {
  const auto add = [twelve](std::size_t at, int value) { twelve[at] |= std::byte(value); };
  if (group < 4) {
    add(group, bits.scale);
    add(group + 4, bits.minimum);
  } else {
    add(group + 4, (bits.scale & 15) | (bits.minimum & 15) << 4);
    add(group - 4, bits.scale >> 4 << 6);
    add(group, bits.minimum >> 4 << 6);
  }
}

template <int bits>
void encode_scaled_twice(const float* numbers, std::byte* block) {
  constexpr int kTop = (1 << bits) - 1;
  constexpr std::size_t kFifthBytes = bits == 5 ? 32 : 0;
  std::fill_n(block, 16 + kFifthBytes + 128, std::byte{});
  std::array<AffineScale, kGroups> wanted;
  float scale = 0, minimum = 0;
  for (std::size_t g = 0; g < kGroups; ++g) {
    wanted[g] = search_affine_scale({numbers + g * kGroup, kGroup}, kTop, true);
    scale = std::max(scale, wanted[g].scale);
    minimum = std::max(minimum, wanted[g].minimum);
  }
  const float d = put_half(scale / 63, block), dmin = put_half(minimum / 63, block + 2);
  for (std::size_t g = 0; g < kGroups; ++g) {
    const Group group(numbers + g * kGroup, kGroup);
    const SixBits own = best_six_bits(group, wanted[g], d, dmin, kTop);
    put_six_bits(own, g, block + 4);
    const float inverse = inverse_of(d * float(own.scale));
    for (std::size_t i = 0; i < kGroup; ++i) {
      const int code = affine_code(group[i], inverse, dmin * float(own.minimum), kTop);
      block[16 + kFifthBytes + g / 2 * 32 + i] |= std::byte((code & 15) << g % 2 * 4);
      if constexpr (bits == 5) block[16 + i] |= std::byte(code >> 4 << g);
    }
  }
}

/// Whole numbers near `wanted`, in units of d, by the error that `decode`, which is given a scale,
/// leaves.
template <std::size_t size, typename Decode>
int best_scale(Group numbers, float wanted, float d, int low, int high, const Decode& decode) {
  int best = 0;
  float least = INFINITY;
  const Neighbours scales(wanted * inverse_of(d), low, high);
  for (int s = scales.first; s <= scales.last; ++s) {
    std::array<float, size> decoded;
    const float scale = d * float(s), inverse = inverse_of(scale);
    for (std::size_t i = 0; i < size; ++i) decoded[i] = scale * decode(numbers[i] * inverse);
    const float error = weighted_error(numbers, decoded);
    if (error >= least) continue;
    least = error;
    best = s;
  }
  return best;
}

int non_linear_code(float number) {
  return nearest_in_codebook(number, kNonLinearCodebook);
}

/// As MXFP4 stores a size: eight from 0 to 6, `number` in units of its scale.
unsigned float4_code(float number) {
  const float size = std::fabs(number) * 2;  // the codebook's numbers are doubled
  unsigned code = 0;
  for (int i = 0; i < 7; ++i)
    code += 2 * size > float(kMxfp4Codebook.values[i] + kMxfp4Codebook.values[i + 1]);
  return number < 0 ? code | 8 : code;
}

/// Codes of a group as files hold them: numbers 0..15 in the low nibbles.
template <typename Code>
void put_nibbles(Group numbers, float inverse, std::byte* bytes, const Code& code) {
  for (std::size_t i = 0; i < kGroup / 2; ++i)
    bytes[i] = std::byte(unsigned(code(numbers[i] * inverse)) |
                         unsigned(code(numbers[i + kGroup / 2] * inverse)) << 4);
}

}  // namespace

void encode_q4_k(const float* numbers, std::byte* block) {
  encode_scaled_twice<4>(numbers, block);
}

void encode_q5_k(const float* numbers, std::byte* block) {
  encode_scaled_twice<5>(numbers, block);
}

void encode_q6_k(const float* numbers, std::byte* block) {
  constexpr std::size_t kHalf = 16;
  constexpr int kZero = 32;
  const auto code = [](float steps) { return nearest_code(steps + kZero, 2 * kZero - 1); };
  std::fill_n(block, 210, std::byte{});
  std::array<float, 2 * kGroups> wanted;
  for (std::size_t h = 0; h < wanted.size(); ++h)
    wanted[h] = search_symmetric_scale({numbers + h * kHalf, kHalf}, kZero);
  const float d = put_half(of_largest_magnitude(wanted) / -128, block + 208);
  for (std::size_t h = 0; h < wanted.size(); ++h) {
    const Group half(numbers + h * kHalf, kHalf);
    const int scale = best_scale<kHalf>(half, wanted[h], d, -128, 127,
                                        [&](float steps) { return float(code(steps) - kZero); });
    block[192 + h] = std::byte(scale);
    const float inverse = inverse_of(d * float(scale));
    const std::size_t g = h / 2;
    for (std::size_t k = 0; k < kHalf; ++k) {
      const std::size_t i = h % 2 * kHalf + k;
      const int q = code(half[k] * inverse);
      block[64 * (g / 4) + 32 * (g % 2) + i] |= std::byte((q & 15) << g % 4 / 2 * 4);
      block[128 + 32 * (g / 4) + i] |= std::byte(q >> 4 << g % 4 * 2);
    }
  }
}

void encode_iq4_nl(const float* numbers, std::byte* block) {
  const Group group(numbers, kGroup);
  const float d = put_half(search_codebook_scale(group, kNonLinearCodebook), block);
  put_nibbles(group, inverse_of(d), block + 2, non_linear_code);
}

void encode_iq4_xs(const float* numbers, std::byte* block) {
  constexpr int kZero = 32;
  std::array<float, kGroups> wanted;
  for (std::size_t g = 0; g < kGroups; ++g)
    wanted[g] = search_codebook_scale({numbers + g * kGroup, kGroup}, kNonLinearCodebook);
  const float d = put_half(of_largest_magnitude(wanted) / -kZero, block);
  std::fill_n(block + 2, 6, std::byte{});
  for (std::size_t g = 0; g < kGroups; ++g) {
    const Group group(numbers + g * kGroup, kGroup);
    const int scale = best_scale<kGroup>(group, wanted[g], d, -kZero, kZero - 1, [](float steps) {
      return float(kNonLinearCodebook.values[non_linear_code(steps)]);
    });
    const auto stored = unsigned(scale + kZero);
    block[4 + g / 2] |= std::byte((stored & 15) << g % 2 * 4);
    block[2 + g / 4] |= std::byte(stored >> 4 << g % 4 * 2);
    put_nibbles(group, inverse_of(d * float(scale)), block + 8 + 16 * g, non_linear_code);
  }
}

/// The exponent by which the largest number lies between 4 and 8, where 6 is the largest that can
/// be stored, or the next one, whichever leaves the smaller error.
void encode_mxfp4(const float* numbers, std::byte* block) {
  constexpr int kBias = 127, kLargest = 252;
  const Group group(numbers, kGroup);
  const float largest = std::fabs(of_largest_magnitude(group));
  std::fill_n(block, 17, std::byte{});
  if (!(largest > 0)) return;
  float least = INFINITY;
  int chosen = 0;
  const int first = std::ilogb(largest) - 2;
  for (int exponent = first; exponent <= first + 1; ++exponent) {
    const int limited = std::clamp(exponent, -kBias, kLargest - kBias);
    std::array<float, kGroup> decoded;
    for (std::size_t i = 0; i < kGroup; ++i) {
      const unsigned code = float4_code(std::ldexp(numbers[i], -limited));
      decoded[i] = std::ldexp(float(kMxfp4Codebook.values[code]), limited - 1);
    }
    const float error = weighted_error(group, decoded);
    if (error >= least) continue;
    least = error;
    chosen = limited;
  }
  block[0] = std::byte(chosen + kBias);
  put_nibbles(group, std::ldexp(1.0f, -chosen), block + 1, float4_code);
}

}  // namespace canter
