// Dot products of four bytes by AVX2.

/// Sums of products of codes of `bits` bits with signed bytes, four for each lane. Pairs are summed
/// in 16 bits as long as these surely hold them, then widened; eight-bit codes are signed and give
/// their sign to the activation first.
template <int bits>
struct QuadSum {
  /// Pairs that 16 bits hold: 2 * (2^bits - 1) * 127 each.
  static constexpr int kHeld = bits == 8 ? 1 : 32767 / (2 * ((1 << bits) - 1) * 127);

  __m256i sum;
  __m256i held;
  int count;

  void start(Ints initial) {
    sum = __m256i(initial);
    held = _mm256_setzero_si256();
    count = 0;
  }
  void add(Codes codes, Codes x) {
    __m256i magnitude = __m256i(codes), factor = __m256i(x);
    if constexpr (bits == 8) {
      factor = _mm256_sign_epi8(factor, magnitude);
      magnitude = _mm256_abs_epi8(magnitude);
    }
    const __m256i pairs = _mm256_maddubs_epi16(magnitude, factor);
    if (count == kHeld) {
      sum = __m256i(total());
      count = 0;
    }
    held = count == 0 ? pairs : _mm256_add_epi16(held, pairs);
    ++count;
  }
  Ints total() const {
    return Ints(_mm256_add_epi32(sum, _mm256_madd_epi16(held, _mm256_set1_epi16(1))));
  }
};
