// Dot products of a tile, a quad of inputs at a time. Needs QuadSum.

/// Integer dot products of `rows` rows with one block of a panel.
template <typename Format, int rows>
struct BlockDots {
  QuadSum<Format::kBits> sums[rows][kVectors];

  void start(int row, std::int32_t initial) {
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; ++v) sums[row][v].start(splat(initial));
  }

  /// Quads first ... first + 3, nibbles of one line together; rows of `x` are 32 bytes apart.
  /// `ahead` is what to fetch meanwhile.
  template <int first>
  void add(const Format& format, const std::byte* x, const std::byte* ahead) {
    add_quad<first>(format, x, ahead);
    add_quad<first + 2>(format, x, ahead);
    add_quad<first + 1>(format, x, ahead);
    add_quad<first + 3>(format, x, ahead);
  }

  Ints total(int row, int v) const {
    return sums[row][v].total();
  }

 private:
  template <int q>
  void add_quad(const Format& format, const std::byte* x, const std::byte* ahead) {
    fetch_part<Format::kAverageBytes, q>(ahead);
    Codes codes[kVectors];
#pragma GCC unroll 8
    for (int v = 0; v < kVectors; ++v) codes[v] = quad_codes<Format, q>(format, v);
#pragma GCC unroll 16
    for (int r = 0; r < rows; ++r) {
      const auto a = Codes(splat(load<std::int32_t>(x + r * 32 + 4 * q)));
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; ++v) sums[r][v].add(codes[v], a);
    }
  }
};
