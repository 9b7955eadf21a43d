// How 32 consecutive numbers of a row are read, one struct per number format. The layouts are those
// of GGUF files; a block's scale d and minimum m are IEEE halves. Included by generic.inl only.

using Floats = float __attribute__((vector_size(64)));
using Ints = std::int32_t __attribute__((vector_size(64)));
using Words = std::uint16_t __attribute__((vector_size(32)));
using Bytes = std::uint8_t __attribute__((vector_size(16)));
using SignedBytes = std::int8_t __attribute__((vector_size(16)));

/// Numbers 0..15 and 16..31 of a run.
struct Run {
  Floats low;
  Floats high;
};

template <typename Vector>
inline Vector load(const void* source) {
  Vector v;
  __builtin_memcpy(&v, source, sizeof v);
  return v;
}

inline Ints load_bytes(const std::byte* source) {
  return __builtin_convertvector(load<Bytes>(source), Ints);
}

inline Floats to_floats(Ints v) {
  return __builtin_convertvector(v, Floats);
}

/// Multiplying by 2^112 rebiases the exponent of normal and subnormal halves alike; infinity and
/// NaN get theirs set.
inline Floats halves_to_floats(Words halves) {
  const Ints bits = __builtin_convertvector(halves, Ints);
  const Ints magnitude = (bits & 0x7fff) << 13;
  const Ints finite = Ints(Floats(magnitude) * 0x1p112f);
  const Ints special = magnitude | 0x7f800000;
  const Ints is_special = (bits & 0x7fff) >= 0x7c00;
  return Floats((is_special & special) | (~is_special & finite) | ((bits & 0x8000) << 16));
}

inline float half_at(const std::byte* source) {
  Words halves = {};
  __builtin_memcpy(&halves, source, 2);
  return halves_to_floats(halves)[0];
}

/// Bit i of `bits` in lane i, moved to bit 4.
inline Ints fifth_bits(std::uint32_t bits) {
  const Ints lane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  return ((Ints{} + std::int32_t(bits & 0xffff)) >> lane & 1) << 4;
}

struct F32 {
  static constexpr std::size_t kBlock = 1, kBytes = 4;
  static Run run(const std::byte* row, std::size_t i) {
    return {load<Floats>(row + 4 * i), load<Floats>(row + 4 * i + 64)};
  }
};

struct F16 {
  static constexpr std::size_t kBlock = 1, kBytes = 2;
  static Run run(const std::byte* row, std::size_t i) {
    return {halves_to_floats(load<Words>(row + 2 * i)),
            halves_to_floats(load<Words>(row + 2 * i + 32))};
  }
};

struct BF16 {
  static constexpr std::size_t kBlock = 1, kBytes = 2;
  static Floats widen(Words w) { return Floats(__builtin_convertvector(w, Ints) << 16); }
  static Run run(const std::byte* row, std::size_t i) {
    return {widen(load<Words>(row + 2 * i)), widen(load<Words>(row + 2 * i + 32))};
  }
};

/// d, 32 signed bytes.
struct Q8_0 {
  static constexpr std::size_t kBlock = 32, kBytes = 34;
  static Floats widen(const std::byte* q) {
    return to_floats(__builtin_convertvector(load<SignedBytes>(q), Ints));
  }
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 32 * kBytes;
    const float d = half_at(block);
    return {d * widen(block + 2), d * widen(block + 18)};
  }
};

/// d, 16 bytes: low nibbles are numbers 0..15, high nibbles 16..31; 8 stands for zero.
struct Q4_0 {
  static constexpr std::size_t kBlock = 32, kBytes = 18;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 32 * kBytes;
    const float d = half_at(block);
    const Ints q = load_bytes(block + 2);
    return {d * to_floats((q & 15) - 8), d * to_floats((q >> 4) - 8)};
  }
};

/// d, m, nibbles as in Q4_0.
struct Q4_1 {
  static constexpr std::size_t kBlock = 32, kBytes = 20;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 32 * kBytes;
    const float d = half_at(block), m = half_at(block + 2);
    const Ints q = load_bytes(block + 4);
    return {d * to_floats(q & 15) + m, d * to_floats(q >> 4) + m};
  }
};

/// d, 32 fifth bits, nibbles as in Q4_0; 16 stands for zero.
struct Q5_0 {
  static constexpr std::size_t kBlock = 32, kBytes = 22;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 32 * kBytes;
    const float d = half_at(block);
    const auto fifth = load<std::uint32_t>(block + 2);
    const Ints q = load_bytes(block + 6);
    return {d * to_floats(((q & 15) | fifth_bits(fifth)) - 16),
            d * to_floats(((q >> 4) | fifth_bits(fifth >> 16)) - 16)};
  }
};

/// d, m, then as Q5_0.
struct Q5_1 {
  static constexpr std::size_t kBlock = 32, kBytes = 24;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 32 * kBytes;
    const float d = half_at(block), m = half_at(block + 2);
    const auto fifth = load<std::uint32_t>(block + 4);
    const Ints q = load_bytes(block + 8);
    return {d * to_floats((q & 15) | fifth_bits(fifth)) + m,
            d * to_floats((q >> 4) | fifth_bits(fifth >> 16)) + m};
  }
};

/// Scale and minimum of one of the eight 32-number groups of a Q4_K or Q5_K block, 6 bits each in
/// 12 bytes: groups 0..3 in the low bits of bytes 0..3 and 4..7; groups 4..7 in the nibbles of
/// bytes 8..11 and the two high bits of bytes 0..7.
struct GroupScale {
  float scale;
  float minimum;

  GroupScale(const std::byte* block, std::size_t group) {
    const auto at = [packed = block + 4](std::size_t k) { return static_cast<int>(packed[k]); };
    const bool first = group < 4;
    const int s = first ? at(group) & 63 : (at(group + 4) & 15) | at(group - 4) >> 6 << 4;
    const int m = first ? at(group + 4) & 63 : at(group + 4) >> 4 | at(group) >> 6 << 4;
    scale = half_at(block) * float(s);
    minimum = half_at(block + 2) * float(m);
  }
};

/// d, dmin, 12 bytes of group scales, 128 bytes: 32 bytes hold group 2k in their low and 2k+1 in
/// their high nibbles.
struct Q4_K {
  static constexpr std::size_t kBlock = 256, kBytes = 144;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 256 * kBytes;
    const std::size_t group = i % 256 / 32;
    const GroupScale s(block, group);
    const std::byte* q = block + 16 + group / 2 * 32;
    const int shift = group % 2 * 4;
    return {s.scale * to_floats(load_bytes(q) >> shift & 15) - s.minimum,
            s.scale * to_floats(load_bytes(q + 16) >> shift & 15) - s.minimum};
  }
};

/// As Q4_K with 32 bytes before the nibbles: bit g of byte l is the fifth bit of number l of group
/// g.
struct Q5_K {
  static constexpr std::size_t kBlock = 256, kBytes = 176;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 256 * kBytes;
    const int group = int(i % 256 / 32);
    const GroupScale s(block, group);
    const std::byte* fifth = block + 16;
    const std::byte* q = block + 48 + group / 2 * 32;
    const int shift = group % 2 * 4;
    const auto part = [&](int at) {
      const Ints high = (load_bytes(fifth + at) >> group & 1) << 4;
      return s.scale * to_floats((load_bytes(q + at) >> shift & 15) | high) - s.minimum;
    };
    return {part(0), part(16)};
  }
};

/// 128 bytes of low nibbles, 64 bytes of two high bits, 16 signed scales of 16 numbers each, d.
/// Each half of a block holds four groups of 32: groups 0 and 1 in the low nibbles of its 64 bytes,
/// 2 and 3 in the high ones; group g has bits 2g and 2g+1 of its 32 high bytes; 32 stands for zero.
struct Q6_K {
  static constexpr std::size_t kBlock = 256, kBytes = 210;
  static Run run(const std::byte* row, std::size_t i) {
    const std::byte* block = row + i / 256 * kBytes;
    const std::size_t half = i % 256 / 128;
    const int group = int(i % 128 / 32);
    const std::byte* low = block + 64 * half + 32 * (group % 2);
    const std::byte* high = block + 128 + 32 * half;
    const std::byte* scales = block + 192 + 8 * half + 2 * group;
    const float d = half_at(block + 208);
    const auto part = [&](int index) {
      const float scale = d * float(static_cast<std::int8_t>(scales[index]));
      const Ints nibble = load_bytes(low + 16 * index) >> group / 2 * 4 & 15;
      const Ints bits = (load_bytes(high + 16 * index) >> 2 * group & 3) << 4;
      return scale * to_floats((nibble | bits) - 32);
    };
    return {part(0), part(1)};
  }
};
