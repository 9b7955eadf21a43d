// Products of block-quantised weights with activations as integers. A block's dot product is exact:
// kInt16 adds those of high and low bytes, (dot(high) << 8) + dot(low), whose magnitude is below
// 32 * 255 * 32,768 < 2^31. Then sum += scale of the weights * dot * scale of the activations,
// block by block, so every set that fuses gives the same bits.
//
// Codes of a block are taken apart, and its scales converted, once for all rows of a tile; sums lie
// in memory, where a block costs one addition to each.
//
// Needs: kLanes, kPanel, kByteRows (rows of bytes whose dots are held in registers), fused(),
// BlockDots.

/// Rows of a tile: their sums stay in the first-level cache.
constexpr int kTileRows = 32;

/// What the rows of a tile bring to a block besides their bytes.
template <typename Format>
struct RowTerms {
  static constexpr int kHalves = 32 / Format::kScaledInputs;

  const IntegerBlock* blocks;
  std::int32_t starts[kHalves][kTileRows];  // undo the offset of the codes
  float half_sums[kHalves][kTileRows];      // scaled

  RowTerms(const IntegerBlock* first, int rows) : blocks(first) {
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

/// Times rows `first` to first + rows of a tile, whose bytes begin at `x`; added to `sums`.
template <int planes, int rows, typename Format, int half>
inline void add_rows(const UnpackedBlock<Format, half>& weights, const RowTerms<Format>& terms,
                     const std::byte* x, int first, float* sums) {
  BlockDots<Format::kBits, planes * rows> dots;
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r) {
    if constexpr (planes == 2) dots.start(2 * r, 0);
    dots.start(planes * r + planes - 1, terms.start(half, first + r));
  }
  dots.add(weights.codes, x + first * planes * 32 + half * 16);
#pragma GCC unroll 16
  for (int r = 0; r < rows; ++r) {
    Ints dot = dots.total(planes * r + planes - 1);
    if constexpr (planes == 2) dot += dots.total(2 * r) << 8;
    float* const place = sums + (first + r) * kPanel;
    const Floats scaled = to_floats(dot) * weights.scales.scale;
    Floats sum = fused(scaled, splat(terms.blocks[first + r].scale), load<Floats>(place));
    if constexpr (Format::kMinimum)
      sum = fused(weights.scales.minimum, splat(terms.scaled_sum(half, first + r)), sum);
    store(place, sum);
  }
}

/// Calls use.operator()<rows>(first) for groups of `most` rows, half as many, and so on.
template <int most, typename Use>
inline void in_groups(int first, int rows, const Use& use) {
  for (; rows - first >= most; first += most) use.template operator()<most>(first);
  if constexpr (most > 1)
    if (first < rows) in_groups<most / 2>(first, rows, use);
}

/// The rows of a tile of which the bytes leave something, by their scales.
struct RowsWithRest {
  int rows[kTileRows];
  int count = 0;

  RowsWithRest(const IntegerBlock* blocks, int tile_rows) {
    if (blocks == nullptr) return;
    for (int r = 0; r < tile_rows; ++r) {
      rows[count] = r;
      count += blocks[r].scale != 0 ? 1 : 0;
    }
  }
};

/// `rows` rows from `row` on times blocks of one panel, added to work.sums.
template <typename Format, ActivationForm form>
void integer_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row, int rows) {
  constexpr int kPlanes = form == ActivationForm::kInt16 ? 2 : 1;
  const Activations& activations = *work.activations;
  for (std::size_t b = stretch.first; b < stretch.last; ++b) {
    const std::size_t place = b * activations.rows + row;
    const std::byte* const x = activations.numbers + place * block_bytes(form);
    const RowTerms<Format> terms(activations.integer_blocks + place, rows);
    const bool has_rests = form == ActivationForm::kInt8 && activations.rests != nullptr;
    const IntegerBlock* const rest_blocks = has_rests ? activations.rest_blocks + place : nullptr;
    const RowsWithRest rests(rest_blocks, rows);
    const RowTerms<Format> rest_terms(rest_blocks, rests.count > 0 ? rows : 0);
    const Format format(work.weights, b);
    const std::byte* const ahead = stretch.fetch_for(b, work.weights + b * Format::kAverageBytes);
    for (int v = 0; v < kVectors; ++v) {
      fetch_part<Format::kAverageBytes, kVectors>(ahead, v);
      float* const sums = work.sums + row * kPanel + v * kLanes;
      const auto add_half = [&]<int half>() {
        const UnpackedBlock<Format, half> weights(format, v);
        in_groups<kByteRows / kPlanes>(0, rows, [&]<int count>(int first) {
          add_rows<kPlanes, count>(weights, terms, x, first, sums);
        });
        for (int i = 0; i < rests.count; ++i)
          add_rows<1, 1>(weights, rest_terms, activations.rests + place * kBlock, rests.rows[i],
                         sums);
      };
      add_half.template operator()<0>();
      if constexpr (Format::kScaledInputs == 16) add_half.template operator()<1>();
    }
  }
}

template <typename Format, ActivationForm form>
void multiply_integers(const PanelProduct& work) {
  multiply_in_tiles<Format::kAverageBytes>(work, kTileRows,
                                           [&](const Stretch& stretch, std::size_t row, int rows) {
                                             integer_tile<Format, form>(work, stretch, row, rows);
                                           });
}
