// Vector types as wide as the registers (kLanes floats), and what the compiler does for them on
// every processor. Included by each instruction set's source inside a namespace of its own, before
// that set's primitives.

using Floats = float __attribute__((vector_size(4 * kLanes)));
using Ints = std::int32_t __attribute__((vector_size(4 * kLanes)));
using Shorts = std::int16_t __attribute__((vector_size(4 * kLanes)));
using Codes = std::uint8_t __attribute__((vector_size(4 * kLanes)));  // four for each lane

template <typename Value>
inline Value load(const void* source) {
  Value value;
  __builtin_memcpy(&value, source, sizeof value);
  return value;
}

template <typename Value>
inline void store(void* destination, const Value& value) {
  __builtin_memcpy(destination, &value, sizeof value);
}

inline Floats splat(float value) {
  return value - Floats{};
}
inline Ints splat(std::int32_t value) {
  return Ints{} + value;
}
inline Floats to_floats(Ints v) {
  return __builtin_convertvector(v, Floats);
}

/// From eight bits each: sign, exponent, `fraction` bits. Shifted into their places in a float32
/// they lack the difference of the biases, 2^shift, subnormal ones like others. Finite numbers
/// only.
template <int fraction, int shift>
inline Floats from_eight_bits(Ints bits) {
  constexpr std::int32_t factor = (127 + shift) << 23;
  const Floats magnitude = Floats((bits & 0x7f) << (23 - fraction)) * load<float>(&factor);
  return Floats(Ints(magnitude) | (bits & 0x80) << 24);
}

/// Bits [first, first + count) of each byte, moved to bit `to`.
template <int first, int count, int to>
inline Codes move_bits(Codes v) {
  constexpr std::uint8_t mask = ((1 << count) - 1) << to;
  if constexpr (first <= to)
    return Codes(Shorts(v) << (to - first)) & mask;
  else
    return Codes(Shorts(v) >> (first - to)) & mask;
}
