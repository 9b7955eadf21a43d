// Activations, made ready for products.

/// Magnitudes are compared as integers, among which numbers that are none come last.
inline float largest_magnitude(const float* x) {
  Ints largest{};
  for (std::size_t i = 0; i < kBlock; i += kLanes) {
    const Ints magnitude = load<Ints>(x + i) & 0x7fffffff;
    largest = largest > magnitude ? largest : magnitude;
  }
  std::int32_t result = largest[0];
  for (int i = 1; i < kLanes; ++i) result = result > largest[i] ? result : largest[i];
  return load<float>(&result);
}

inline void to_bytes(const float* x, std::byte* bytes, ByteBlock& block) {
  const float scale = largest_magnitude(x) / 127.0f;
  const float inverse = scale > 0x1p-126f ? 1.0f / scale : 0.0f;
  std::int32_t halves[2] = {};
  for (std::size_t i = 0; i < kBlock; i += kLanes) {
    const Floats scaled = load<Floats>(x + i) * inverse;
    // Infinity and what is no number become zero; the block's scale carries them on.
    const Ints numbers = to_nearest(Floats(Ints(scaled) & Ints(scaled == scaled)));
    store_bytes(bytes + i, numbers);
    for (int k = 0; k < kLanes; ++k) halves[i / 16] += numbers[k];
  }
  block.scale = scale;
  block.sum = halves[0] + halves[1];
  block.first_half_sum = halves[0];
  block.scaled_sum = scale * static_cast<float>(block.sum);
}

/// To nearest, ties to even; NaN stays NaN.
inline void to_bfloats(const float* x, std::byte* words) {
  using Words = std::uint16_t __attribute__((vector_size(2 * kLanes)));
  for (std::size_t i = 0; i < kBlock; i += kLanes) {
    const Ints bits = load<Ints>(x + i);
    const Ints is_nan = (bits & 0x7fffffff) > 0x7f800000;
    const Ints rounded = bits + 0x7fff + (bits >> 16 & 1);
    const Ints result = (~is_nan & rounded) | (is_nan & (bits | 0x400000));
    store(words + 2 * i, __builtin_convertvector(result >> 16 & 0xffff, Words));
  }
}

void prepare(ActivationForm form, const float* x, std::size_t count, std::size_t row,
             Activations& activations) {
  for (std::size_t b = 0; b < activations.blocks; ++b) {
    const float* block = x + b * kBlock;
    float padded[kBlock];
    if ((b + 1) * kBlock > count) {
      for (std::size_t i = 0; i < kBlock; ++i) padded[i] = b * kBlock + i < count ? block[i] : 0;
      block = padded;
    }
    const std::size_t place = b * activations.rows + row;
    std::byte* const numbers = activations.numbers + place * block_bytes(form);
    switch (form) {
      case ActivationForm::kFloat:
        __builtin_memcpy(numbers, block, kBlock * sizeof(float));
        break;
      case ActivationForm::kBfloat16:
        to_bfloats(block, numbers);
        break;
      case ActivationForm::kInt8:
        to_bytes(block, numbers, activations.byte_blocks[place]);
        break;
    }
  }
}
