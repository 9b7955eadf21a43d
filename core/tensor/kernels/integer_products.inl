// Products of block-quantised weights with activations as signed bytes. A block's dot product is
// exact in integers; then sum += scale of the weights * dot * scale of the activations, block by
// block, so every set that fuses gives the same bits.
//
// Needs: kLanes, kPanel, kIntegerRows (rows of a tile), fused(), BlockDots.

/// `rows` rows from `row` on times blocks of one panel, added to work.sums.
template <typename Format, int rows>
void integer_tile(const PanelProduct& work, const Stretch& stretch, std::size_t row) {
  constexpr int kHalves = 32 / Format::kScaledInputs;
  const Activations& activations = *work.activations;
  float* const out = work.sums + row * kPanel;
  Floats sums[rows][kVectors];
  load_sums(out, sums);

  for (std::size_t b = stretch.first; b < stretch.last; ++b) {
    const std::size_t place = b * activations.rows + row;
    const std::byte* const x = activations.numbers + place * 32;
    const ByteBlock* const info = activations.byte_blocks + place;
    const Format format(work.weights, b);
    const std::byte* const ahead = stretch.fetch_for(b, work.weights + b * Format::kAverageBytes);
#pragma GCC unroll 2
    for (int half = 0; half < kHalves; ++half) {
      BlockDots<Format, rows> dots;
      float scaled_sums[rows];
#pragma GCC unroll 16
      for (int r = 0; r < rows; ++r) {
        const std::int32_t sum = kHalves == 1 ? info[r].sum
                                 : half == 0  ? info[r].first_half_sum
                                              : info[r].sum - info[r].first_half_sum;
        dots.start(r, -Format::kOffset * sum);
        scaled_sums[r] = kHalves == 1 ? info[r].scaled_sum : info[r].scale * float(sum);
      }
      if (kHalves == 1 || half == 0) dots.template add<0>(format, x, ahead);
      if (kHalves == 1 || half == 1) dots.template add<4>(format, x, ahead);
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; ++v) {
        const Scales scales = format.scales(half, v);
#pragma GCC unroll 16
        for (int r = 0; r < rows; ++r) {
          const Floats dot = to_floats(dots.total(r, v)) * scales.scale;
          sums[r][v] = fused(dot, splat(info[r].scale), sums[r][v]);
          if constexpr (Format::kMinimum)
            sums[r][v] = fused(scales.minimum, splat(scaled_sums[r]), sums[r][v]);
        }
      }
    }
  }
  store_sums(sums, out);
}

template <typename Format>
void multiply_integers(const PanelProduct& work) {
  multiply_in_tiles<Format::kAverageBytes, kIntegerRows>(
      work, [&]<int rows>(const Stretch& stretch, std::size_t row) {
        integer_tile<Format, rows>(work, stretch, row);
      });
}
