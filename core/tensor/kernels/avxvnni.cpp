#include <immintrin.h>

#include "tensor/codebooks.h"
#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

constexpr int kLanes = 8;
constexpr int kPanel = 16;
constexpr int kIntegerRows = 4;
constexpr int kWideTileRows = 4;
constexpr int kFloatRows = 6;
constexpr int kByteOffset = 128;
// In this order.
// clang-format off
#include "tensor/kernels/vectors.inl"
#include "tensor/kernels/avx2_vectors.inl"
#include "tensor/kernels/avxvnni_quad_sum.inl"
#include "tensor/kernels/tiles.inl"
#include "tensor/kernels/integer_formats.inl"
#include "tensor/kernels/quad_dots.inl"
#include "tensor/kernels/set.inl"
// clang-format on

}  // namespace

const Kernels kAvxVnni = kernel_set("avxvnni");

}  // namespace canter::kernels
