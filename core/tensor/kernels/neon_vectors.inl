// The primitives of NEON with dot products (ARMv8.2).

inline Floats fused(Floats a, Floats b, Floats c) {
  return vfmaq_f32(c, a, b);
}
/// To nearest, ties to even.
inline Ints to_nearest(Floats v) {
  return vcvtnq_s32_f32(v);
}
inline Floats load_halves(const void* source) {
  return vcvt_f32_f16(vreinterpret_f16_u16(load<uint16x4_t>(source)));
}
inline void store_halves(void* destination, Floats v) {
  store(destination, vreinterpret_u16_f16(vcvt_f16_f32(v)));
}
inline Floats load_bfloats(const void* source) {
  return Floats(vshll_n_u16(load<uint16x4_t>(source), 16));
}
inline Ints load_bytes(const void* source) {
  const uint8x8_t bytes = vreinterpret_u8_u32(vdup_n_u32(load<std::uint32_t>(source)));
  return Ints(vmovl_u16(vget_low_u16(vmovl_u8(bytes))));
}
inline Ints load_signed_bytes(const void* source) {
  const int8x8_t bytes = vreinterpret_s8_u32(vdup_n_u32(load<std::uint32_t>(source)));
  return Ints(vmovl_s16(vget_low_s16(vmovl_s8(bytes))));
}
/// The low byte of each lane.
inline void store_bytes(void* destination, Ints v) {
  const int16x4_t words = vmovn_s32(v);
  const int8x8_t bytes = vmovn_s16(vcombine_s16(words, words));
  store(destination, vget_lane_u32(vreinterpret_u32_s8(bytes), 0));
}

inline std::int32_t sum_of_lanes(Ints v) {
  return vaddvq_s32(v);
}
inline std::int32_t largest_lane(Ints v) {
  return vmaxvq_s32(v);
}

/// Of every 16 bytes those at `indices`, which are below 16; `table` repeats its first 16.
inline Codes look_up(Codes indices, Codes table) {
  return vqtbl1q_u8(table, indices);
}

/// Sums of products of codes of up to seven bits, or of signed bytes, with signed bytes, four for
/// each lane.
template <int bits>
struct QuadSum {
  int32x4_t sum;

  void start(Ints initial) { sum = initial; }
  void add(Codes codes, Codes x) {
    sum = vdotq_s32(sum, vreinterpretq_s8_u8(codes), vreinterpretq_s8_u8(x));
  }
  Ints total() const { return sum; }
};
