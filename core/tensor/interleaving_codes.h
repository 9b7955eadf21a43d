#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "tensor/kernels/kernels.h"

// How codes lie in files and in panels (layout.h); for the interleavers.

namespace canter::interleaving {

using kernels::kBlock;

/// Codes of a block of 32, one in each byte.
using Codes = std::array<std::uint8_t, kBlock>;

inline std::uint32_t word_at(const void* source) {
  std::uint32_t word;
  std::memcpy(&word, source, sizeof word);
  return word;
}

inline void put_word(void* destination, std::uint32_t word) {
  std::memcpy(destination, &word, sizeof word);
}

/// A word of four bytes of codes at a time: quad q of the 32.
inline std::uint32_t quad(const Codes& codes, std::size_t q) {
  return word_at(codes.data() + 4 * q);
}

constexpr std::uint32_t in_each_byte(std::uint32_t byte) {
  return byte * 0x01010101;
}

// A block of 32 codes as panels hold them: lines of 4 P bytes, a word for each output.

inline void put_nibbles(const Codes& codes, std::size_t line_bytes, std::byte* lines) {
  for (std::size_t g = 0; g < 4; ++g) {
    const std::size_t q = g / 2 * 4 + g % 2;
    put_word(lines + g * line_bytes,
             (quad(codes, q) & in_each_byte(15)) | (quad(codes, q + 2) & in_each_byte(15)) << 4);
  }
}

inline void take_nibbles(const std::byte* lines, std::size_t line_bytes, Codes& codes) {
  for (std::size_t g = 0; g < 4; ++g) {
    const std::size_t q = g / 2 * 4 + g % 2;
    const std::uint32_t word = word_at(lines + g * line_bytes);
    put_word(codes.data() + 4 * q, word & in_each_byte(15));
    put_word(codes.data() + 4 * (q + 2), word >> 4 & in_each_byte(15));
  }
}

/// Bits [first, first + bits) of the codes, `bits` (1 or 2) of each: 8 / bits quads to a line.
inline void put_bits(const Codes& codes, std::size_t first, std::size_t bits,
                     std::size_t line_bytes, std::byte* lines) {
  const std::size_t quads = 8 / bits;
  const std::uint32_t mask = in_each_byte((1u << bits) - 1);
  for (std::size_t line = 0; line < bits; ++line) {
    std::uint32_t word = 0;
    for (std::size_t k = 0; k < quads; ++k)
      word |= (quad(codes, line * quads + k) >> first & mask) << bits * k;
    put_word(lines + line * line_bytes, word);
  }
}

/// The reverse, added to the codes.
inline void add_bits(const std::byte* lines, std::size_t first, std::size_t bits,
                     std::size_t line_bytes, Codes& codes) {
  const std::size_t quads = 8 / bits;
  const std::uint32_t mask = in_each_byte((1u << bits) - 1);
  for (std::size_t line = 0; line < bits; ++line) {
    const std::uint32_t word = word_at(lines + line * line_bytes);
    for (std::size_t k = 0; k < quads; ++k) {
      const std::size_t q = line * quads + k;
      put_word(codes.data() + 4 * q, quad(codes, q) | (word >> bits * k & mask) << first);
    }
  }
}

inline void put_bytes(const Codes& codes, std::uint32_t flip, std::size_t line_bytes,
                      std::byte* lines) {
  for (std::size_t q = 0; q < 8; ++q) put_word(lines + q * line_bytes, quad(codes, q) ^ flip);
}

inline void take_bytes(const std::byte* lines, std::uint32_t flip, std::size_t line_bytes,
                       Codes& codes) {
  for (std::size_t q = 0; q < 8; ++q)
    put_word(codes.data() + 4 * q, word_at(lines + q * line_bytes) ^ flip);
}

/// 32 codes as blocks of files hold them: 16 bytes, numbers 0..15 in the low nibbles.
inline void unpack_file_nibbles(const std::byte* packed, Codes& codes) {
  for (std::size_t i = 0; i < 16; ++i) {
    codes[i] = std::uint8_t(packed[i]) & 15;
    codes[i + 16] = std::uint8_t(packed[i]) >> 4;
  }
}

inline void pack_file_nibbles(const Codes& codes, std::byte* packed) {
  for (std::size_t i = 0; i < 16; ++i)
    packed[i] = std::byte((codes[i] & 15) | (codes[i + 16] & 15) << 4);
}

}  // namespace canter::interleaving
