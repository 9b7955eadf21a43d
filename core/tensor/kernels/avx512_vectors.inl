// The primitives of AVX-512 (F, BW, DQ, VL, VNNI).

inline Floats fused(Floats a, Floats b, Floats c) {
  return _mm512_fmadd_ps(a, b, c);
}
/// To nearest, ties to even.
inline Ints to_nearest(Floats v) {
  return Ints(_mm512_cvtps_epi32(v));
}
inline Floats load_halves(const void* source) {
  return _mm512_cvtph_ps(_mm256_loadu_si256(static_cast<const __m256i*>(source)));
}
inline void store_halves(void* destination, Floats v) {
  _mm256_storeu_si256(static_cast<__m256i*>(destination),
                      _mm512_cvtps_ph(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
}
inline Floats load_bfloats(const void* source) {
  const __m256i words = _mm256_loadu_si256(static_cast<const __m256i*>(source));
  return Floats(_mm512_slli_epi32(_mm512_cvtepu16_epi32(words), 16));
}
inline Ints load_bytes(const void* source) {
  return Ints(_mm512_cvtepu8_epi32(_mm_loadu_si128(static_cast<const __m128i*>(source))));
}
inline Ints load_signed_bytes(const void* source) {
  return Ints(_mm512_cvtepi8_epi32(_mm_loadu_si128(static_cast<const __m128i*>(source))));
}
/// The low byte of each lane.
inline void store_bytes(void* destination, Ints v) {
  _mm_storeu_si128(static_cast<__m128i*>(destination), _mm512_cvtepi32_epi8(__m512i(v)));
}

inline std::int32_t sum_of_lanes(Ints v) {
  return _mm512_reduce_add_epi32(__m512i(v));
}
inline std::int32_t largest_lane(Ints v) {
  return _mm512_reduce_max_epi32(__m512i(v));
}

/// Of every 16 bytes those at `indices`, which are below 16; `table` repeats its first 16.
inline Codes look_up(Codes indices, Codes table) {
  return Codes(_mm512_shuffle_epi8(__m512i(table), __m512i(indices)));
}

/// Sums of products of codes of `bits` bits with signed bytes, four for each lane.
template <int bits>
struct QuadSum {
  __m512i sum;

  void start(Ints initial) { sum = __m512i(initial); }
  void add(Codes codes, Codes x) { sum = _mm512_dpbusd_epi32(sum, __m512i(codes), __m512i(x)); }
  Ints total() const { return Ints(sum); }
};
