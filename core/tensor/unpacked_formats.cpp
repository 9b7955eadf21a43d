#include "tensor/unpacked_formats.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "tensor/codebooks.h"
#include "tensor/grids.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

constexpr int kSpan = 256;

template <typename Word>
Word word_at(const std::byte* source) {
  Word word;
  std::memcpy(&word, source, sizeof word);
  return word;
}

unsigned byte_at(const std::byte* source) {
  return std::to_integer<unsigned>(*source);
}

/// Nibble k of the bytes at `source`, low ones first.
unsigned nibble_at(const std::byte* source, int k) {
  return byte_at(source + k / 2) >> k % 2 * 4 & 15;
}

/// A span in the making: its codes one by one, its scales of 16 numbers each.
struct Span {
  std::array<std::uint8_t, kSpan> codes{};
  std::array<std::uint8_t, 16> scales{};

  /// Numbers from `first` on: a group of a grid, with a bit of sign for each.
  void put_group(int first, int count, std::uint16_t group, unsigned signs) {
    const int bits = count == 8 ? 2 : 3;
    const unsigned mask = (1u << bits) - 1;
    for (int i = 0; i < count; ++i)
      codes[first + i] = std::uint8_t((group >> bits * i & mask) | (signs >> i & 1) << 3);
  }

  UnpackedSpan pack(const std::byte* d) const {
    UnpackedSpan span;
    std::memcpy(span.d, d, sizeof span.d);
    for (int b = 0; b < 8; ++b) {
      span.blocks[b].scales = std::byte(scales[2 * b] | scales[2 * b + 1] << 4);
      for (int i = 0; i < 16; ++i)
        span.blocks[b].codes[i] = std::byte(codes[32 * b + i] | codes[32 * b + i + 16] << 4);
    }
    return span;
  }
};

/// Eight signs, of which a file keeps seven: the number of negative ones is even.
unsigned even_signs(unsigned seven) {
  return seven | (std::popcount(seven) & 1u) << 7;
}

/// Four times seven signs, and in the high bits the scale, of 32 numbers; `count` in a group.
void put_signed_block(Span& span, int b, int count, std::uint32_t word,
                      const std::uint16_t* const grid, const std::byte* indices) {
  for (int l = 0; l < 4; ++l) {
    const unsigned signs = even_signs(word >> 7 * l & 127);
    for (int k = 0; k < 8 / count; ++k)
      span.put_group(32 * b + 8 * l + count * k, count, grid[byte_at(indices + 8 / count * l + k)],
                     signs >> count * k);
  }
  span.scales[2 * b] = span.scales[2 * b + 1] = std::uint8_t(word >> 28);
}

/// d; for 32 numbers each four bytes of groups and a word of signs and scale.
UnpackedSpan unpack_iq2_xxs(const std::byte* block) {
  Span span;
  for (int b = 0; b < 8; ++b) {
    const std::byte* const own = block + 2 + 8 * b;
    put_signed_block(span, b, 8, word_at<std::uint32_t>(own + 4), kGridIQ2_XXS, own);
  }
  return span.pack(block);
}

/// d; for 8 numbers each a word: group in the low nine bits, then seven signs; scales in nibbles.
UnpackedSpan unpack_iq2_xs(const std::byte* block) {
  Span span;
  for (int g = 0; g < 32; ++g) {
    const auto word = word_at<std::uint16_t>(block + 2 + 2 * g);
    span.put_group(8 * g, 8, kGridIQ2_XS[word & 511], even_signs(word >> 9));
  }
  for (int s = 0; s < 16; ++s) span.scales[s] = std::uint8_t(nibble_at(block + 66, s));
  return span.pack(block);
}

/// d; low bytes of the groups; signs; two high bits of the groups; scales in nibbles.
UnpackedSpan unpack_iq2_s(const std::byte* block) {
  Span span;
  for (int g = 0; g < 32; ++g) {
    const unsigned high = byte_at(block + 66 + g / 4) >> g % 4 * 2 & 3;
    span.put_group(8 * g, 8, kGridIQ2_S[byte_at(block + 2 + g) | high << 8],
                   byte_at(block + 34 + g));
  }
  for (int s = 0; s < 16; ++s) span.scales[s] = std::uint8_t(nibble_at(block + 74, s));
  return span.pack(block);
}

/// d; a byte for each group of four; for 32 numbers each a word of signs and scale.
UnpackedSpan unpack_iq3_xxs(const std::byte* block) {
  Span span;
  for (int b = 0; b < 8; ++b)
    put_signed_block(span, b, 4, word_at<std::uint32_t>(block + 66 + 4 * b), kGridIQ3_XXS,
                     block + 2 + 8 * b);
  return span.pack(block);
}

/// d; low bytes of the groups of four; their ninth bits; signs; scales of 32 numbers in nibbles.
UnpackedSpan unpack_iq3_s(const std::byte* block) {
  Span span;
  for (int g = 0; g < 64; ++g) {
    const unsigned ninth = byte_at(block + 66 + g / 8) >> g % 8 & 1;
    span.put_group(4 * g, 4, kGridIQ3_S[byte_at(block + 2 + g) | ninth << 8],
                   nibble_at(block + 74, g));
  }
  for (int s = 0; s < 16; ++s) span.scales[s] = std::uint8_t(nibble_at(block + 106, s / 2));
  return span.pack(block);
}

/// d; low bytes of the groups; for 32 numbers each a word: three high bits of four groups, three of
/// the scale, one for shifts downwards.
UnpackedSpan unpack_iq1_s(const std::byte* block) {
  Span span;
  for (int b = 0; b < 8; ++b) {
    const unsigned word = word_at<std::uint16_t>(block + 34 + 2 * b);
    for (int l = 0; l < 4; ++l) {
      const unsigned group = byte_at(block + 2 + 4 * b + l) | (word >> 3 * l & 7) << 8;
      span.put_group(32 * b + 8 * l, 8, kGridIQ1[group], word & 0x8000 ? 255 : 0);
    }
    span.scales[2 * b] = span.scales[2 * b + 1] = std::uint8_t(word >> 12 & 7);
  }
  return span.pack(block);
}

/// Low bytes of the groups; for each a nibble: three high bits and one for shifts downwards; four
/// words with four scales of three bits each, and a nibble of d in the high bits.
UnpackedSpan unpack_iq1_m(const std::byte* block) {
  Span span;
  for (int g = 0; g < 32; ++g) {
    const unsigned high = nibble_at(block + 32, g);
    span.put_group(8 * g, 8, kGridIQ1[byte_at(block + g) | (high & 7) << 8], high & 8 ? 255 : 0);
  }
  unsigned d = 0;
  for (int k = 0; k < 4; ++k) {
    const unsigned word = word_at<std::uint16_t>(block + 48 + 2 * k);
    for (int s = 0; s < 4; ++s) span.scales[4 * k + s] = std::uint8_t(word >> 3 * s & 7);
    d |= word >> 12 << 4 * k;
  }
  const std::byte half[] = {std::byte(d & 255), std::byte(d >> 8)};
  return span.pack(half);
}

/// Bytes of five digits of base 3, as fractions of 256 rounded upwards: 32 bytes, then 16, then 4
/// with four digits; d. Digit t of a run's byte i is number t * (bytes of the run) + i of it.
UnpackedSpan unpack_tq1_0(const std::byte* block) {
  Span span;
  int number = 0;
  const auto put_run = [&](int first, int bytes, int digits) {
    unsigned power = 1;
    for (int t = 0; t < digits; ++t, power *= 3)
      for (int i = 0; i < bytes; ++i)
        span.codes[number++] = std::uint8_t((byte_at(block + first + i) * power & 255) * 3 >> 8);
  };
  put_run(0, 32, 5);
  put_run(32, 16, 5);
  put_run(48, 4, 4);
  return span.pack(block + 52);
}

/// Two runs of 32 bytes: number i of group g of a run is at bits 2g of byte i; d.
UnpackedSpan unpack_tq2_0(const std::byte* block) {
  Span span;
  for (int i = 0; i < kSpan; ++i)
    span.codes[i] = std::uint8_t(byte_at(block + i / 128 * 32 + i % 32) >> i % 128 / 32 * 2 & 3);
  return span.pack(block + 64);
}

struct Unpacking {
  TensorType type;
  UnpackedSpan (*unpack)(const std::byte* block);
  const Codebook& book;
  float divisor;
};

constexpr Unpacking kUnpackings[] = {
    {TensorType::kIQ2_XXS, unpack_iq2_xxs, kIQ2Codebook, 8},
    {TensorType::kIQ2_XS, unpack_iq2_xs, kIQ2Codebook, 8},
    {TensorType::kIQ2_S, unpack_iq2_s, kIQ2Codebook, 8},
    {TensorType::kIQ3_XXS, unpack_iq3_xxs, kIQ3_XXSCodebook, 4},
    {TensorType::kIQ3_S, unpack_iq3_s, kIQ3_SCodebook, 1},
    {TensorType::kIQ1_S, unpack_iq1_s, kIQ1Codebook, 8},
    {TensorType::kIQ1_M, unpack_iq1_m, kIQ1Codebook, 8},
    {TensorType::kTQ1_0, unpack_tq1_0, kTernaryCodebook, 1},
    {TensorType::kTQ2_0, unpack_tq2_0, kTernaryCodebook, 1},
};

const Unpacking* unpacking_of(TensorType type) {
  for (const Unpacking& unpacking : kUnpackings)
    if (unpacking.type == type) return &unpacking;
  return nullptr;
}

}  // namespace

bool is_unpacked(TensorType type) {
  return unpacking_of(type) != nullptr;
}

UnpackedSpan unpack_span(TensorType type, const std::byte* block) {
  return unpacking_of(type)->unpack(block);
}

void decode_span(TensorType type, const UnpackedSpan& span, float* numbers) {
  const Unpacking& unpacking = *unpacking_of(type);
  const float unit = half_to_float(word_at<std::uint16_t>(span.d)) / unpacking.divisor;
  for (const UnpackedSpan::Block& block : span.blocks) {
    for (int i = 0; i < 32; ++i) {
      const unsigned scale = byte_at(&block.scales) >> i / 16 * 4 & 15;
      const unsigned code = byte_at(block.codes + i % 16) >> i / 16 * 4 & 15;
      *numbers++ = unit * float(2 * scale + 1) * float(unpacking.book.values[code]);
    }
  }
}

}  // namespace canter
