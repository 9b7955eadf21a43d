#include "model/forward/activation.h"

#include "tensor/operations.h"

namespace canter {

void activate(Activation activation, float* gate, const float* up, std::size_t count) {
  switch (activation) {
    case Activation::kSilu:
      return silu_multiply(gate, up, count);
    case Activation::kGeluTanh:
      return gelu_tanh_multiply(gate, up, count);
    case Activation::kClampedSwiGlu:
      return clamped_silu_multiply(gate, up, float(kClampedSlope), float(kClampedLimit), count);
    case Activation::kGelu:
      gelu(gate, count);
      for (std::size_t i = 0; i < count; ++i) gate[i] *= up[i];
  }
}

void activate(Activation activation, float* x, std::size_t count) {
  if (activation == Activation::kGelu) return gelu(x, count);
  if (activation == Activation::kGeluTanh) return gelu_tanh(x, count);
  // x times sigmoid(x); the clamped form exists with a gate alone.
  sigmoid_multiply(x, x, count);
}

}  // namespace canter
