// All functions of an instruction set, from what its source has defined before. Included last.

// In this order.
// clang-format off
#include "tensor/kernels/activations.inl"
#include "tensor/kernels/elementwise.inl"
#include "tensor/kernels/attention.inl"
#include "tensor/kernels/recurrent.inl"
#include "tensor/kernels/float_products.inl"
#include "tensor/kernels/integer_products.inl"
// clang-format on

template <typename Format>
constexpr Product kFloatProduct = {ActivationForm::kFloat, 1, false,
                                   multiply_floats<WidenedBlock<Format>>};

/// Block-quantised formats with activations in `form`, others with float32.
template <ActivationForm form>
const Product* find_product(TensorType type) {
  switch (type) {
    case TensorType::kF32:
      return &kFloatProduct<F32>;
    case TensorType::kF16:
      return &kFloatProduct<F16>;
    case TensorType::kBF16:
      return &kFloatProduct<BF16>;
    case TensorType::kF8_E4M3:
      return &kFloatProduct<F8_E4M3>;
    case TensorType::kF8_E5M2:
      return &kFloatProduct<F8_E5M2>;
    default:
      return find_integer_product<IntegerProducts<form>>(type);
  }
}

/// `product` as Kernels has it.
constexpr Kernels kernel_set(
    const char* name, const Product* (*product)(TensorType) = find_product<ActivationForm::kInt8>) {
  return {name,    kPanel,       product,    find_product<ActivationForm::kInt16>,
          prepare, kElementwise, kAttention, kRecurrent};
}
