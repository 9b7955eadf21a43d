// Dot products of a tile by the matrix products of I8MM: two rows times two outputs, eight inputs
// at a time. A last odd row takes quads.

/// Integer dot products of `rows` rows with one block of a panel.
template <typename Format, int rows>
struct BlockDots {
  static constexpr int kPairs = rows / 2;

  int32x4_t pairs[kPairs + 1][kVectors][2];  // row 0: outputs 0, 1; row 1: outputs 0, 1
  QuadSum<Format::kBits> last[kVectors];

  void start(int row, std::int32_t initial) {
    for (int v = 0; v < kVectors; ++v) {
      if (row == 2 * kPairs) {
        last[v].start(splat(initial));
        continue;
      }
      for (int32x4_t& pair : pairs[row / 2][v])
        pair = row % 2 == 0 ? vdupq_n_s32(initial)
                            : vcombine_s32(vget_low_s32(pair), vdup_n_s32(initial));
    }
  }

  /// Quads first ... first + 3; rows of `x` are 32 bytes apart. `ahead` is what to fetch meanwhile.
  template <int first>
  void add(const Format& format, const std::byte* x, const std::byte* ahead) {
    fetch_part<Format::kAverageBytes, first>(ahead);
    fetch_part<Format::kAverageBytes, first + 1>(ahead);
    fetch_part<Format::kAverageBytes, first + 2>(ahead);
    fetch_part<Format::kAverageBytes, first + 3>(ahead);
    add_two<first>(format, x);
    add_two<first + 2>(format, x);
  }

  Ints total(int row, int v) const {
    if (row == 2 * kPairs) return last[v].total();
    const auto& pair = pairs[row / 2][v];
    return row % 2 == 0 ? vcombine_s32(vget_low_s32(pair[0]), vget_low_s32(pair[1]))
                        : vcombine_s32(vget_high_s32(pair[0]), vget_high_s32(pair[1]));
  }

 private:
  template <int q>
  void add_two(const Format& format, const std::byte* x) {
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; ++v) {
      const Codes even = quad_codes<Format, q>(format, v),
                  odd = quad_codes<Format, q + 1>(format, v);
      const auto a = vreinterpretq_s32_u8(even), b = vreinterpretq_s32_u8(odd);
      const int8x16_t low = vreinterpretq_s8_s32(vzip1q_s32(a, b));
      const int8x16_t high = vreinterpretq_s8_s32(vzip2q_s32(a, b));
#pragma GCC unroll 8
      for (int p = 0; p < kPairs; ++p) {
        const std::byte* const two = x + 2 * p * 32 + 4 * q;
        const int8x16_t both = vcombine_s8(load<int8x8_t>(two), load<int8x8_t>(two + 32));
        pairs[p][v][0] = vmmlaq_s32(pairs[p][v][0], both, low);
        pairs[p][v][1] = vmmlaq_s32(pairs[p][v][1], both, high);
      }
      if constexpr (rows % 2 != 0) {
        const std::byte* const row = x + (rows - 1) * 32;
        last[v].add(even, Codes(splat(load<std::int32_t>(row + 4 * q))));
        last[v].add(odd, Codes(splat(load<std::int32_t>(row + 4 * q + 4))));
      }
    }
  }
};
