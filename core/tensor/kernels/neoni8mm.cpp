#include <arm_neon.h>

#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

constexpr int kLanes = 4;
constexpr int kPanel = 16;
constexpr int kIntegerRows = 4;
constexpr int kFloatRows = 4;
constexpr int kByteOffset = 0;
// clang-format off: in this order
#include "tensor/kernels/integer_formats.inl"
#include "tensor/kernels/neon_vectors.inl"
#include "tensor/kernels/pair_dots.inl"
#include "tensor/kernels/set.inl"
#include "tensor/kernels/tiles.inl"
#include "tensor/kernels/vectors.inl"
// clang-format on

}  // namespace

const Kernels kNeonI8mm = {"neoni8mm", kPanel, find_product, prepare, silu_multiply};

}  // namespace canter::kernels
