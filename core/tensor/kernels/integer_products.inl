// Products of block-quantised weights with activations as integers. A block's dot product is exact:
// kInt16 adds those of high and low bytes, (dot(high) << 8) + dot(low), whose magnitude is below
// 32 * 255 * 32,768 < 2^31. Then sum += scale of the weights * dot * scale of the activations,
// block by block, so every set that fuses gives the same bits.
//
// Codes of a block are taken apart, and its scales converted, once for all rows of a tile, whose
// sums stay in registers.
//
// Needs: kLanes, kPanel, kIntegerRows (rows of a tile), kWideTileRows (up to so many a tile takes
// all outputs of a panel at once), kByteOffset (what is added to the bytes of Q8_0, since they are
// multiplied as unsigned), fused(), BlockDots, load_sums(), store_sums().

/// What lies at `place` is read again, not kept: GCC would keep numbers that are spread over a
/// vector on the stack, which takes longer than to spread them again.
template <typename T>
inline void read_anew(const T*& place) {
  asm("" : "+r"(place));
}

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

/// Adds to the sums of rests, from `out` on.
template <int half, typename Format>
inline void add_rest(const UnpackedBlock<Format, half>& weights, const Rest& rest, int v,
                     float* out) {
  const RowTerms<Format, 1> terms(&rest.terms);
  float* const sum = out + rest.row * kPanel + v * kLanes;
  Ints dot[1];
  find_dots<1>(weights, terms, rest.numbers, dot);
  store(sum, added<half>(dot[0], weights.scales, terms, 0, load<Floats>(sum)));
}

/// `rows` rows from `row` on times blocks of `vectors` vectors of one panel, from the `from`th on,
/// added to work.sums, and the same rows' rests in [first_rest, last_rest) to theirs.
template <typename Format, ActivationForm form, int rows, int vectors>
void integer_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row, int from,
                  const Rest* first_rest, const Rest* last_rest) {
  constexpr int kPlanes = form == ActivationForm::kInt16 ? 2 : 1;
  const Activations& activations = *work.activations;
  float* const out = work.sums + row * kPanel + from * kLanes;
  float* const sums_of_rests = work.sums + activations.rows * kPanel;
  while (first_rest != last_rest && first_rest->block < stretch.first) ++first_rest;
  Floats sums[rows][vectors];
  load_sums(out, sums);
  for (std::size_t b = stretch.first; b < stretch.last; ++b) {
    const std::size_t place = b * activations.rows + row;
    const std::byte* x = activations.numbers + place * block_bytes(form);
    RowTerms<Format, rows> terms(activations.integer_blocks + place);
    const Format format(work.weights, b);
    const std::byte* const ahead =
        from == 0 ? stretch.fetch_for(b, work.weights + b * Format::kAverageBytes) : nullptr;
    const Rest* next_rest = first_rest;
    while (next_rest != last_rest && next_rest->block == b) ++next_rest;
#pragma GCC unroll 4
    for (int v = 0; v < vectors; ++v) {
      read_anew(x);
      read_anew(terms.blocks);
      fetch_part<Format::kAverageBytes, vectors>(ahead, v);
      const auto add_half = [&]<int half>() {
        const UnpackedBlock<Format, half> weights(format, from + v);
        Ints dots[rows];
        find_dots<kPlanes>(weights, terms, x, dots);
#pragma GCC unroll 8
        for (int r = 0; r < rows; ++r)
          sums[r][v] = added<half>(dots[r], weights.scales, terms, r, sums[r][v]);
        for (const Rest* rest = first_rest; rest != next_rest; ++rest)
          if (rest->row - row < rows) add_rest(weights, *rest, from + v, sums_of_rests);
      };
      add_half.template operator()<0>();
      if constexpr (Format::kScaledInputs == 16) add_half.template operator()<1>();
    }
    first_rest = next_rest;
  }
  store_sums(sums, out);
}

/// Products of all rests.
template <typename Format>
void multiply_rests(const PanelProduct& work) {
  float* const sums = work.sums + work.activations->rows * kPanel;
  const Rest* const end = work.activations->rests + work.activations->rest_count;
  for (const Rest *first = work.activations->rests, *last; first != end; first = last) {
    for (last = first + 1; last != end && last->block == first->block;) ++last;
    const Format format(work.weights, first->block);
#pragma GCC unroll 4
    for (int v = 0; v < kVectors; ++v) {
      const auto add_half = [&]<int half>() {
        const UnpackedBlock<Format, half> weights(format, v);
        for (const Rest* rest = first; rest != last; ++rest) add_rest(weights, *rest, v, sums);
      };
      add_half.template operator()<0>();
      if constexpr (Format::kScaledInputs == 16) add_half.template operator()<1>();
    }
  }
}

/// What rests are added to.
inline void clear_sums_of_rests(const PanelProduct& work) {
  if (work.activations->rest_count == 0) return;
  const std::size_t numbers = work.activations->rows * kPanel;
  for (std::size_t i = 0; i < numbers; ++i) work.sums[numbers + i] = 0;
}

/// Calls integer_tile() with the number of rows, from `least` to `most`, as a constant.
template <typename Format, ActivationForm form, int least, int most, int vectors>
inline void run_integer_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row,
                             int rows, const Rest* first_rest, const Rest* last_rest) {
  if constexpr (most > least)
    if (rows < most)
      return run_integer_tile<Format, form, least, most - 1, vectors>(work, stretch, row, rows,
                                                                      first_rest, last_rest);
  for (int v = 0; v < kVectors; v += vectors)
    integer_tile<Format, form, most, vectors>(work, stretch, row, v, first_rest, last_rest);
}

template <ActivationForm form>
struct IntegerProducts {
  static constexpr ActivationForm kForm = form;

  template <typename Format>
  static void multiply(const PanelProduct& work) {
    clear_sums_of_rests(work);
    if constexpr (form == ActivationForm::kInt8)
      if (work.activations->rows > kFewRows) return multiply_many<Format>(work);
    const Rest* const rests = work.activations->rests;
    multiply_in_tiles<Format::kAverageBytes>(
        work, kWideTileRows, [&](const Stretch& stretch, std::size_t row, int rows) {
          run_integer_tile<Format, form, 1, kWideTileRows, kVectors>(
              work, stretch, row, rows, rests, rests + work.activations->rest_count);
        });
  }

 private:
  static constexpr std::size_t kFewRows = 2 * kWideTileRows;

  /// Sums of one vector of outputs fill the registers, and rests come behind, which of many rows
  /// often share a block.
  template <typename Format>
  static void multiply_many(const PanelProduct& work) {
    constexpr int kVectorsOfTile = kIntegerRows > kWideTileRows ? 1 : kVectors;
    multiply_in_tiles<Format::kAverageBytes>(
        work, kIntegerRows, [&](const Stretch& stretch, std::size_t row, int rows) {
          run_integer_tile<Format, form, kIntegerRows / 2, kIntegerRows, kVectorsOfTile>(
              work, stretch, row, rows, nullptr, nullptr);
        });
    multiply_rests<Format>(work);
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
