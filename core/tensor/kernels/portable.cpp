#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {
constexpr int kLanes = 4;
#include "tensor/kernels/generic.inl"
}  // namespace

const Kernels kPortable = {"portable", dot, decode, add_scaled};

}  // namespace canter::kernels
