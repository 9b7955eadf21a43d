#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {
constexpr int kLanes = 16;
#include "tensor/kernels/generic.inl"
}  // namespace

const Kernels kAvx512 = {"avx512", dot, decode, add_scaled};

}  // namespace canter::kernels
