#include "tensor/codebooks.h"
#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

constexpr int kLanes = 4;
constexpr int kPanel = 8;
constexpr int kIntegerRows = 4;
constexpr int kWideTileRows = 4;
constexpr int kFloatRows = 4;
constexpr int kByteOffset = 0;
// In this order.
// clang-format off
#include "tensor/kernels/vectors.inl"
#include "tensor/kernels/portable_vectors.inl"
#include "tensor/kernels/tiles.inl"
#include "tensor/kernels/integer_formats.inl"
#include "tensor/kernels/quad_dots.inl"
#include "tensor/kernels/set.inl"
// clang-format on

}  // namespace

const Kernels kPortable = kernel_set("portable");

}  // namespace canter::kernels
