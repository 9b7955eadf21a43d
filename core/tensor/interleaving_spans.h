#pragma once

#include <algorithm>

#include "tensor/interleaving_codes.h"
#include "tensor/layout.h"
#include "tensor/unpacked_formats.h"

// Interleavers of formats of spans of 256, as those of interleaving_blocks.h.

namespace canter::interleaving {

/// Q4_K and Q5_K. In the file: d, dmin, 12 bytes of six-bit scales and minima, fifth bits (bit g of
/// byte i: number i of group g), nibbles (32 bytes hold group 2k in the low, 2k+1 in the high
/// ones).
class ScaledTwiceSpan {
 public:
  ScaledTwiceSpan(const Layout& layout)
      : panel_(layout.panel), fifth_bytes_(layout.type == TensorType::kQ5_K ? 32 : 0) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    std::memcpy(panel + 2 * o, file, 2);
    std::memcpy(panel + 2 * (panel_ + o), file + 2, 2);
    const auto at = [file](std::size_t k) { return unsigned(file[4 + k]); };
    for (std::size_t g = 0; g < 8; ++g) {
      const unsigned scale = g < 4 ? at(g) & 63 : (at(g + 4) & 15) | at(g - 4) >> 6 << 4;
      const unsigned minimum = g < 4 ? at(g + 4) & 63 : at(g + 4) >> 4 | at(g) >> 6 << 4;
      std::byte& high = panel[(4 + g / 2) * panel_ + o];
      high = (g % 2 ? high : std::byte{}) | std::byte(minimum >> 2 << g % 2 * 4);
      panel[(8 + g) * panel_ + o] = std::byte(scale | (minimum & 3) << 6);
      std::byte* const fifth = block(panel, g) + 4 * o;
      Codes codes;
      for (std::size_t i = 0; i < kBlock; ++i) {
        codes[i] = std::uint8_t(file[16 + fifth_bytes_ + g / 2 * 32 + i]) >> g % 2 * 4 & 15;
        if (fifth_bytes_) codes[i] |= (std::uint8_t(file[16 + i]) >> g & 1) << 4;
      }
      if (fifth_bytes_) put_bits(codes, 4, 1, 4 * panel_, fifth);
      put_nibbles(codes, 4 * panel_, fifth + fifth_bytes_ / 8 * panel_);
    }
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    std::fill_n(file, 16 + fifth_bytes_ + 128, std::byte{});
    std::memcpy(file, panel + 2 * o, 2);
    std::memcpy(file + 2, panel + 2 * (panel_ + o), 2);
    const auto add = [file](std::size_t k, unsigned bits) { file[4 + k] |= std::byte(bits); };
    for (std::size_t g = 0; g < 8; ++g) {
      const unsigned own = unsigned(panel[(8 + g) * panel_ + o]);
      const unsigned high = unsigned(panel[(4 + g / 2) * panel_ + o]) >> g % 2 * 4 & 15;
      const unsigned scale = own & 63, minimum = own >> 6 | high << 2;
      if (g < 4) {
        add(g, scale);
        add(g + 4, minimum);
      } else {
        add(g + 4, (scale & 15) | (minimum & 15) << 4);
        add(g - 4, scale >> 4 << 6);
        add(g, minimum >> 4 << 6);
      }
      const std::byte* const fifth = block(panel, g) + 4 * o;
      Codes codes;
      take_nibbles(fifth + fifth_bytes_ / 8 * panel_, 4 * panel_, codes);
      if (fifth_bytes_) add_bits(fifth, 4, 1, 4 * panel_, codes);
      for (std::size_t i = 0; i < kBlock; ++i) {
        file[16 + fifth_bytes_ + g / 2 * 32 + i] |= std::byte((codes[i] & 15) << g % 2 * 4);
        if (fifth_bytes_) file[16 + i] |= std::byte(codes[i] >> 4 << g);
      }
    }
  }

 private:
  template <typename Byte>
  Byte* block(Byte* panel, std::size_t g) const {
    return panel + 16 * panel_ + g * (16 + fifth_bytes_ / 8) * panel_;
  }

  std::size_t panel_;
  std::size_t fifth_bytes_;
};

/// Q6_K. In the file: 128 bytes of low nibbles, 64 of two high bits, 16 scales, d; each half of the
/// span holds four groups of 32, 0 and 1 in the low nibbles of its 64 bytes, 2 and 3 in the high.
class Q6Span {
 public:
  Q6Span(const Layout& layout) : panel_(layout.panel) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    std::memcpy(panel + 2 * o, file + 208, 2);
    for (std::size_t g = 0; g < 8; ++g) {
      std::byte* const block = panel + (2 + 26 * g) * panel_;
      block[o] = file[192 + 2 * g];
      block[panel_ + o] = file[192 + 2 * g + 1];
      Codes codes;
      for (std::size_t i = 0; i < kBlock; ++i)
        codes[i] = std::uint8_t((std::uint8_t(file[low(g) + i]) >> g % 4 / 2 * 4 & 15) |
                                (std::uint8_t(file[high(g) + i]) >> g % 4 * 2 & 3) << 4);
      put_bits(codes, 4, 2, 4 * panel_, block + 2 * panel_ + 4 * o);
      put_nibbles(codes, 4 * panel_, block + 10 * panel_ + 4 * o);
    }
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    std::fill_n(file, 210, std::byte{});
    std::memcpy(file + 208, panel + 2 * o, 2);
    for (std::size_t g = 0; g < 8; ++g) {
      const std::byte* const block = panel + (2 + 26 * g) * panel_;
      file[192 + 2 * g] = block[o];
      file[192 + 2 * g + 1] = block[panel_ + o];
      Codes codes;
      take_nibbles(block + 10 * panel_ + 4 * o, 4 * panel_, codes);
      add_bits(block + 2 * panel_ + 4 * o, 4, 2, 4 * panel_, codes);
      for (std::size_t i = 0; i < kBlock; ++i) {
        file[low(g) + i] |= std::byte((codes[i] & 15) << g % 4 / 2 * 4);
        file[high(g) + i] |= std::byte(codes[i] >> 4 << g % 4 * 2);
      }
    }
  }

 private:
  static std::size_t low(std::size_t g) { return 64 * (g / 4) + 32 * (g % 2); }
  static std::size_t high(std::size_t g) { return 128 + 32 * (g / 4); }

  std::size_t panel_;
};

/// Q3_K and Q2_K keep two-bit codes in two runs of 32 bytes: group g of the first run's four is at
/// bits 2g.
inline unsigned file_two_bits(const std::byte* runs, std::size_t g, std::size_t i) {
  return unsigned(runs[g / 4 * 32 + i]) >> g % 4 * 2 & 3;
}
inline void add_file_two_bits(std::byte* runs, std::size_t g, std::size_t i, unsigned bits) {
  runs[g / 4 * 32 + i] |= std::byte((bits & 3) << g % 4 * 2);
}

/// Q3_K. In the file: 32 bytes of third bits (bit g of byte i: number i of group g), 64 of codes,
/// 12 of six-bit scales, d. Scale s has its low bits in nibble s / 8 of byte s % 8, its high ones
/// at bits s / 4 * 2 of byte 8 + s % 4.
class Q3Span {
 public:
  Q3Span(const Layout& layout) : panel_(layout.panel) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    std::memcpy(panel + 2 * o, file + 108, 2);
    for (std::size_t g = 0; g < 8; ++g) panel[(2 + g) * panel_ + o] = std::byte{};
    for (std::size_t g = 0; g < 4; ++g) panel[(10 + g) * panel_ + o] = std::byte{};
    for (std::size_t s = 0; s < 16; ++s) {
      const unsigned low = unsigned(file[96 + s % 8]) >> s / 8 * 4 & 15;
      const unsigned high = unsigned(file[104 + s % 4]) >> s / 4 * 2 & 3;
      panel[(2 + s / 2) * panel_ + o] |= std::byte(low << s % 2 * 4);
      panel[(10 + s / 4) * panel_ + o] |= std::byte(high << s % 4 * 2);
    }
    for (std::size_t g = 0; g < 8; ++g) {
      Codes codes;
      for (std::size_t i = 0; i < kBlock; ++i)
        codes[i] = std::uint8_t(file_two_bits(file + 32, g, i) | (unsigned(file[i]) >> g & 1) << 2);
      std::byte* const block = panel + (14 + 12 * g) * panel_ + 4 * o;
      put_bits(codes, 2, 1, 4 * panel_, block);
      put_bits(codes, 0, 2, 4 * panel_, block + 4 * panel_);
    }
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    std::fill_n(file, 108, std::byte{});
    std::memcpy(file + 108, panel + 2 * o, 2);
    for (std::size_t s = 0; s < 16; ++s) {
      const unsigned low = unsigned(panel[(2 + s / 2) * panel_ + o]) >> s % 2 * 4 & 15;
      const unsigned high = unsigned(panel[(10 + s / 4) * panel_ + o]) >> s % 4 * 2 & 3;
      file[96 + s % 8] |= std::byte(low << s / 8 * 4);
      file[104 + s % 4] |= std::byte(high << s / 4 * 2);
    }
    for (std::size_t g = 0; g < 8; ++g) {
      const std::byte* const block = panel + (14 + 12 * g) * panel_ + 4 * o;
      Codes codes{};
      add_bits(block, 2, 1, 4 * panel_, codes);
      add_bits(block + 4 * panel_, 0, 2, 4 * panel_, codes);
      for (std::size_t i = 0; i < kBlock; ++i) {
        add_file_two_bits(file + 32, g, i, codes[i]);
        file[i] |= std::byte(codes[i] >> 2 << g);
      }
    }
  }

 private:
  std::size_t panel_;
};

/// Q2_K. In the file: 16 bytes of a scale and a minimum for 16 numbers each, 64 of codes, d, dmin.
class Q2Span {
 public:
  Q2Span(const Layout& layout) : panel_(layout.panel) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    std::memcpy(panel + 2 * o, file + 80, 2);
    std::memcpy(panel + 2 * (panel_ + o), file + 82, 2);
    for (std::size_t g = 0; g < 8; ++g) {
      std::byte* const block = panel + (4 + 10 * g) * panel_;
      block[o] = file[2 * g];
      block[panel_ + o] = file[2 * g + 1];
      Codes codes;
      for (std::size_t i = 0; i < kBlock; ++i)
        codes[i] = std::uint8_t(file_two_bits(file + 16, g, i));
      put_bits(codes, 0, 2, 4 * panel_, block + 2 * panel_ + 4 * o);
    }
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    std::fill_n(file, 80, std::byte{});
    std::memcpy(file + 80, panel + 2 * o, 2);
    std::memcpy(file + 82, panel + 2 * (panel_ + o), 2);
    for (std::size_t g = 0; g < 8; ++g) {
      const std::byte* const block = panel + (4 + 10 * g) * panel_;
      file[2 * g] = block[o];
      file[2 * g + 1] = block[panel_ + o];
      Codes codes{};
      add_bits(block + 2 * panel_ + 4 * o, 0, 2, 4 * panel_, codes);
      for (std::size_t i = 0; i < kBlock; ++i) add_file_two_bits(file + 16, g, i, codes[i]);
    }
  }

 private:
  std::size_t panel_;
};

/// IQ4_XS. In the file: d, six bytes of scales, 16 bytes of nibbles for each group.
class NonLinearSpan {
 public:
  NonLinearSpan(const Layout& layout) : panel_(layout.panel) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    std::memcpy(panel + 2 * o, file, 2);
    for (std::size_t k = 0; k < 4; ++k) panel[(2 + k) * panel_ + o] = file[4 + k];
    for (std::size_t k = 0; k < 2; ++k) panel[(6 + k) * panel_ + o] = file[2 + k];
    for (std::size_t g = 0; g < 8; ++g) {
      Codes codes;
      unpack_file_nibbles(file + 8 + 16 * g, codes);
      put_nibbles(codes, 4 * panel_, panel + (8 + 16 * g) * panel_ + 4 * o);
    }
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    std::memcpy(file, panel + 2 * o, 2);
    for (std::size_t k = 0; k < 4; ++k) file[4 + k] = panel[(2 + k) * panel_ + o];
    for (std::size_t k = 0; k < 2; ++k) file[2 + k] = panel[(6 + k) * panel_ + o];
    for (std::size_t g = 0; g < 8; ++g) {
      Codes codes;
      take_nibbles(panel + (8 + 16 * g) * panel_ + 4 * o, 4 * panel_, codes);
      pack_file_nibbles(codes, file + 8 + 16 * g);
    }
  }

 private:
  std::size_t panel_;
};

/// Formats that are unpacked: `pack` from the file's block, `restore` gives an UnpackedSpan.
class UnpackedInterleaver {
 public:
  UnpackedInterleaver(const Layout& layout) : type_(layout.type), panel_(layout.panel) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    const UnpackedSpan span = unpack_span(type_, file);
    std::memcpy(panel + 2 * o, span.d, 2);
    for (std::size_t g = 0; g < 8; ++g) {
      std::byte* const block = panel + (2 + 17 * g) * panel_;
      block[o] = span.blocks[g].scales;
      Codes codes;
      unpack_file_nibbles(span.blocks[g].codes, codes);
      put_nibbles(codes, 4 * panel_, block + panel_ + 4 * o);
    }
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* row) const {
    UnpackedSpan span;
    std::memcpy(span.d, panel + 2 * o, 2);
    for (std::size_t g = 0; g < 8; ++g) {
      const std::byte* const block = panel + (2 + 17 * g) * panel_;
      span.blocks[g].scales = block[o];
      Codes codes;
      take_nibbles(block + panel_ + 4 * o, 4 * panel_, codes);
      pack_file_nibbles(codes, span.blocks[g].codes);
    }
    std::memcpy(row, &span, sizeof span);
  }

 private:
  TensorType type_;
  std::size_t panel_;
};

}  // namespace canter::interleaving
