#pragma once

#include <algorithm>

#include "tensor/interleaving_codes.h"
#include "tensor/layout.h"

// Interleavers of formats of blocks of 32. Each handles one output, `o` of a panel of P: `pack`
// from the file's block, `restore` the reverse.

namespace canter::interleaving {

/// What the formats of blocks of 32 consist of, in the file: scale and minimum, fifth bits, codes.
struct Simple {
  std::size_t scales;
  std::size_t scale_bytes;
  std::size_t fifth_bytes;
  bool nibbles;
};

inline Simple simple_format(TensorType type) {
  switch (type) {
    case TensorType::kQ4_0:
    case TensorType::kIQ4_NL:
      return {1, 2, 0, true};
    case TensorType::kQ4_1:
      return {2, 2, 0, true};
    case TensorType::kQ5_0:
      return {1, 2, 4, true};
    case TensorType::kQ5_1:
      return {2, 2, 4, true};
    case TensorType::kMXFP4:
      return {1, 1, 0, true};
    default:
      return {1, 2, 0, false};
  }
}

class SimpleBlock {
 public:
  SimpleBlock(const Layout& layout)
      : format_(simple_format(layout.type)),
        panel_(layout.panel),
        flip_(layout.biased ? in_each_byte(128) : 0) {}

  void pack(const std::byte* file, std::size_t o, std::byte* panel) const {
    const std::size_t bytes = format_.scale_bytes;
    for (std::size_t s = 0; s < format_.scales; ++s)
      std::memcpy(panel + bytes * (s * panel_ + o), file + bytes * s, bytes);
    const std::byte* const fifth = file + bytes * format_.scales;
    const std::byte* const numbers = fifth + format_.fifth_bytes;
    std::byte* const high = panel + bytes * format_.scales * panel_ + 4 * o;
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
    put_bits(codes, 4, 1, 4 * panel_, high);
  }

  void restore(const std::byte* panel, std::size_t o, std::byte* file) const {
    const std::size_t bytes = format_.scale_bytes;
    for (std::size_t s = 0; s < format_.scales; ++s)
      std::memcpy(file + bytes * s, panel + bytes * (s * panel_ + o), bytes);
    std::byte* const fifth = file + bytes * format_.scales;
    std::byte* const numbers = fifth + format_.fifth_bytes;
    const std::byte* const high = panel + bytes * format_.scales * panel_ + 4 * o;
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
    add_bits(high, 4, 1, 4 * panel_, codes);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < kBlock; ++i) bits |= std::uint32_t(codes[i] >> 4) << i;
    put_word(fifth, bits);
  }

 private:
  Simple format_;
  std::size_t panel_;
  std::uint32_t flip_;
};

}  // namespace canter::interleaving
