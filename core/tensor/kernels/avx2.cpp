#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {
constexpr int kLanes = 8;
#include "tensor/kernels/generic.inl"
}  // namespace

const Kernels kAvx2 = {"avx2", dot, decode, add_scaled};

}  // namespace canter::kernels
