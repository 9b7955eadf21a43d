#include "tensor/layout.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "tensor/kernels/kernels.h"

namespace canter {
namespace {

using kernels::kBlock;

/// Codes of a block of 32, one in each byte.
using Codes = std::array<std::uint8_t, kBlock>;

std::uint32_t word_at(const void* source) {
  std::uint32_t word;
  std::memcpy(&word, source, sizeof word);
  return word;
}

void put_word(void* destination, std::uint32_t word) {
  std::memcpy(destination, &word, sizeof word);
}

/// A word of four bytes of codes at a time: quad q of the 32.
std::uint32_t quad(const Codes& codes, std::size_t q) {
  return word_at(codes.data() + 4 * q);
}

constexpr std::uint32_t in_each_byte(std::uint32_t byte) {
  return byte * 0x01010101;
}

// A block of 32 codes as panels hold them: lines of 4 P bytes, a word for each output.

void put_nibbles(const Codes& codes, std::size_t line_bytes, std::byte* lines) {
  for (std::size_t g = 0; g < 4; ++g) {
    const std::size_t q = g / 2 * 4 + g % 2;
    put_word(lines + g * line_bytes,
             (quad(codes, q) & in_each_byte(15)) | (quad(codes, q + 2) & in_each_byte(15)) << 4);
  }
}

void take_nibbles(const std::byte* lines, std::size_t line_bytes, Codes& codes) {
  for (std::size_t g = 0; g < 4; ++g) {
    const std::size_t q = g / 2 * 4 + g % 2;
    const std::uint32_t word = word_at(lines + g * line_bytes);
    put_word(codes.data() + 4 * q, word & in_each_byte(15));
    put_word(codes.data() + 4 * (q + 2), word >> 4 & in_each_byte(15));
  }
}

/// Bits 4 and up of the codes, `bits` (1 or 2) of each: 8 / bits quads to a line.
void put_high_bits(const Codes& codes, std::size_t bits, std::size_t line_bytes, std::byte* lines) {
  const std::size_t quads = 8 / bits;
  const std::uint32_t mask = in_each_byte((1u << bits) - 1);
  for (std::size_t line = 0; line < bits; ++line) {
    std::uint32_t word = 0;
    for (std::size_t k = 0; k < quads; ++k)
      word |= (quad(codes, line * quads + k) >> 4 & mask) << bits * k;
    put_word(lines + line * line_bytes, word);
  }
}

void add_high_bits(const std::byte* lines, std::size_t bits, std::size_t line_bytes, Codes& codes) {
  const std::size_t quads = 8 / bits;
  const std::uint32_t mask = in_each_byte((1u << bits) - 1);
  for (std::size_t line = 0; line < bits; ++line) {
    const std::uint32_t word = word_at(lines + line * line_bytes);
    for (std::size_t k = 0; k < quads; ++k) {
      const std::size_t q = line * quads + k;
      put_word(codes.data() + 4 * q, quad(codes, q) | (word >> bits * k & mask) << 4);
    }
  }
}

void put_bytes(const Codes& codes, std::uint32_t flip, std::size_t line_bytes, std::byte* lines) {
  for (std::size_t q = 0; q < 8; ++q) put_word(lines + q * line_bytes, quad(codes, q) ^ flip);
}

void take_bytes(const std::byte* lines, std::uint32_t flip, std::size_t line_bytes, Codes& codes) {
  for (std::size_t q = 0; q < 8; ++q)
    put_word(codes.data() + 4 * q, word_at(lines + q * line_bytes) ^ flip);
}

/// Where the parts of a format lie, in the file and in a panel. Bytes for one output.
struct Format {
  std::size_t span;          ///< inputs that share a header
  std::size_t header_bytes;  ///< in the panel, for each output
  std::size_t block_bytes;   ///< in the panel, behind the header, for each output and 32 inputs
};

Format format_of(const Layout& layout) {
  switch (layout.type) {
    case TensorType::kF32:
      return {kBlock, 0, 4 * kBlock};
    case TensorType::kF16:
    case TensorType::kBF16:
      return {kBlock, 0, 2 * kBlock};
    case TensorType::kQ4_K:
      return {256, 16, 16};
    case TensorType::kQ5_K:
      return {256, 16, 20};
    case TensorType::kQ6_K:
      return {256, 2, 26};
    default:
      return {kBlock, 0, tensor_type_info(layout.type)->block_bytes};
  }
}

std::size_t span_bytes(const Layout& layout, const Format& format) {
  return layout.panel * (format.header_bytes + format.span / kBlock * format.block_bytes);
}

void unpack_file_nibbles(const std::byte* packed, Codes& codes) {
  for (std::size_t i = 0; i < 16; ++i) {
    codes[i] = std::uint8_t(packed[i]) & 15;
    codes[i + 16] = std::uint8_t(packed[i]) >> 4;
  }
}

void pack_file_nibbles(const Codes& codes, std::byte* packed) {
  for (std::size_t i = 0; i < 16; ++i)
    packed[i] = std::byte((codes[i] & 15) | (codes[i + 16] & 15) << 4);
}

/// What the formats of blocks of 32 consist of, in the file: halves, fifth bits, codes.
struct Simple {
  std::size_t halves;
  std::size_t fifth_bytes;
  bool nibbles;
};

Simple simple_format(TensorType type) {
  switch (type) {
    case TensorType::kQ4_0:
      return {1, 0, true};
    case TensorType::kQ4_1:
      return {2, 0, true};
    case TensorType::kQ5_0:
      return {1, 4, true};
    case TensorType::kQ5_1:
      return {2, 4, true};
    default:
      return {1, 0, false};
  }
}

/// One output at a time, `o` of a panel of P: `pack` from the file's block, `restore` the reverse.
class SimpleBlock {
 public:
  SimpleBlock(const Layout& layout)
      : format_(simple_format(layout.type)),
        panel_(layout.panel),
        flip_(layout.biased ? in_each_byte(128) : 0) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    for (std::size_t h = 0; h < format_.halves; ++h)
      std::memcpy(panel + 2 * (h * panel_ + o), file + 2 * h, 2);
    const std::byte* const fifth = file + 2 * format_.halves;
    const std::byte* const numbers = fifth + format_.fifth_bytes;
    std::byte* const high = panel + 2 * format_.halves * panel_ + 4 * o;
    std::byte* const lines = high + format_.fifth_bytes * panel_;
    Codes codes;
    if (!format_.nibbles) {
      std::memcpy(codes.data(), numbers, codes.size());
      return put_bytes(codes, flip_, 4 * panel_, lines);
    }
    unpack_file_nibbles(numbers, codes);
    put_nibbles(codes, 4 * panel_, lines);
    if (format_.fifth_bytes == 0) return;
    const std::uint32_t bits = word_at(fifth);
    for (std::size_t i = 0; i < kBlock; ++i) codes[i] = std::uint8_t((bits >> i & 1) << 4);
    put_high_bits(codes, 1, 4 * panel_, high);
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    for (std::size_t h = 0; h < format_.halves; ++h)
      std::memcpy(file + 2 * h, panel + 2 * (h * panel_ + o), 2);
    std::byte* const fifth = file + 2 * format_.halves;
    std::byte* const numbers = fifth + format_.fifth_bytes;
    const std::byte* const high = panel + 2 * format_.halves * panel_ + 4 * o;
    const std::byte* const lines = high + format_.fifth_bytes * panel_;
    Codes codes;
    if (!format_.nibbles) {
      take_bytes(lines, flip_, 4 * panel_, codes);
      std::memcpy(numbers, codes.data(), codes.size());
      return;
    }
    take_nibbles(lines, 4 * panel_, codes);
    pack_file_nibbles(codes, numbers);
    if (format_.fifth_bytes == 0) return;
    add_high_bits(high, 1, 4 * panel_, codes);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < kBlock; ++i) bits |= std::uint32_t(codes[i] >> 4) << i;
    put_word(fifth, bits);
  }

 private:
  Simple format_;
  std::size_t panel_;
  std::uint32_t flip_;
};

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
      if (fifth_bytes_) put_high_bits(codes, 1, 4 * panel_, fifth);
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
      if (fifth_bytes_) add_high_bits(fifth, 1, 4 * panel_, codes);
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
      put_high_bits(codes, 2, 4 * panel_, block + 2 * panel_ + 4 * o);
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
      add_high_bits(block + 2 * panel_ + 4 * o, 2, 4 * panel_, codes);
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

/// Calls `use` with the interleaver of a block-quantised format.
template <typename Use>
void with_interleaver(const Layout& layout, const Use& use) {
  switch (layout.type) {
    case TensorType::kQ4_K:
    case TensorType::kQ5_K:
      return use(ScaledTwiceSpan(layout));
    case TensorType::kQ6_K:
      return use(Q6Span(layout));
    default:
      return use(SimpleBlock(layout));
  }
}

/// Bytes of a number; 0 for block-quantised formats.
std::size_t number_bytes(TensorType type) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  return info.block_size == 1 ? info.block_bytes : 0;
}

/// Where number i of output o lies in a panel of floats.
std::size_t number_place(const Layout& layout, std::size_t i, std::size_t o, std::size_t bytes) {
  const std::size_t depth = layout.depth;
  return (i / depth * depth * layout.panel + o * depth + i % depth) * bytes;
}

}  // namespace

std::size_t panel_bytes(const Layout& layout, std::size_t inputs) {
  const Format format = format_of(layout);
  return (inputs + format.span - 1) / format.span * span_bytes(layout, format);
}

void pack_panel(const Layout& layout, const std::byte* rows, std::size_t row_bytes,
                std::size_t outputs, std::size_t inputs, std::byte* panel) {
  if (outputs < layout.panel || inputs % kBlock != 0)
    std::fill_n(panel, panel_bytes(layout, inputs), std::byte{});
  if (const std::size_t bytes = number_bytes(layout.type)) {
    for (std::size_t o = 0; o < outputs; ++o)
      for (std::size_t i = 0; i < inputs; ++i)
        std::memcpy(panel + number_place(layout, i, o, bytes), rows + o * row_bytes + i * bytes,
                    bytes);
    return;
  }
  const Format format = format_of(layout);
  const std::size_t file_bytes = tensor_type_info(layout.type)->block_bytes;
  with_interleaver(layout, [&](const auto& interleaver) {
    for (std::size_t s = 0; s < inputs / format.span; ++s)
      for (std::size_t o = 0; o < outputs; ++o)
        interleaver.pack(rows + o * row_bytes + s * file_bytes, o,
                         panel + s * span_bytes(layout, format));
  });
}

void restore_row(const Layout& layout, const std::byte* panel, std::size_t output,
                 std::size_t inputs, std::byte* row) {
  if (const std::size_t bytes = number_bytes(layout.type)) {
    for (std::size_t i = 0; i < inputs; ++i)
      std::memcpy(row + i * bytes, panel + number_place(layout, i, output, bytes), bytes);
    return;
  }
  const Format format = format_of(layout);
  const std::size_t file_bytes = tensor_type_info(layout.type)->block_bytes;
  with_interleaver(layout, [&](const auto& interleaver) {
    for (std::size_t s = 0; s < inputs / format.span; ++s)
      interleaver.restore(panel + s * span_bytes(layout, format), output, row + s * file_bytes);
  });
}

}  // namespace canter
