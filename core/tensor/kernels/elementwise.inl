// Functions of single numbers.

/// e^v within 2 ulp for v from -87 to 88; zero below, infinity above; NaN stays NaN. v = n ln 2 + r
/// with |r| at most half of ln 2, ln 2 in two parts (Cody and Waite, 1980), e^r as its Taylor
/// polynomial of degree 7, whose rest is below 2^-27.
inline Floats exponential(Floats v) {
  const Ints underflows = v < -87.0f;
  const Ints overflows = v > 88.0f;
  v = Floats(~underflows & ~overflows & Ints(v));
  const Ints n = to_nearest(v * 0x1.715476p+0f);
  const Floats whole = to_floats(n);
  Floats r = fused(whole, splat(-0x1.62e4p-1f), v);
  r = fused(whole, splat(-0x1.7f7d1cp-20f), r);
  Floats p = splat(0x1.a01a02p-13f);
  p = fused(p, r, splat(0x1.6c16c2p-10f));
  p = fused(p, r, splat(0x1.111112p-7f));
  p = fused(p, r, splat(0x1.555556p-5f));
  p = fused(p, r, splat(0x1.555556p-3f));
  p = fused(p, r, splat(0.5f));
  p = fused(p, r, splat(1.0f));
  p = fused(p, r, splat(1.0f));
  const Floats scale = Floats((n + 127) << 23);
  return Floats((~underflows & ~overflows & Ints(p * scale)) | (overflows & 0x7f800000));
}

inline Floats silu(Floats v) {
  return v / (1.0f + exponential(-v));
}

void sigmoid(float* x, std::size_t count) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    const std::size_t bytes = (count - i < kLanes ? count - i : kLanes) * sizeof(float);
    Floats v{};
    __builtin_memcpy(&v, x + i, bytes);
    v = 1.0f / (1.0f + exponential(-v));
    __builtin_memcpy(x + i, &v, bytes);
  }
}

void silu_multiply(float* gate, const float* up, std::size_t count) {
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    store(gate + i, silu(load<Floats>(gate + i)) * load<Floats>(up + i));
  if (i == count) return;
  float rest[kLanes] = {};
  __builtin_memcpy(rest, gate + i, (count - i) * sizeof(float));
  store(rest, silu(load<Floats>(rest)));
  for (std::size_t k = 0; i + k < count; ++k) gate[i + k] = rest[k] * up[i + k];
}
