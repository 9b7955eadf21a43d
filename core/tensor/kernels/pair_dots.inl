// Dot products of codes with rows of signed bytes by the matrix products of I8MM: two rows times
// two outputs, eight inputs at a time. A last odd row takes quads.

/// Integer dot products of `rows` rows of signed bytes with codes of `bits` bits, of one vector of
/// outputs.
template <int bits, int rows>
struct BlockDots {
  static constexpr int kPairs = rows / 2;

  int32x4_t pairs[kPairs + 1][2];  // row 0: outputs 0, 1; row 1: outputs 0, 1
  QuadSum<bits> last;

  void start(int row, std::int32_t initial) {
    if (row == 2 * kPairs) return last.start(splat(initial));
    for (int32x4_t& pair : pairs[row / 2])
      pair = row % 2 == 0 ? vdupq_n_s32(initial)
                          : vcombine_s32(vget_low_s32(pair), vdup_n_s32(initial));
  }

  /// Row r begins at x + 32 r.
  template <int quads>
  void add(const Codes (&codes)[quads], const std::byte* x) {
#pragma GCC unroll 4
    for (int q = 0; q < quads; q += 2) {
      const auto even = vreinterpretq_s32_u8(codes[q]), odd = vreinterpretq_s32_u8(codes[q + 1]);
      const int8x16_t low = vreinterpretq_s8_s32(vzip1q_s32(even, odd));
      const int8x16_t high = vreinterpretq_s8_s32(vzip2q_s32(even, odd));
#pragma GCC unroll 8
      for (int p = 0; p < kPairs; ++p) {
        const std::byte* const two = x + 2 * p * 32 + 4 * q;
        const int8x16_t both = vcombine_s8(load<int8x8_t>(two), load<int8x8_t>(two + 32));
        pairs[p][0] = vmmlaq_s32(pairs[p][0], both, low);
        pairs[p][1] = vmmlaq_s32(pairs[p][1], both, high);
      }
      if constexpr (rows % 2 != 0) {
        const std::byte* const row = x + (rows - 1) * 32 + 4 * q;
        last.add(codes[q], Codes(splat(load<std::int32_t>(row))));
        last.add(codes[q + 1], Codes(splat(load<std::int32_t>(row + 4))));
      }
    }
  }

  Ints total(int row) const {
    if (row == 2 * kPairs) return last.total();
    const auto& pair = pairs[row / 2];
    return row % 2 == 0 ? vcombine_s32(vget_low_s32(pair[0]), vget_low_s32(pair[1]))
                        : vcombine_s32(vget_high_s32(pair[0]), vget_high_s32(pair[1]));
  }
};
