// The primitives in plain C++: what every processor can do. Products and sums are not fused.

inline Floats fused(Floats a, Floats b, Floats c) {
  return a * b + c;
}
/// To nearest, ties to even, for magnitudes below 2^22.
inline Ints to_nearest(Floats v) {
  const Floats shifter = splat(0x1.8p23f);
  return Ints(v + shifter) - Ints(shifter);
}
/// Multiplying by 2^112 rebiases the exponent of normal and subnormal halves alike; infinity and
/// NaN get theirs set.
inline Floats load_halves(const void* source) {
  using Words = std::uint16_t __attribute__((vector_size(2 * kLanes)));
  const Ints bits = __builtin_convertvector(load<Words>(source), Ints);
  const Ints magnitude = (bits & 0x7fff) << 13;
  const Ints finite = Ints(Floats(magnitude) * 0x1p112f);
  const Ints special = magnitude | 0x7f800000;
  const Ints is_special = (bits & 0x7fff) >= 0x7c00;
  return Floats((is_special & special) | (~is_special & finite) | ((bits & 0x8000) << 16));
}
/// To nearest, ties to even; overflow gives infinity. Subnormal halves are multiples of 2^-24:
/// adding 1/2 leaves them, rounded, in the low bits.
inline void store_halves(void* destination, Floats v) {
  using Words = std::uint16_t __attribute__((vector_size(2 * kLanes)));
  const Ints bits = Ints(v);
  const Ints magnitude = bits & 0x7fffffff;
  const Ints small = Ints(Floats(magnitude) + 0.5f) - 0x3f000000;
  const Ints normal = (magnitude + 0xfff + (magnitude >> 13 & 1) - (112 << 23)) >> 13;
  const Ints is_small = magnitude < 0x38800000;
  const Ints is_large = magnitude >= 0x477ff000;
  const Ints is_nan = magnitude > 0x7f800000;
  const Ints half = (is_small & small) | (~is_small & ~is_large & normal) | (is_large & 0x7c00) |
                    (is_nan & 0x0200) | (bits >> 16 & 0x8000);
  store(destination, __builtin_convertvector(half, Words));
}
inline Floats load_bfloats(const void* source) {
  using Words = std::uint16_t __attribute__((vector_size(2 * kLanes)));
  return Floats(__builtin_convertvector(load<Words>(source), Ints) << 16);
}
inline Ints load_bytes(const void* source) {
  using Bytes = std::uint8_t __attribute__((vector_size(kLanes)));
  return __builtin_convertvector(load<Bytes>(source), Ints);
}
inline Ints load_signed_bytes(const void* source) {
  using Bytes = std::int8_t __attribute__((vector_size(kLanes)));
  return __builtin_convertvector(load<Bytes>(source), Ints);
}
/// The low byte of each lane.
inline void store_bytes(void* destination, Ints v) {
  using Bytes = std::int8_t __attribute__((vector_size(kLanes)));
  store(destination, __builtin_convertvector(v, Bytes));
}

inline std::int32_t sum_of_lanes(Ints v) {
  return v[0] + v[1] + v[2] + v[3];
}
inline std::int32_t largest_lane(Ints v) {
  std::int32_t largest = v[0];
  for (int i = 1; i < kLanes; ++i) largest = largest > v[i] ? largest : v[i];
  return largest;
}

/// Of every 16 bytes those at `indices`, which are below 16; `table` repeats its first 16.
inline Codes look_up(Codes indices, Codes table) {
  Codes found{};
  for (int i = 0; i < 4 * kLanes; ++i) found[i] = table[indices[i]];
  return found;
}

/// Sums of products of codes with signed bytes, four for each lane. A 32-bit lane's bytes, taken
/// apart as even and odd ones, are multiplied as 16-bit numbers.
template <int bits>
struct QuadSum {
  Ints sum;

  static Shorts even(Codes v) { return Shorts(v) << 8 >> 8; }
  static Shorts odd(Codes v) { return Shorts(v) >> 8; }
  static Ints pairs(Shorts a, Shorts b) {
    const Ints x = Ints(a), y = Ints(b);
    return (x << 16 >> 16) * (y << 16 >> 16) + (x >> 16) * (y >> 16);
  }
  void start(Ints initial) { sum = initial; }
  void add(Codes codes, Codes x) { sum += pairs(even(codes), even(x)) + pairs(odd(codes), odd(x)); }
  Ints total() const { return sum; }
};
