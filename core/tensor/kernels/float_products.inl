// Products of float weights. Every sum runs over the inputs in order, one multiply-add each:
// float32 activations times weights widened to float32, or pairs of bfloat16 where the processor
// multiplies those.
//
// Needs: kLanes, kPanel, kFloatRows (rows of a tile), fused(), load_halves(), load_bfloats(),
// load_bytes().

/// Parts of a block of floats.
constexpr int kParts = 8;

/// Calls use.operator()<part>() for every part.
template <int part = 0, typename Use>
inline void in_parts(const Use& use) {
  use.template operator()<part>();
  if constexpr (part + 1 < kParts) in_parts<part + 1>(use);
}

template <int rows, int vectors>
inline void load_sums(const float* source, Floats (&sums)[rows][vectors]) {
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < vectors; ++v) sums[r][v] = load<Floats>(source + r * kPanel + v * kLanes);
}

template <int rows, int vectors>
inline void store_sums(const Floats (&sums)[rows][vectors], float* destination) {
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r)
#pragma GCC unroll 8
    for (int v = 0; v < vectors; ++v) store(destination + r * kPanel + v * kLanes, sums[r][v]);
}

struct F32 {
  static constexpr std::size_t kBytes = 4;
  static Floats at(const std::byte* numbers) { return load<Floats>(numbers); }
};
struct F16 {
  static constexpr std::size_t kBytes = 2;
  static Floats at(const std::byte* numbers) { return load_halves(numbers); }
};
struct BF16 {
  static constexpr std::size_t kBytes = 2;
  static Floats at(const std::byte* numbers) { return load_bfloats(numbers); }
};

struct F8_E4M3 {
  static constexpr std::size_t kBytes = 1;
  static Floats at(const std::byte* numbers) {
    return from_eight_bits<3, 120>(load_bytes(numbers));
  }
};
struct F8_E5M2 {
  static constexpr std::size_t kBytes = 1;
  static Floats at(const std::byte* numbers) {
    return from_eight_bits<2, 112>(load_bytes(numbers));
  }
};

/// The block at `weights` times that of each row, one input after another.
template <typename Format>
struct WidenedBlock {
  static constexpr std::size_t kBytes = kBlock * kPanel * Format::kBytes;
  static constexpr ActivationForm kForm = ActivationForm::kFloat;

  template <int rows>
  static void add(const std::byte* weights, const std::byte* x, const std::byte* ahead,
                  Floats (&sums)[rows][kVectors]) {
    in_parts([&]<int part>() {
      fetch_part<kBytes, kParts>(ahead, part);
      add_part<part, rows>(weights, x, sums);
    });
  }

 private:
  template <int part, int rows>
  static void add_part(const std::byte* weights, const std::byte* x,
                       Floats (&sums)[rows][kVectors]) {
    constexpr std::size_t inputs = kBlock / kParts;
#pragma GCC unroll 4
    for (std::size_t i = part * inputs; i < (part + 1) * inputs; ++i) {
      Floats w[kVectors];
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; ++v)
        w[v] = Format::at(weights + (i * kPanel + v * kLanes) * Format::kBytes);
#pragma GCC unroll 16
      for (int r = 0; r < rows; ++r) {
        const Floats a = splat(load<float>(x + r * block_bytes(kForm) + 4 * i));
#pragma GCC unroll 8
        for (int v = 0; v < kVectors; ++v) sums[r][v] = fused(w[v], a, sums[r][v]);
      }
    }
  }
};

template <typename Block, int rows>
void float_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row) {
  const Activations& activations = *work.activations;
  float* const out = work.sums + row * kPanel;
  Floats sums[rows][kVectors];
  load_sums(out, sums);
  for (std::size_t b = stretch.first; b < stretch.last; ++b) {
    const std::byte* const weights = work.weights + b * Block::kBytes;
    Block::template add<rows>(
        weights, activations.numbers + (b * activations.rows + row) * block_bytes(Block::kForm),
        stretch.fetch_for(b, weights), sums);
  }
  store_sums(sums, out);
}

/// Calls float_tile() with the number of rows, up to `most`, as a constant.
template <typename Block, int most>
inline void run_float_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row,
                           int rows) {
  if constexpr (most > 1)
    if (rows < most) return run_float_tile<Block, most - 1>(work, stretch, row, rows);
  float_tile<Block, most>(work, stretch, row);
}

template <typename Block>
void multiply_floats(const PanelProduct& work) {
  multiply_in_tiles<Block::kBytes>(work, kFloatRows,
                                   [&](const Stretch& stretch, std::size_t row, int rows) {
                                     run_float_tile<Block, kFloatRows>(work, stretch, row, rows);
                                   });
}
