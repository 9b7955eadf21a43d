// Activations, made ready for products.
//
// Needs: kLanes, to_nearest(), store_bytes(), sum_of_lanes(), largest_lane().

/// Magnitudes are compared as integers, among which numbers that are none come last.
inline float largest_magnitude(const float* x) {
  Ints largest{};
  for (std::size_t i = 0; i < kBlock; i += kLanes) {
    const Ints magnitude = load<Ints>(x + i) & 0x7fffffff;
    largest = largest > magnitude ? largest : magnitude;
  }
  const std::int32_t result = largest_lane(largest);
  return load<float>(&result);
}

/// Calls store_numbers(i, q) with the integers of x[i] and following, of magnitudes up to `most`,
/// which gives back those that it stored.
template <typename Store>
inline void to_integers(const float* x, float most, IntegerBlock& block, const Store& store) {
  const float largest = largest_magnitude(x);
  const float scale = largest / most;
  // Neither infinite nor subnormal.
  const float inverse = scale > 0x1p-126f ? most / largest : 0.0f;
  Ints halves[2] = {};
  for (std::size_t i = 0; i < kBlock; i += kLanes) {
    const Floats scaled = load<Floats>(x + i) * inverse;
    // Infinity and what is no number become zero; the block's scale carries them on.
    halves[i / 16] += store(i, to_nearest(Floats(Ints(scaled) & Ints(scaled == scaled))));
  }
  block.scale = scale;
  block.first_half_sum = sum_of_lanes(halves[0]);
  block.sum = block.first_half_sum + sum_of_lanes(halves[1]);
  block.scaled_sum = scale * static_cast<float>(block.sum);
}

inline void to_bytes(const float* x, std::byte* bytes, IntegerBlock& block) {
  to_integers(x, 127, block, [bytes](std::size_t i, Ints numbers) {
    store_bytes(bytes + i, numbers);
    return numbers;
  });
}

inline void to_byte_pairs(const float* x, std::byte* bytes, IntegerBlock& block) {
  to_integers(x, 127 * 256 + 127, block, [bytes](std::size_t i, Ints numbers) {
    const Ints high = (numbers + 128) >> 8;
    Ints low = numbers - (high << 8);
    low -= low == -128;
    store_bytes(bytes + i, high);
    store_bytes(bytes + kBlock + i, low);
    return (high << 8) + low;
  });
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
        to_bytes(block, numbers, activations.integer_blocks[place]);
        break;
      case ActivationForm::kInt16:
        to_byte_pairs(block, numbers, activations.integer_blocks[place]);
        break;
    }
  }
}
