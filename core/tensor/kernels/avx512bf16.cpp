// Products of bfloat16 pairs, for processors that have them besides what avx512.cpp needs.

#include <immintrin.h>

#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

constexpr int kLanes = 16;
constexpr int kPanel = 32;
constexpr int kFloatRows = 8;
// In this order.
// clang-format off
#include "tensor/kernels/vectors.inl"
#include "tensor/kernels/avx512_vectors.inl"
#include "tensor/kernels/tiles.inl"
#include "tensor/kernels/float_products.inl"
// clang-format on

/// Pairs of inputs are multiplied and added at once.
struct PairedBlock {
  static constexpr std::size_t kBytes = kBlock * kPanel * 2;
  static constexpr ActivationForm kForm = ActivationForm::kBfloat16;

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
    for (std::size_t i = part * inputs; i < (part + 1) * inputs; i += 2) {
      __m512bh w[kVectors];
#pragma GCC unroll 8
      for (int v = 0; v < kVectors; ++v)
        w[v] = load<__m512bh>(weights + (i * kPanel + v * kLanes * 2) * 2);
#pragma GCC unroll 16
      for (int r = 0; r < rows; ++r) {
        const auto a = reinterpret_cast<__m512bh>(
            splat(load<std::int32_t>(x + r * block_bytes(kForm) + 2 * i)));
#pragma GCC unroll 8
        for (int v = 0; v < kVectors; ++v) sums[r][v] = _mm512_dpbf16_ps(sums[r][v], w[v], a);
      }
    }
  }
};

}  // namespace

const Product kAvx512Bfloat16Pairs = {PairedBlock::kForm, 2, false, multiply_floats<PairedBlock>};

}  // namespace canter::kernels
