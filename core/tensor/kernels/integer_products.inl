// Products of block-quantised weights with activations as integers. A block's dot product is exact:
// kInt16 adds those of high and low bytes, (dot(high) << 8) + dot(low), whose magnitude is below
// 32 * 255 * 32,768 < 2^31. Then sum += scale of the weights * dot * scale of the activations,
// block by block, so every set that fuses gives the same bits.
//
// Codes of a block are taken apart, and its scales converted, once for all rows of a tile, whose
// sums stay in registers.
//
// Needs: kLanes, kPanel, kIntegerRows (rows of a tile), kByteOffset (what is added to the bytes of
// Q8_0, since they are multiplied as unsigned), fused(), BlockDots, load_sums(), store_sums().

/// What the rows of a tile bring to a block besides their bytes.
template <typename Format, int rows>
struct RowTerms {
  static constexpr int kHalves = 32 / Format::kScaledInputs;

  const IntegerBlock* blocks;
  std::int32_t starts[kHalves][rows];  // undo the offset of the codes
  float half_sums[kHalves][rows];      // scaled

  explicit RowTerms(const IntegerBlock* first) : blocks(first) {
    for (int r = 0; r < rows; ++r) {
      const std::int32_t sum = kHalves == 1 ? blocks[r].sum : blocks[r].first_half_sum;
      set(0, r, sum);
      if constexpr (kHalves == 2) set(1, r, blocks[r].sum - sum);
    }
  }

  std::int32_t start(int half, int row) const {
    return Format::kOffset == 0 ? 0 : starts[half][row];
  }
  float scaled_sum(int half, int row) const {
    return kHalves == 1 ? blocks[row].scaled_sum : half_sums[half][row];
  }

 private:
  void set(int half, int row, std::int32_t sum) {
    if constexpr (Format::kOffset != 0) starts[half][row] = -Format::kOffset * sum;
    if constexpr (Format::kMinimum && kHalves == 2)
      half_sums[half][row] = blocks[row].scale * static_cast<float>(sum);
  }
};

/// Codes and scales of one vector of outputs and one block, or half of one.
template <typename Format, int half>
struct UnpackedBlock {
  static constexpr int kQuads = Format::kScaledInputs / 4;

  Codes codes[kQuads];
  Scales scales;

  UnpackedBlock(const Format& format, int v) : scales(format.scales(half, v)) {
    unpack<0>(format, v);
  }

 private:
  template <int q>
  void unpack(const Format& format, int v) {
    codes[q] = quad_codes<Format, half * kQuads + q>(format, v);
    if constexpr (q + 1 < kQuads) unpack<q + 1>(format, v);
  }
};

/// Dot products of `rows` rows, whose bytes begin at `x`, with one vector of outputs.
template <int planes, int rows, typename Format, int half>
inline void find_dots(const UnpackedBlock<Format, half>& weights,
                      const RowTerms<Format, rows>& terms, const std::byte* x,
                      Ints (&totals)[rows]) {
  BlockDots<Format::kBits, planes * rows> dots;
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r) {
    if constexpr (planes == 2) dots.start(2 * r, 0);
    dots.start(planes * r + planes - 1, terms.start(half, r));
  }
  dots.add(weights.codes, x + half * 16);
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r) {
    totals[r] = dots.total(planes * r + planes - 1);
    if constexpr (planes == 2) totals[r] += dots.total(2 * r) << 8;
  }
}

/// `sum` and what a row's dot product adds to it.
template <int half, typename Format, int rows>
inline Floats added(Ints dot, const Scales& scales, const RowTerms<Format, rows>& terms, int row,
                    Floats sum) {
  sum = fused(to_floats(dot) * scales.scale, splat(terms.blocks[row].scale), sum);
  if constexpr (Format::kMinimum)
    sum = fused(scales.minimum, splat(terms.scaled_sum(half, row)), sum);
  return sum;
}

/// `rows` rows from `row` on times blocks of one panel, added to work.sums.
template <typename Format, ActivationForm form, int rows>
void integer_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row) {
  constexpr int kPlanes = form == ActivationForm::kInt16 ? 2 : 1;
  const Activations& activations = *work.activations;
  const bool has_rests = form == ActivationForm::kInt8 && activations.rests != nullptr;
  float* const out = work.sums + row * kPanel;
  Floats sums[rows][kVectors];
  load_sums(out, sums);
  for (std::size_t b = stretch.first; b < stretch.last; ++b) {
    const std::size_t place = b * activations.rows + row;
    const std::byte* const x = activations.numbers + place * block_bytes(form);
    const RowTerms<Format, rows> terms(activations.integer_blocks + place);
    const Format format(work.weights, b);
    const std::byte* const ahead = stretch.fetch_for(b, work.weights + b * Format::kAverageBytes);
#pragma GCC unroll 4
    for (int v = 0; v < kVectors; ++v) {
      fetch_part<Format::kAverageBytes, kVectors>(ahead, v);
      const auto add_half = [&]<int half>() {
        const UnpackedBlock<Format, half> weights(format, v);
        Ints dots[rows];
        find_dots<kPlanes>(weights, terms, x, dots);
#pragma GCC unroll 8
        for (int r = 0; r < rows; ++r)
          sums[r][v] = added<half>(dots[r], weights.scales, terms, r, sums[r][v]);
        if (!has_rests) return;
#pragma GCC unroll 8
        for (int r = 0; r < rows; ++r) {
          const IntegerBlock* const rest = activations.rest_blocks + place + r;
          if (rest->scale == 0) continue;
          const RowTerms<Format, 1> rest_terms(rest);
          Ints dot[1];
          find_dots<1>(weights, rest_terms, activations.rests + (place + r) * kBlock, dot);
          sums[r][v] = added<half>(dot[0], weights.scales, rest_terms, 0, sums[r][v]);
        }
      };
      add_half.template operator()<0>();
      if constexpr (Format::kScaledInputs == 16) add_half.template operator()<1>();
    }
  }
  store_sums(sums, out);
}

/// Calls integer_tile() with the number of rows, up to `most`, as a constant.
template <typename Format, ActivationForm form, int most>
inline void run_integer_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row,
                             int rows) {
  if constexpr (most > 1)
    if (rows < most) return run_integer_tile<Format, form, most - 1>(work, stretch, row, rows);
  integer_tile<Format, form, most>(work, stretch, row);
}

template <ActivationForm form>
struct IntegerProducts {
  static constexpr ActivationForm kForm = form;

  template <typename Format>
  static void multiply(const PanelProduct& work) {
    multiply_in_tiles<Format::kAverageBytes>(
        work, kIntegerRows, [&](const Stretch& stretch, std::size_t row, int rows) {
          run_integer_tile<Format, form, kIntegerRows>(work, stretch, row, rows);
        });
  }
};

template <typename Products, typename Format>
constexpr Product kIntegerProduct = {Products::kForm, 1, false,
                                     Products::template multiply<Format>};
template <typename Products>
constexpr Product kByteProduct = {Products::kForm, 1, kByteOffset != 0,
                                  Products::template multiply<Simple<8, kByteOffset, false>>};

/// Of block-quantised formats, as `Products` multiplies; nullptr for others.
template <typename Products>
const Product* find_integer_product(TensorType type) {
  switch (type) {
    case TensorType::kQ8_0:
      return &kByteProduct<Products>;
    case TensorType::kQ4_0:
      return &kIntegerProduct<Products, Simple<4, 8, false>>;
    case TensorType::kQ4_1:
      return &kIntegerProduct<Products, Simple<4, 0, true>>;
    case TensorType::kQ5_0:
      return &kIntegerProduct<Products, Simple<5, 16, false>>;
    case TensorType::kQ5_1:
      return &kIntegerProduct<Products, Simple<5, 0, true>>;
    case TensorType::kQ4_K:
      return &kIntegerProduct<Products, ScaledTwice<4>>;
    case TensorType::kQ5_K:
      return &kIntegerProduct<Products, ScaledTwice<5>>;
    case TensorType::kQ6_K:
      return &kIntegerProduct<Products, Q6>;
    case TensorType::kQ2_K:
      return &kIntegerProduct<Products, Q2>;
    case TensorType::kQ3_K:
      return &kIntegerProduct<Products, Q3>;
    case TensorType::kIQ4_NL:
      return &kIntegerProduct<Products, IQ4_NL>;
    case TensorType::kIQ4_XS:
      return &kIntegerProduct<Products, IQ4_XS>;
    case TensorType::kMXFP4:
      return &kIntegerProduct<Products, MXFP4>;
    case TensorType::kIQ2_XXS:
      return &kIntegerProduct<Products, Unpacked<IQ2Codes, 8, 32>>;
    case TensorType::kIQ2_XS:
    case TensorType::kIQ2_S:
      return &kIntegerProduct<Products, Unpacked<IQ2Codes, 8, 16>>;
    case TensorType::kIQ3_XXS:
      return &kIntegerProduct<Products, Unpacked<IQ3_XXSCodes, 4, 32>>;
    case TensorType::kIQ3_S:
      return &kIntegerProduct<Products, Unpacked<IQ3_SCodes, 1, 32>>;
    case TensorType::kIQ1_S:
      return &kIntegerProduct<Products, Unpacked<IQ1Codes, 8, 32>>;
    case TensorType::kIQ1_M:
      return &kIntegerProduct<Products, Unpacked<IQ1Codes, 8, 16>>;
    case TensorType::kTQ1_0:
    case TensorType::kTQ2_0:
      return &kIntegerProduct<Products, Unpacked<TernaryCodes, 1, 32>>;
    default:
      return nullptr;
  }
}
