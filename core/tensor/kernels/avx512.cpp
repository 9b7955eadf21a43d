#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {
#include "tensor/kernels/generic.inl"
}  // namespace

const Kernels kAvx512 = {"avx512", dot, decode, add_scaled};

}  // namespace canter::kernels
