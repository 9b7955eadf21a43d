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
#include "tensor/kernels/set.inl"
// clang-format on

const Product* find_product_with_bfloat16(TensorType type) {
  return type == TensorType::kBF16 ? &kAvx512Bfloat16Pairs
                                   : find_product<ActivationForm::kInt8>(type);
}

const Product* find_product_with_tiles(TensorType type) {
  const Product* const tiles = find_tile_product(type);
  return tiles != nullptr ? tiles : find_product<ActivationForm::kInt8>(type);
}

}  // namespace

const Kernels kAvx512 = kernel_set("avx512");
const Kernels kAvx512Bf16 = kernel_set("avx512bf16", find_product_with_bfloat16);
const Kernels kAmx = kernel_set("amx", find_product_with_tiles);

}  // namespace canter::kernels
