// Dot products of four bytes by AVX-VNNI.

/// Sums of products of unsigned codes with signed bytes, four for each lane.
template <int bits>
struct QuadSum {
  Ints sum;

  void start(Ints initial) { sum = initial; }
  void add(Codes codes, Codes x) {
    sum = Ints(_mm256_dpbusd_avx_epi32(__m256i(sum), __m256i(codes), __m256i(x)));
  }
  Ints total() const { return sum; }
};
