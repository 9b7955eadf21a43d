// The primitives of AVX2 with FMA and F16C.

inline Floats fused(Floats a, Floats b, Floats c) {
  return _mm256_fmadd_ps(a, b, c);
}
/// To nearest, ties to even.
inline Ints to_nearest(Floats v) {
  return Ints(_mm256_cvtps_epi32(v));
}
inline Floats load_halves(const void* source) {
  return _mm256_cvtph_ps(_mm_loadu_si128(static_cast<const __m128i*>(source)));
}
inline void store_halves(void* destination, Floats v) {
  _mm_storeu_si128(static_cast<__m128i*>(destination),
                   _mm256_cvtps_ph(v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
}
inline Floats load_bfloats(const void* source) {
  const __m128i words = _mm_loadu_si128(static_cast<const __m128i*>(source));
  return Floats(_mm256_slli_epi32(_mm256_cvtepu16_epi32(words), 16));
}
inline Ints load_bytes(const void* source) {
  return Ints(_mm256_cvtepu8_epi32(_mm_loadl_epi64(static_cast<const __m128i*>(source))));
}
inline Ints load_signed_bytes(const void* source) {
  return Ints(_mm256_cvtepi8_epi32(_mm_loadl_epi64(static_cast<const __m128i*>(source))));
}
/// The low byte of each lane.
inline void store_bytes(void* destination, Ints v) {
  const __m256i words = _mm256_packs_epi32(__m256i(v), __m256i(v));
  const __m256i bytes = _mm256_packs_epi16(words, words);
  const std::int32_t low = _mm256_extract_epi32(bytes, 0), high = _mm256_extract_epi32(bytes, 4);
  __builtin_memcpy(destination, &low, 4);
  __builtin_memcpy(static_cast<char*>(destination) + 4, &high, 4);
}

inline std::int32_t sum_of_lanes(Ints v) {
  __m128i sum =
      _mm_add_epi32(_mm256_castsi256_si128(__m256i(v)), _mm256_extracti128_si256(__m256i(v), 1));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0b01'00'11'10));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, 0b10'11'00'01));
  return _mm_cvtsi128_si32(sum);
}
inline std::int32_t largest_lane(Ints v) {
  __m128i largest =
      _mm_max_epi32(_mm256_castsi256_si128(__m256i(v)), _mm256_extracti128_si256(__m256i(v), 1));
  largest = _mm_max_epi32(largest, _mm_shuffle_epi32(largest, 0b01'00'11'10));
  largest = _mm_max_epi32(largest, _mm_shuffle_epi32(largest, 0b10'11'00'01));
  return _mm_cvtsi128_si32(largest);
}

/// Of every 16 bytes those at `indices`, which are below 16; `table` repeats its first 16.
inline Codes look_up(Codes indices, Codes table) {
  return Codes(_mm256_shuffle_epi8(__m256i(table), __m256i(indices)));
}
