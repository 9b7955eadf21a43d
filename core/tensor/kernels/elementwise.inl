// Functions of single numbers.

/// e^v = 2^n (1 + r p): v = n ln 2 + r with |r| at most half of ln 2, ln 2 in two parts (Cody and
/// Waite, 1980), 1 + r p as the Taylor polynomial of degree 7, whose rest is below 2^-27.
struct Exponent {
  Ints n;
  Floats r, p;

  Floats power() const { return Floats((n + 127) << 23); }
};

inline Exponent reduce(Floats v) {
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
  return {n, r, p};
}

/// Within 2 ulp for v from -87 to 88; zero below, infinity above; NaN stays NaN.
inline Floats exponential(Floats v) {
  const Ints underflows = v < -87.0f;
  const Ints overflows = v > 88.0f;
  const Exponent e = reduce(Floats(~underflows & ~overflows & Ints(v)));
  const Floats result = fused(e.p, e.r, splat(1.0f)) * e.power();
  return Floats((~underflows & ~overflows & Ints(result)) | (overflows & 0x7f800000));
}

/// Within 5 ulp: -t / (2 + t) with t = e^(-2|v|) - 1, whose power of two less one is exact.
inline Floats hyperbolic_tangent(Floats v) {
  constexpr float least = -40;  // from here on the result is 1
  const Ints sign = Ints(v) & ~0x7fffffff;
  Floats twice = Floats(Ints(v) | ~0x7fffffff) * 2.0f;
  twice = twice < least ? splat(least) : twice;
  const Exponent e = reduce(twice);
  const Floats t = fused(e.power() * e.r, e.p, e.power() - 1.0f);
  return Floats((Ints(-t / (2.0f + t)) & 0x7fffffff) | sign);
}

/// cap * tanh(v * factor).
inline Floats capped(Floats v, float factor, float cap) {
  return cap * hyperbolic_tangent(v * factor);
}

inline Floats silu(Floats v) {
  return v / (1.0f + exponential(-v));
}

/// v / 2 * (1 + tanh(sqrt(2 / pi) * (v + 0.044715 v^3))), and (1 + tanh u) / 2 = 1 / (1 + e^(-2u)).
inline Floats gelu_of_tanh(Floats v) {
  const Floats factor = fused(v * v, splat(-0x1.2444f2p-4f), splat(-0x1.988454p+0f));
  return v / (1.0f + exponential(v * factor));
}

/// v times the normal distribution's share below v. Below -y that share is e^(-y^2 / 2) m(y); here
/// m(y) (y + 4) is a polynomial in (y - 4) / (y + 4), fitted at Chebyshev's points for y from 0 to
/// 14, within 2^-26.
inline Floats gelu_of_normal(Floats v) {
  const Ints negative = v < 0.0f;
  const Floats y = Floats(Ints(v) & 0x7fffffff);
  const Floats inverse = 1.0f / (y + 4.0f);
  const Floats t = fused(inverse, splat(-8.0f), splat(1.0f));
  Floats m = splat(-0x1.f81704p-14f);
  m = fused(m, t, splat(0x1.a61392p-13f));
  m = fused(m, t, splat(0x1.9c2c78p-10f));
  m = fused(m, t, splat(-0x1.ce2f18p-9f));
  m = fused(m, t, splat(-0x1.ed6fdep-8f));
  m = fused(m, t, splat(0x1.eeda02p-5f));
  m = fused(m, t, splat(-0x1.7dff9ap-3f));
  m = fused(m, t, splat(0x1.8c6d9p-2f));
  m = fused(m, t, splat(-0x1.373e3ap-1f));
  m = fused(m, t, splat(0x1.82b4bcp-1f));
  const Floats beyond = m * inverse * exponential(y * y * -0.5f);
  return v * (negative ? beyond : 1.0f - beyond);
}

/// x[i] = function(x[i], inputs[i] ...). What fills no vector at the end is computed in one as
/// well.
template <typename Function, typename... Inputs>
inline void map(std::size_t count, const Function& function, float* x, const Inputs*... inputs) {
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes)
    store(x + i, function(load<Floats>(x + i), load<Floats>(inputs + i)...));
  if (i == count) return;
  const std::size_t bytes = (count - i) * sizeof(float);
  const auto rest = [&](const float* numbers) {
    Floats v{};
    __builtin_memcpy(&v, numbers + i, bytes);
    return v;
  };
  const Floats result = function(rest(x), rest(inputs)...);
  __builtin_memcpy(x + i, &result, bytes);
}

void silu_multiply(float* gate, const float* up, std::size_t count) {
  const auto function = [](Floats g, Floats u) { return silu(g) * u; };
  map(count, function, gate, up);
}

void clamped_silu_multiply(float* gate, const float* up, float slope, float limit,
                           std::size_t count) {
  const auto function = [=](Floats g, Floats u) {
    g = g > limit ? splat(limit) : g;
    u = u > limit ? splat(limit) : u;
    u = u < -limit ? splat(-limit) : u;
    return g / (1.0f + exponential(g * -slope)) * (u + 1.0f);
  };
  map(count, function, gate, up);
}

void gelu_tanh_multiply(float* gate, const float* up, std::size_t count) {
  const auto function = [](Floats g, Floats u) { return gelu_of_tanh(g) * u; };
  map(count, function, gate, up);
}

void gelu_tanh(float* x, std::size_t count) {
  const auto function = [](Floats v) { return gelu_of_tanh(v); };
  map(count, function, x);
}

void gelu(float* x, std::size_t count) {
  const auto function = [](Floats v) { return gelu_of_normal(v); };
  map(count, function, x);
}

void sigmoid(float* x, std::size_t count) {
  const auto function = [](Floats v) { return 1.0f / (1.0f + exponential(-v)); };
  map(count, function, x);
}

void sigmoid_multiply(float* x, const float* gate, std::size_t count) {
  const auto function = [](Floats v, Floats g) { return v / (1.0f + exponential(-g)); };
  map(count, function, x, gate);
}

void softcap(float* x, float cap, std::size_t count) {
  const auto function = [=](Floats v) { return capped(v, 1.0f / cap, cap); };
  map(count, function, x);
}

void add_scaled(float* x, const float* y, float factor, std::size_t count) {
  const auto function = [=](Floats v, Floats w) { return fused(w, splat(factor), v); };
  map(count, function, x, y);
}

void to_halves(const float* x, std::uint16_t* halves, std::size_t count) {
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) store_halves(halves + i, load<Floats>(x + i));
  if (i == count) return;
  Floats rest{};
  __builtin_memcpy(&rest, x + i, (count - i) * sizeof(float));
  std::uint16_t last[kLanes];
  store_halves(last, rest);
  __builtin_memcpy(halves + i, last, (count - i) * sizeof(std::uint16_t));
}

constexpr ElementwiseKernels kElementwise = {silu_multiply,
                                             clamped_silu_multiply,
                                             gelu_tanh_multiply,
                                             gelu_tanh,
                                             gelu,
                                             sigmoid,
                                             sigmoid_multiply,
                                             softcap,
                                             add_scaled,
                                             to_halves};
