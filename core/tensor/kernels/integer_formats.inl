// Where the parts of a block-quantised panel lie (layout.h), one struct for each family of formats.
//
// Needs: kLanes, kPanel, load_halves(), load_bytes(), load_signed_bytes().

constexpr std::size_t kCodeLine = 4 * kPanel;  // a quad of inputs of all outputs

/// What one sub-block adds for a vector of outputs: scale * dot + minimum * sum of activations.
struct Scales {
  Floats scale;
  Floats minimum;
};

/// Where the parts of block `b` of a panel lie, one struct for each family of formats. kBits of a
/// code; kOffset: the code that stands for zero; kScaledInputs share a scale.
template <int bits, int offset, bool minimum>
struct Simple {
  static constexpr int kBits = bits, kOffset = offset, kScaledInputs = 32;
  static constexpr bool kMinimum = minimum;
  static constexpr std::size_t kHeader = (minimum ? 4 : 2) * kPanel;
  static constexpr std::size_t kHigh = bits == 5 ? kCodeLine : 0;
  static constexpr std::size_t kAverageBytes = kHeader + kHigh + bits / 4 * 4 * kCodeLine;

  const std::byte* block;

  Simple(const std::byte* panel, std::size_t b) : block(panel + b * kAverageBytes) {}
  const std::byte* high() const { return block + kHeader; }
  const std::byte* codes() const { return block + kHeader + kHigh; }
  Scales scales(int, int v) const {
    Floats least{};
    if constexpr (minimum) least = load_halves(block + 2 * kPanel + 2 * kLanes * v);
    return {load_halves(block + 2 * kLanes * v), least};
  }
};

/// Q4_K and Q5_K.
template <int bits>
struct ScaledTwice {
  static constexpr int kBits = bits, kOffset = 0, kScaledInputs = 32;
  static constexpr bool kMinimum = true;
  static constexpr std::size_t kHeader = 16 * kPanel;
  static constexpr std::size_t kHigh = bits == 5 ? kCodeLine : 0;
  static constexpr std::size_t kBlockBytes = kHigh + 4 * kCodeLine;
  static constexpr std::size_t kSpanBytes = kHeader + 8 * kBlockBytes;
  static constexpr std::size_t kAverageBytes = kSpanBytes / 8;

  const std::byte* span;
  std::size_t b;

  ScaledTwice(const std::byte* panel, std::size_t block)
      : span(panel + block / 8 * kSpanBytes), b(block % 8) {}
  const std::byte* high() const { return span + kHeader + b * kBlockBytes; }
  const std::byte* codes() const { return high() + kHigh; }
  Scales scales(int, int v) const {
    const Ints pair = load_bytes(span + 4 * kPanel + b / 2 * kPanel + kLanes * v);
    const Ints own = load_bytes(span + 8 * kPanel + b * kPanel + kLanes * v);
    const Ints minimum = own >> 6 | (pair >> int(b % 2 * 4) & 15) << 2;
    return {load_halves(span + 2 * kLanes * v) * to_floats(own & 63),
            -(load_halves(span + 2 * kPanel + 2 * kLanes * v) * to_floats(minimum))};
  }
};

struct Q6 {
  static constexpr int kBits = 6, kOffset = 32, kScaledInputs = 16;
  static constexpr bool kMinimum = false;
  static constexpr std::size_t kHeader = 2 * kPanel;
  static constexpr std::size_t kBlockBytes = 2 * kPanel + 2 * kCodeLine + 4 * kCodeLine;
  static constexpr std::size_t kSpanBytes = kHeader + 8 * kBlockBytes;
  static constexpr std::size_t kAverageBytes = kSpanBytes / 8;

  const std::byte* span;
  const std::byte* block;

  Q6(const std::byte* panel, std::size_t b)
      : span(panel + b / 8 * kSpanBytes), block(span + kHeader + b % 8 * kBlockBytes) {}
  const std::byte* high() const { return block + 2 * kPanel; }
  const std::byte* codes() const { return block + 2 * kPanel + 2 * kCodeLine; }
  Scales scales(int half, int v) const {
    const Ints own = load_signed_bytes(block + half * kPanel + kLanes * v);
    return {load_halves(span + 2 * kLanes * v) * to_floats(own), Floats{}};
  }
};

/// Codes of quad q; constants after unrolling. `v` is the vector of outputs.
template <typename Format, int q>
inline Codes quad_codes(const Format& format, int v) {
  constexpr std::size_t kBytes = 4 * kLanes;
  if constexpr (Format::kBits == 8) {
    return load<Codes>(format.codes() + q * kCodeLine + v * kBytes);
  } else {
    constexpr int kLine = q / 4 * 2 + q % 2;
    const Codes packed = load<Codes>(format.codes() + kLine * kCodeLine + v * kBytes);
    Codes codes = q % 4 < 2 ? low_nibbles(packed) : high_nibbles(packed);
    if constexpr (Format::kBits == 5)
      codes |= bits_above_nibble<q, 1>(load<Codes>(format.high() + v * kBytes));
    if constexpr (Format::kBits == 6)
      codes |= bits_above_nibble<q % 4 * 2, 2>(
          load<Codes>(format.high() + q / 4 * kCodeLine + v * kBytes));
    return codes;
  }
}
