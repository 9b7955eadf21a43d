// Dot products of codes with rows of signed bytes, a quad of inputs at a time. Needs QuadSum.

/// Integer dot products of `rows` rows of signed bytes with codes of `bits` bits, of one vector of
/// outputs.
template <int bits, int rows>
struct BlockDots {
  QuadSum<bits> sums[rows];

  void start(int row, std::int32_t initial) { sums[row].start(splat(initial)); }

  /// Row r begins at x + 32 r.
  template <int quads>
  void add(const Codes (&codes)[quads], const std::byte* x) {
#pragma GCC unroll 8
    for (int q = 0; q < quads; ++q)
#pragma GCC unroll 16
      for (int r = 0; r < rows; ++r)
        sums[r].add(codes[q], Codes(splat(load<std::int32_t>(x + r * 32 + 4 * q))));
  }

  Ints total(int row) const {
    return sums[row].total();
  }
};
