#pragma once

#include "format/tensor_type.h"
#include "tensor/kernels/kernels.h"

namespace canter::kernels {

extern const Kernels kPortable;
extern const Kernels kAvx2;
extern const Kernels kAvx512;

}  // namespace canter::kernels
