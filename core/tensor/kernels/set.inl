// All functions of an instruction set, from what its source has defined before. Included last.
//
// Needs: kByteOffset (what is added to the bytes of Q8_0, since they are multiplied as unsigned).

// In this order.
// clang-format off
#include "tensor/kernels/activations.inl"
#include "tensor/kernels/elementwise.inl"
#include "tensor/kernels/attention.inl"
#include "tensor/kernels/recurrent.inl"
#include "tensor/kernels/float_products.inl"
#include "tensor/kernels/integer_products.inl"
// clang-format on

template <ActivationForm form, typename Format>
constexpr Product kIntegerProduct = {form, 1, false, multiply_integers<Format, form>};
template <ActivationForm form>
constexpr Product kByteProduct = {form, 1, kByteOffset != 0,
                                  multiply_integers<Simple<8, kByteOffset, false>, form>};
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
    case TensorType::kQ8_0:
      return &kByteProduct<form>;
    case TensorType::kQ4_0:
      return &kIntegerProduct<form, Simple<4, 8, false>>;
    case TensorType::kQ4_1:
      return &kIntegerProduct<form, Simple<4, 0, true>>;
    case TensorType::kQ5_0:
      return &kIntegerProduct<form, Simple<5, 16, false>>;
    case TensorType::kQ5_1:
      return &kIntegerProduct<form, Simple<5, 0, true>>;
    case TensorType::kQ4_K:
      return &kIntegerProduct<form, ScaledTwice<4>>;
    case TensorType::kQ5_K:
      return &kIntegerProduct<form, ScaledTwice<5>>;
    case TensorType::kQ6_K:
      return &kIntegerProduct<form, Q6>;
    case TensorType::kQ2_K:
      return &kIntegerProduct<form, Q2>;
    case TensorType::kQ3_K:
      return &kIntegerProduct<form, Q3>;
    case TensorType::kIQ4_NL:
      return &kIntegerProduct<form, IQ4_NL>;
    case TensorType::kIQ4_XS:
      return &kIntegerProduct<form, IQ4_XS>;
    case TensorType::kMXFP4:
      return &kIntegerProduct<form, MXFP4>;
    case TensorType::kIQ2_XXS:
      return &kIntegerProduct<form, Unpacked<IQ2Codes, 8, 32>>;
    case TensorType::kIQ2_XS:
    case TensorType::kIQ2_S:
      return &kIntegerProduct<form, Unpacked<IQ2Codes, 8, 16>>;
    case TensorType::kIQ3_XXS:
      return &kIntegerProduct<form, Unpacked<IQ3_XXSCodes, 4, 32>>;
    case TensorType::kIQ3_S:
      return &kIntegerProduct<form, Unpacked<IQ3_SCodes, 1, 32>>;
    case TensorType::kIQ1_S:
      return &kIntegerProduct<form, Unpacked<IQ1Codes, 8, 32>>;
    case TensorType::kIQ1_M:
      return &kIntegerProduct<form, Unpacked<IQ1Codes, 8, 16>>;
    case TensorType::kTQ1_0:
    case TensorType::kTQ2_0:
      return &kIntegerProduct<form, Unpacked<TernaryCodes, 1, 32>>;
    default:
      return nullptr;
  }
}
