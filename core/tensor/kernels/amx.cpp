// Products of many rows by the tile registers of AMX, for processors that have them besides what
// avx512bf16.cpp needs. Integers give the bits that avx512.cpp gives: within a block they are
// exact, and blocks are added in the same order.

#include <immintrin.h>

#include "tensor/codebooks.h"
#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

constexpr int kLanes = 16;
constexpr int kPanel = 32;
constexpr int kIntegerRows = 8;
constexpr int kWideTileRows = 4;
constexpr int kFloatRows = 8;
constexpr int kByteOffset = 128;
// In this order.
// clang-format off
#include "tensor/kernels/vectors.inl"
#include "tensor/kernels/avx512_vectors.inl"
#include "tensor/kernels/tiles.inl"
#include "tensor/kernels/integer_formats.inl"
#include "tensor/kernels/quad_dots.inl"
#include "tensor/kernels/float_products.inl"
#include "tensor/kernels/integer_products.inl"
#include "tensor/kernels/tile_registers.inl"
// clang-format on

/// Rows of a tile.
constexpr int kTileRows = 16;
/// Below, vectors are as quick with integers: tiles bring their sums only by way of memory.
constexpr std::size_t kFewestRows = 24;

/// Some blocks of a panel, taken apart once for all rows.
template <typename Format>
class UnpackedBlocks {
 public:
  static constexpr std::size_t kMost = 16;
  static constexpr int kParts = 32 / Format::kScaledInputs;

  explicit UnpackedBlocks(const std::byte* panel) : panel_(panel) {}

  /// Block `b` becomes the one at `place`.
  void unpack(std::size_t b, std::size_t place) {
    const Format format(panel_, b);
#pragma GCC unroll 2
    for (int v = 0; v < kVectors; ++v) {
      for (int part = 0; part < kParts; ++part) scales_[place][part][v] = format.scales(part, v);
      unpack_quads<0>(format, v, place);
    }
  }

  /// Signed: zero stands for zero. Quads of inputs, kCodeLine each.
  const Codes* codes(std::size_t place, int part) const {
    return codes_[place][part * (Format::kScaledInputs / 4)];
  }
  const Scales& scales(std::size_t place, int part, int v) const {
    return scales_[place][part][v];
  }

 private:
  template <int q>
  void unpack_quads(const Format& format, int v, std::size_t place) {
    codes_[place][q][v] = quad_codes<Format, q>(format, v) - std::uint8_t(Format::kOffset);
    if constexpr (q < 7) unpack_quads<q + 1>(format, v, place);
  }

  const std::byte* panel_;
  Codes codes_[kMost][8][kVectors];
  Scales scales_[kMost][kParts][kVectors];
};

constexpr TileShapes tile_shapes(std::size_t inputs) {
  TileShapes shapes;
  shapes.set(0, kTileRows, sizeof(Ints));
  shapes.set(1, kTileRows, inputs);
  shapes.set(2, inputs / 4, sizeof(Codes));
  return shapes;
}
template <std::size_t inputs>
constexpr TileShapes kByteTiles = tile_shapes(inputs);

/// Some blocks of a panel times up to kTileRows rows, whose sums stay in registers, one vector of
/// outputs after the other.
template <typename Format>
class TileOfRows {
 public:
  TileOfRows(const PanelProduct& work, const UnpackedBlocks<Format>& weights, std::size_t row)
      : weights_(weights),
        activations_(*work.activations),
        row_(row),
        rows_(activations_.rows - row < kTileRows ? activations_.rows - row : kTileRows),
        sums_(work.sums + row * kPanel) {}

  /// Blocks [first, last), unpacked from the first place on.
  void add(std::size_t first, std::size_t last) const {
    const std::size_t units = (last - first) * kParts;
    for (int v = 0; v < kVectors; ++v) {
      Floats sums[kTileRows];
#pragma GCC unroll 16
      for (int r = 0; r < kTileRows; ++r) sums[r] = load<Floats>(sum(r, v));
      // The last dots are added while the next are on their way.
      Ints dots[2][kTileRows];
      find_dots(first, 0, v, dots[0]);
      for (std::size_t unit = 1; unit < units; ++unit) {
        find_dots(first, unit, v, dots[unit % 2]);
        add_dots(first, unit - 1, v, dots[(unit - 1) % 2], sums);
      }
      add_dots(first, units - 1, v, dots[(units - 1) % 2], sums);
#pragma GCC unroll 16
      for (int r = 0; r < kTileRows; ++r)
        if (std::size_t(r) < rows_) store(sum(r, v), sums[r]);
    }
  }

 private:
  static constexpr int kParts = UnpackedBlocks<Format>::kParts;

  /// Of rows that the tile has beyond its own, the last one's: what they sum up is not kept.
  float* sum(int r, int v) const {
    return sums_ + (std::size_t(r) < rows_ ? std::size_t(r) : rows_ - 1) * kPanel + v * kLanes;
  }

  /// A unit is a block, or half of one.
  [[gnu::always_inline]] void find_dots(std::size_t first, std::size_t unit, int v,
                                        Ints (&dots)[kTileRows]) const {
    const std::size_t place = unit / kParts, part = unit % kParts;
    const std::size_t block = (first + place) * activations_.rows + row_;
    clear_tile<0>();
    load_tile<1>(activations_.numbers + block * kBlock + part * 16, kBlock);
    load_tile<2>(weights_.codes(place, int(part)) + v, kCodeLine);
    multiply_byte_tiles<0, 1, 2>();
    store_tile<0>(dots, sizeof(Ints));
  }

  [[gnu::always_inline]] void add_dots(std::size_t first, std::size_t unit, int v,
                                       const Ints (&dots)[kTileRows],
                                       Floats (&sums)[kTileRows]) const {
    const std::size_t place = unit / kParts, part = unit % kParts;
    const IntegerBlock* const blocks =
        activations_.integer_blocks + (first + place) * activations_.rows + row_;
    const Scales& scales = weights_.scales(place, int(part), v);
#pragma GCC unroll 16
    for (int r = 0; r < kTileRows; ++r) {
      const IntegerBlock& block = blocks[r];
      sums[r] = fused(to_floats(dots[r]) * scales.scale, splat(block.scale), sums[r]);
      if constexpr (Format::kMinimum) {
        float scaled_sum = block.scaled_sum;
        if constexpr (kParts == 2)
          scaled_sum = block.scale *
                       float(part == 0 ? block.first_half_sum : block.sum - block.first_half_sum);
        sums[r] = fused(scales.minimum, splat(scaled_sum), sums[r]);
      }
    }
  }

  const UnpackedBlocks<Format>& weights_;
  const Activations& activations_;
  std::size_t row_, rows_;
  float* sums_;
};

struct TileProducts {
  static constexpr ActivationForm kForm = ActivationForm::kInt8;

  template <typename Format>
  static void multiply(const PanelProduct& work) {
    const std::size_t rows = work.activations->rows, blocks = work.activations->blocks;
    if (rows < kFewestRows) return IntegerProducts<kForm>::multiply<Format>(work);
    const TileUse use(kByteTiles<Format::kScaledInputs>);
    for (std::size_t i = 0; i < rows * kPanel; ++i) work.sums[i] = 0;
    UnpackedBlocks<Format> weights(work.weights);
    constexpr std::size_t kStep = UnpackedBlocks<Format>::kMost;
    for (std::size_t first = 0; first < blocks; first += kStep) {
      const std::size_t last = first + kStep < blocks ? first + kStep : blocks;
      for (std::size_t b = first; b < last; ++b) {
        fetch_block<Format::kAverageBytes>(work, b);
        weights.unpack(b, b - first);
      }
      for (std::size_t row = 0; row < rows; row += kTileRows)
        TileOfRows<Format>(work, weights, row).add(first, last);
    }
    clear_sums_of_rests(work);
    multiply_rests<Format>(work);
  }

 private:
  template <std::size_t block_bytes>
  static void fetch_block(const PanelProduct& work, std::size_t b) {
    const std::byte* const ahead =
        work.weights + b * block_bytes + Fetching<block_bytes>::kDistance;
    fetch_part<block_bytes, 1>(ahead < work.weights_end ? ahead : nullptr, 0);
  }
};

/// Blocks of bfloat16: sums stay in tiles.
struct Bfloat16Tiles {
  static constexpr std::size_t kBlockBytes = kBlock * kPanel * 2;
  static constexpr std::size_t kLine = 4 * kPanel;  // a pair of inputs of all outputs

  /// Up to 2 kTileRows rows from `row` on: sums in tiles 0, 1 and 2, 3.
  static void multiply(const PanelProduct& work, std::size_t row, std::size_t rows) {
    const std::size_t upper = (rows + 1) / 2, lower = rows - upper;
    TileShapes shapes;
    shapes.set(0, upper, sizeof(Floats));
    shapes.set(1, upper, sizeof(Floats));
    shapes.set(4, upper, block_bytes(ActivationForm::kBfloat16));
    if (lower > 0) {
      shapes.set(2, lower, sizeof(Floats));
      shapes.set(3, lower, sizeof(Floats));
      shapes.set(5, lower, block_bytes(ActivationForm::kBfloat16));
    }
    shapes.set(6, kBlock / 2, 4 * kLanes);
    shapes.set(7, kBlock / 2, 4 * kLanes);
    const TileUse use(shapes);
    if (lower > 0)
      multiply<true>(work, row, upper);
    else
      multiply<false>(work, row, upper);
  }

 private:
  template <bool has_lower>
  static void multiply(const PanelProduct& work, std::size_t row, std::size_t upper) {
    const Activations& activations = *work.activations;
    clear_tile<0>();
    clear_tile<1>();
    if constexpr (has_lower) {
      clear_tile<2>();
      clear_tile<3>();
    }
    constexpr std::size_t kRowBytes = block_bytes(ActivationForm::kBfloat16);
    for (std::size_t b = 0; b < activations.blocks; ++b) {
      const std::byte* const weights = work.weights + b * kBlockBytes;
      const std::byte* const ahead = weights + Fetching<kBlockBytes>::kDistance;
      fetch_part<kBlockBytes, 1>(ahead < work.weights_end ? ahead : nullptr, 0);
      const std::byte* const x = activations.numbers + (b * activations.rows + row) * kRowBytes;
      load_tile<4>(x, kRowBytes);
      load_tile<6>(weights, kLine);
      multiply_bfloat16_tiles<0, 4, 6>();
      load_tile<7>(weights + 4 * kLanes, kLine);
      multiply_bfloat16_tiles<1, 4, 7>();
      if constexpr (has_lower) {
        load_tile<5>(x + upper * kRowBytes, kRowBytes);
        multiply_bfloat16_tiles<2, 5, 6>();
        multiply_bfloat16_tiles<3, 5, 7>();
      }
    }
    float* const sums = work.sums + row * kPanel;
    store_tile<0>(sums, kPanel * sizeof(float));
    store_tile<1>(sums + kLanes, kPanel * sizeof(float));
    if constexpr (has_lower) {
      store_tile<2>(sums + upper * kPanel, kPanel * sizeof(float));
      store_tile<3>(sums + upper * kPanel + kLanes, kPanel * sizeof(float));
    }
  }
};

void multiply_bfloats(const PanelProduct& work) {
  const std::size_t rows = work.activations->rows, most = 2 * std::size_t(kTileRows);
  for (std::size_t row = 0; row < rows; row += most)
    Bfloat16Tiles::multiply(work, row, rows - row < most ? rows - row : most);
}

constexpr Product kBfloat16Tiles = {ActivationForm::kBfloat16, 2, false, multiply_bfloats, true};

}  // namespace

const Product* find_tile_product(TensorType type) {
  return type == TensorType::kBF16 ? &kBfloat16Tiles : find_integer_product<TileProducts>(type);
}

}  // namespace canter::kernels
