// Where the parts of a block-quantised panel lie (layout.h), one struct for each family of formats.
//
// Needs: kLanes, kPanel, kByteOffset, load_halves(), load_bytes(), load_signed_bytes(), look_up().

constexpr std::size_t kCodeLine = 4 * kPanel;  // a quad of inputs of all outputs

/// What one sub-block adds for a vector of outputs: scale * dot + minimum * sum of activations.
struct Scales {
  Floats scale;
  Floats minimum;
};

/// Codes are multiplied as they are stored, in kStoredBits.
template <int bits>
struct Plain {
  static constexpr int kStoredBits = bits, kBits = bits;
};

/// Nibbles choose from 16 numbers, to which `offset` is added for the multiplication; the sums have
/// kBits, of which 8 are signed where bytes are (kByteOffset).
template <const Codebook& book, int bits, int offset>
struct LookedUp {
  static constexpr int kStoredBits = 4, kBits = bits, kOffset = offset;

  struct Table {
    std::uint8_t bytes[4 * kLanes];
  };
  static constexpr Table repeated() {
    Table table{};
    for (int i = 0; i < 4 * kLanes; ++i)
      table.bytes[i] = std::uint8_t(book.values[i % 16] + offset);
    return table;
  }
  static constexpr Table kTable = repeated();
};
using NonLinearCodes = LookedUp<kNonLinearCodebook, 8, kByteOffset>;
using Mxfp4Codes = LookedUp<kMxfp4Codebook, 5, 12>;

/// Where the parts of block `b` of a panel lie, one struct for each family of formats. kBits of a
/// code; kOffset: the code that stands for zero; kScaledInputs share a scale.
template <int bits, int offset, bool minimum>
struct Simple : Plain<bits> {
  static constexpr int kOffset = offset, kScaledInputs = 32;
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

struct IQ4_NL : NonLinearCodes {
  static constexpr int kScaledInputs = 32;
  static constexpr bool kMinimum = false;
  static constexpr std::size_t kAverageBytes = 2 * kPanel + 4 * kCodeLine;

  const std::byte* block;

  IQ4_NL(const std::byte* panel, std::size_t b) : block(panel + b * kAverageBytes) {}
  const std::byte* codes() const { return block + 2 * kPanel; }
  Scales scales(int, int v) const { return {load_halves(block + 2 * kLanes * v), Floats{}}; }
};

struct MXFP4 : Mxfp4Codes {
  static constexpr int kScaledInputs = 32;
  static constexpr bool kMinimum = false;
  static constexpr std::size_t kAverageBytes = kPanel + 4 * kCodeLine;

  const std::byte* block;

  MXFP4(const std::byte* panel, std::size_t b) : block(panel + b * kAverageBytes) {}
  const std::byte* codes() const { return block + kPanel; }
  /// 2^(exponent - 128), of which the two smallest are subnormal.
  Scales scales(int, int v) const {
    const Ints exponent = load_bytes(block + kLanes * v);
    const Ints is_small = exponent < 2;
    const Ints small = (exponent + 1) << 21;
    return {Floats((is_small & small) | (~is_small & ((exponent - 1) << 23))), Floats{}};
  }
};

/// Q4_K and Q5_K.
template <int bits>
struct ScaledTwice : Plain<bits> {
  static constexpr int kOffset = 0, kScaledInputs = 32;
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

struct Q6 : Plain<6> {
  static constexpr int kOffset = 32, kScaledInputs = 16;
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

struct Q3 : Plain<3> {
  static constexpr int kOffset = 4, kScaledInputs = 16;
  static constexpr bool kMinimum = false;
  static constexpr std::size_t kHeader = 14 * kPanel;
  static constexpr std::size_t kBlockBytes = 3 * kCodeLine;
  static constexpr std::size_t kSpanBytes = kHeader + 8 * kBlockBytes;
  static constexpr std::size_t kAverageBytes = kSpanBytes / 8;

  const std::byte* span;
  std::size_t b;

  Q3(const std::byte* panel, std::size_t block)
      : span(panel + block / 8 * kSpanBytes), b(block % 8) {}
  const std::byte* high() const { return span + kHeader + b * kBlockBytes; }
  const std::byte* codes() const { return high() + kCodeLine; }
  Scales scales(int half, int v) const {
    const Ints low = load_bytes(span + (2 + b) * kPanel + kLanes * v) >> 4 * half & 15;
    const Ints high =
        load_bytes(span + (10 + b / 2) * kPanel + kLanes * v) >> int(b % 2 * 4 + 2 * half) & 3;
    return {load_halves(span + 2 * kLanes * v) * to_floats((low | high << 4) - 32), Floats{}};
  }
};

struct Q2 : Plain<2> {
  static constexpr int kOffset = 0, kScaledInputs = 16;
  static constexpr bool kMinimum = true;
  static constexpr std::size_t kHeader = 4 * kPanel;
  static constexpr std::size_t kBlockBytes = 2 * kPanel + 2 * kCodeLine;
  static constexpr std::size_t kSpanBytes = kHeader + 8 * kBlockBytes;
  static constexpr std::size_t kAverageBytes = kSpanBytes / 8;

  const std::byte* span;
  const std::byte* block;

  Q2(const std::byte* panel, std::size_t b)
      : span(panel + b / 8 * kSpanBytes), block(span + kHeader + b % 8 * kBlockBytes) {}
  const std::byte* codes() const { return block + 2 * kPanel; }
  Scales scales(int half, int v) const {
    const Ints own = load_bytes(block + half * kPanel + kLanes * v);
    return {load_halves(span + 2 * kLanes * v) * to_floats(own & 15),
            -(load_halves(span + 2 * kPanel + 2 * kLanes * v) * to_floats(own >> 4))};
  }
};

struct IQ4_XS : NonLinearCodes {
  static constexpr int kScaledInputs = 32;
  static constexpr bool kMinimum = false;
  static constexpr std::size_t kHeader = 8 * kPanel;
  static constexpr std::size_t kBlockBytes = 4 * kCodeLine;
  static constexpr std::size_t kSpanBytes = kHeader + 8 * kBlockBytes;
  static constexpr std::size_t kAverageBytes = kSpanBytes / 8;

  const std::byte* span;
  std::size_t b;

  IQ4_XS(const std::byte* panel, std::size_t block)
      : span(panel + block / 8 * kSpanBytes), b(block % 8) {}
  const std::byte* codes() const { return span + kHeader + b * kBlockBytes; }
  Scales scales(int, int v) const {
    const Ints low = load_bytes(span + (2 + b / 2) * kPanel + kLanes * v) >> int(b % 2 * 4) & 15;
    const Ints high = load_bytes(span + (6 + b / 4) * kPanel + kLanes * v) >> int(b % 4 * 2) & 3;
    return {load_halves(span + 2 * kLanes * v) * to_floats((low | high << 4) - 32), Floats{}};
  }
};

/// The formats of unpacked_formats.h; `scaled` inputs share a scale.
template <typename Codes, int divisor, int scaled>
struct Unpacked : Codes {
  static constexpr int kScaledInputs = scaled;
  static constexpr bool kMinimum = false;
  static constexpr std::size_t kHeader = 2 * kPanel;
  static constexpr std::size_t kBlockBytes = kPanel + 4 * kCodeLine;
  static constexpr std::size_t kSpanBytes = kHeader + 8 * kBlockBytes;
  static constexpr std::size_t kAverageBytes = kSpanBytes / 8;

  const std::byte* span;
  const std::byte* block;

  Unpacked(const std::byte* panel, std::size_t b)
      : span(panel + b / 8 * kSpanBytes), block(span + kHeader + b % 8 * kBlockBytes) {}
  const std::byte* codes() const { return block + kPanel; }
  Scales scales(int half, int v) const {
    const Ints own = load_bytes(block + kLanes * v) >> 4 * half & 15;
    return {load_halves(span + 2 * kLanes * v) * (to_floats(2 * own + 1) * (1.0f / divisor)),
            Floats{}};
  }
};
using IQ2Codes = LookedUp<kIQ2Codebook, 7, 43>;
using IQ3_XXSCodes = LookedUp<kIQ3_XXSCodebook, 7, 62>;
using IQ3_SCodes = LookedUp<kIQ3_SCodebook, 5, 15>;
using IQ1Codes = LookedUp<kIQ1Codebook, 5, 9>;
using TernaryCodes = LookedUp<kTernaryCodebook, 2, 1>;

/// Codes of quad q as they are multiplied; constants after unrolling. `v` is the vector of outputs.
template <typename Format, int q>
inline Codes quad_codes(const Format& format, int v) {
  constexpr int kStored = Format::kStoredBits;
  const auto line = [v](const std::byte* lines, int index) {
    return load<Codes>(lines + std::size_t(index) * kCodeLine + std::size_t(v) * 4 * kLanes);
  };
  if constexpr (kStored == 8) {
    return line(format.codes(), q);
  } else if constexpr (kStored < 4) {
    Codes codes = move_bits<q % 4 * 2, 2, 0>(line(format.codes(), q / 4));
    if constexpr (kStored == 3) codes |= move_bits<q, 1, 2>(line(format.high(), 0));
    return codes;
  } else {
    Codes codes = move_bits<q % 4 / 2 * 4, 4, 0>(line(format.codes(), q / 4 * 2 + q % 2));
    if constexpr (kStored == 5) codes |= move_bits<q, 1, 4>(line(format.high(), 0));
    if constexpr (kStored == 6) codes |= move_bits<q % 4 * 2, 2, 4>(line(format.high(), q / 4));
    if constexpr (kStored != Format::kBits) codes = look_up(codes, load<Codes>(&Format::kTable));
    return codes;
  }
}
