#pragma once

#include "format/tensor_type.h"
#include "tensor/kernels/kernels.h"

namespace canter::kernels {

extern const Kernels kPortable;
extern const Kernels kAvx2;
extern const Kernels kAvx512;
extern const Kernels kAvx512Bf16;
extern const Kernels kNeon;
extern const Kernels kNeonI8mm;

extern const Product kAvx512Bfloat16Pairs;

}  // namespace canter::kernels
