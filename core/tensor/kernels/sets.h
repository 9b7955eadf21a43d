#pragma once

#include "format/tensor_type.h"
#include "tensor/kernels/kernels.h"

namespace canter::kernels {

extern const Kernels kPortable;
extern const Kernels kAvx2;
extern const Kernels kAvxVnni;
extern const Kernels kAvx512;
extern const Kernels kAvx512Bf16;
extern const Kernels kAmx;
extern const Kernels kNeon;
extern const Kernels kNeonI8mm;

extern const Product kAvx512Bfloat16Pairs;
/// nullptr for formats that are not multiplied by tiles.
const Product* find_tile_product(TensorType type);

}  // namespace canter::kernels
