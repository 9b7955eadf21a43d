// How a run of 32 consecutive numbers of a row is read, one struct for each number format: made for
// the run that begins at number i of a row, it gives the kLanes numbers from `first` on. The
// layouts are those of GGUF files; a block's scale d and minimum m are IEEE halves. Included by
// decode_numbers.cpp only.

// In this order.
// clang-format off
#include "tensor/kernels/vectors.inl"
#include "tensor/kernels/portable_vectors.inl"
// clang-format on

inline float half_at(const std::byte* source) {
  const std::uint32_t bits = load<std::uint16_t>(source);
  const std::uint32_t magnitude = (bits & 0x7fff) << 13;
  const std::uint32_t special = magnitude | 0x7f800000;
  const float finite = load<float>(&magnitude) * 0x1p112f;
  const std::uint32_t result =
      ((bits & 0x7fff) >= 0x7c00 ? special : load<std::uint32_t>(&finite)) | (bits & 0x8000) << 16;
  return load<float>(&result);
}

/// Bit i of `bits` in lane i, moved to bit 4.
inline Ints fifth_bits(std::uint32_t bits) {
  Ints lanes;
  for (int i = 0; i < kLanes; ++i) lanes[i] = i;
  return ((Ints{} + std::int32_t(bits & 0xffff)) >> lanes & 1) << 4;
}

/// Nibbles of a block of 32: low ones are numbers 0..15, high ones 16..31.
inline Ints nibbles(const std::byte* packed, int first) {
  return load_bytes(packed + first % 16) >> first / 16 * 4 & 15;
}

/// What the codes in `indices` stand for.
inline Floats look_up(const Codebook& book, Ints indices) {
  Floats found{};
  for (int i = 0; i < kLanes; ++i) found[i] = book.values[indices[i]];
  return found;
}

struct F32 {
  static constexpr std::size_t kBytes = 4;
  const std::byte* numbers;

  F32(const std::byte* row, std::size_t i) : numbers(row + 4 * i) {}
  Floats part(int first) const { return load<Floats>(numbers + 4 * first); }
};

struct F16 {
  static constexpr std::size_t kBytes = 2;
  const std::byte* numbers;

  F16(const std::byte* row, std::size_t i) : numbers(row + 2 * i) {}
  Floats part(int first) const { return load_halves(numbers + 2 * first); }
};

struct BF16 {
  static constexpr std::size_t kBytes = 2;
  const std::byte* numbers;

  BF16(const std::byte* row, std::size_t i) : numbers(row + 2 * i) {}
  Floats part(int first) const { return load_bfloats(numbers + 2 * first); }
};

/// From the code `special` on, infinity and what is no number.
template <int fraction, int shift, int special>
struct F8 {
  static constexpr std::size_t kBytes = 1;
  const std::byte* numbers;

  F8(const std::byte* row, std::size_t i) : numbers(row + i) {}
  Floats part(int first) const {
    const Ints bits = load_bytes(numbers + first);
    const Ints is_special = (bits & 0x7f) >= special;
    const Ints full = 0x7f800000 | (bits & 0x7f) << (23 - fraction) | (bits & 0x80) << 24;
    const Ints finite = Ints(from_eight_bits<fraction, shift>(bits));
    return Floats((is_special & full) | (~is_special & finite));
  }
};
using F8_E4M3 = F8<3, 120, 0x7f>;
using F8_E5M2 = F8<2, 112, 0x7c>;

/// d, 32 signed bytes.
struct Q8_0 {
  static constexpr std::size_t kBytes = 34;
  const std::byte* block;
  float d;

  Q8_0(const std::byte* row, std::size_t i) : block(row + i / 32 * kBytes), d(half_at(block)) {}
  Floats part(int first) const { return d * to_floats(load_signed_bytes(block + 2 + first)); }
};

/// d, 16 bytes of nibbles; 8 stands for zero.
struct Q4_0 {
  static constexpr std::size_t kBytes = 18;
  const std::byte* block;
  float d;

  Q4_0(const std::byte* row, std::size_t i) : block(row + i / 32 * kBytes), d(half_at(block)) {}
  Floats part(int first) const { return d * to_floats(nibbles(block + 2, first) - 8); }
};

/// d, m, 16 bytes of nibbles.
struct Q4_1 {
  static constexpr std::size_t kBytes = 20;
  const std::byte* block;
  float d, m;

  Q4_1(const std::byte* row, std::size_t i)
      : block(row + i / 32 * kBytes), d(half_at(block)), m(half_at(block + 2)) {}
  Floats part(int first) const { return d * to_floats(nibbles(block + 4, first)) + m; }
};

/// d, 32 fifth bits, 16 bytes of nibbles; 16 stands for zero.
struct Q5_0 {
  static constexpr std::size_t kBytes = 22;
  const std::byte* block;
  float d;
  std::uint32_t fifth;

  Q5_0(const std::byte* row, std::size_t i)
      : block(row + i / 32 * kBytes), d(half_at(block)), fifth(load<std::uint32_t>(block + 2)) {}
  Floats part(int first) const {
    return d * to_floats((nibbles(block + 6, first) | fifth_bits(fifth >> first)) - 16);
  }
};

/// d, m, 32 fifth bits, 16 bytes of nibbles.
struct Q5_1 {
  static constexpr std::size_t kBytes = 24;
  const std::byte* block;
  float d, m;
  std::uint32_t fifth;

  Q5_1(const std::byte* row, std::size_t i)
      : block(row + i / 32 * kBytes),
        d(half_at(block)),
        m(half_at(block + 2)),
        fifth(load<std::uint32_t>(block + 4)) {}
  Floats part(int first) const {
    return d * to_floats(nibbles(block + 8, first) | fifth_bits(fifth >> first)) + m;
  }
};

/// Scale and minimum of one of the eight 32-number groups of a Q4_K or Q5_K block, 6 bits each in
/// 12 bytes: groups 0..3 in the low bits of bytes 0..3 and 4..7; groups 4..7 in the nibbles of
/// bytes 8..11 and the two high bits of bytes 0..7.
struct GroupScale {
  float scale;
  float minimum;

  GroupScale(const std::byte* block, int group) {
    const auto at = [packed = block + 4](int k) { return static_cast<int>(packed[k]); };
    const bool low = group < 4;
    const int s = low ? at(group) & 63 : (at(group + 4) & 15) | at(group - 4) >> 6 << 4;
    const int m = low ? at(group + 4) & 63 : at(group + 4) >> 4 | at(group) >> 6 << 4;
    scale = half_at(block) * float(s);
    minimum = half_at(block + 2) * float(m);
  }
};

/// d, dmin, 12 bytes of group scales, 128 bytes: 32 bytes hold group 2k in their low and 2k+1 in
/// their high nibbles.
struct Q4_K {
  static constexpr std::size_t kBytes = 144;
  const std::byte* block;
  int group;
  GroupScale s;

  Q4_K(const std::byte* row, std::size_t i)
      : block(row + i / 256 * kBytes), group(int(i % 256 / 32)), s(block, group) {}
  Floats part(int first) const {
    const Ints bytes = load_bytes(block + 16 + group / 2 * 32 + first);
    return s.scale * to_floats(bytes >> group % 2 * 4 & 15) - s.minimum;
  }
};

/// As Q4_K with 32 bytes before the nibbles: bit g of byte l is the fifth bit of number l of group
/// g.
struct Q5_K {
  static constexpr std::size_t kBytes = 176;
  const std::byte* block;
  int group;
  GroupScale s;

  Q5_K(const std::byte* row, std::size_t i)
      : block(row + i / 256 * kBytes), group(int(i % 256 / 32)), s(block, group) {}
  Floats part(int first) const {
    const Ints bytes = load_bytes(block + 48 + group / 2 * 32 + first);
    const Ints fifth = (load_bytes(block + 16 + first) >> group & 1) << 4;
    return s.scale * to_floats((bytes >> group % 2 * 4 & 15) | fifth) - s.minimum;
  }
};

/// 128 bytes of low nibbles, 64 bytes of two high bits, 16 signed scales of 16 numbers each, d.
/// Each half of a block holds four groups of 32: groups 0 and 1 in the low nibbles of its 64 bytes,
/// 2 and 3 in the high ones; group g has bits 2g and 2g+1 of its 32 high bytes; 32 stands for zero.
struct Q6_K {
  static constexpr std::size_t kBytes = 210;
  const std::byte* block;
  int half, group;
  float d;

  Q6_K(const std::byte* row, std::size_t i)
      : block(row + i / 256 * kBytes),
        half(int(i % 256 / 128)),
        group(int(i % 128 / 32)),
        d(half_at(block + 208)) {}
  Floats part(int first) const {
    const std::byte scale = block[192 + 8 * half + 2 * group + first / 16];
    const Ints low = load_bytes(block + 64 * half + 32 * (group % 2) + first);
    const Ints high = load_bytes(block + 128 + 32 * half + first);
    const Ints q = (low >> group / 2 * 4 & 15) | (high >> 2 * group & 3) << 4;
    return d * float(static_cast<std::int8_t>(scale)) * to_floats(q - 32);
  }
};

/// 16 bytes of a scale (low nibble) and a minimum (high) of 16 numbers each, 64 bytes of codes, d,
/// dmin. Each half of a block has 32 bytes: number l of its group g is at bits 2g of byte l.
struct Q2_K {
  static constexpr std::size_t kBytes = 84;
  const std::byte* block;
  int group;
  float d, dmin;

  Q2_K(const std::byte* row, std::size_t i)
      : block(row + i / 256 * kBytes),
        group(int(i % 256 / 32)),
        d(half_at(block + 80)),
        dmin(half_at(block + 82)) {}
  Floats part(int first) const {
    const auto scales = static_cast<unsigned>(block[2 * group + first / 16]);
    const Ints bytes = load_bytes(block + 16 + group / 4 * 32 + first);
    return d * float(scales & 15) * to_floats(bytes >> group % 4 * 2 & 3) -
           dmin * float(scales >> 4);
  }
};

/// 32 bytes of third bits (bit g of byte l: number l of group g), 64 bytes of codes as in Q2_K, 16
/// scales of 16 numbers each, d. A scale's low four bits are in bytes 0..7 (first the low nibbles,
/// then the high ones), its two high bits in bytes 8..11; 32 stands for zero, of codes 4.
struct Q3_K {
  static constexpr std::size_t kBytes = 110;
  const std::byte* block;
  int group;
  float d;

  Q3_K(const std::byte* row, std::size_t i)
      : block(row + i / 256 * kBytes), group(int(i % 256 / 32)), d(half_at(block + 108)) {}
  Floats part(int first) const {
    const auto at = [packed = block + 96](int k) { return static_cast<int>(packed[k]); };
    const int s = 2 * group + first / 16;
    const int scale = (at(s % 8) >> s / 8 * 4 & 15) | (at(8 + s % 4) >> s / 4 * 2 & 3) << 4;
    const Ints low = load_bytes(block + 32 + group / 4 * 32 + first) >> group % 4 * 2 & 3;
    const Ints third = load_bytes(block + first) >> group & 1;
    return d * float(scale - 32) * to_floats((low | third << 2) - 4);
  }
};

/// d, 16 bytes of nibbles that choose from a codebook.
struct IQ4_NL {
  static constexpr std::size_t kBytes = 18;
  const std::byte* block;
  float d;

  IQ4_NL(const std::byte* row, std::size_t i) : block(row + i / 32 * kBytes), d(half_at(block)) {}
  Floats part(int first) const {
    return d * look_up(kNonLinearCodebook, nibbles(block + 2, first));
  }
};

/// d, eight scales of 32 numbers each (two bits of each in a word, four in the nibbles of four
/// bytes; 32 stands for zero), then the nibbles of IQ4_NL.
struct IQ4_XS {
  static constexpr std::size_t kBytes = 136;
  const std::byte* block;
  int group;
  float scale;

  IQ4_XS(const std::byte* row, std::size_t i)
      : block(row + i / 256 * kBytes), group(int(i % 256 / 32)) {
    const int low = static_cast<int>(block[4 + group / 2]) >> group % 2 * 4 & 15;
    const int high = load<std::uint16_t>(block + 2) >> 2 * group & 3;
    scale = half_at(block) * float((low | high << 4) - 32);
  }
  Floats part(int first) const {
    return scale * look_up(kNonLinearCodebook, nibbles(block + 8 + 16 * group, first));
  }
};

/// A byte of exponent, 16 bytes of nibbles. The codebook is doubled, so the scale is halved.
struct MXFP4 {
  static constexpr std::size_t kBytes = 17;
  const std::byte* block;
  float scale;

  MXFP4(const std::byte* row, std::size_t i) : block(row + i / 32 * kBytes) {
    const auto exponent = static_cast<std::uint32_t>(*block);
    const std::uint32_t bits = exponent < 2 ? (exponent + 1) << 21 : (exponent - 1) << 23;
    scale = load<float>(&bits);
  }
  Floats part(int first) const {
    return scale * look_up(kMxfp4Codebook, nibbles(block + 1, first));
  }
};
