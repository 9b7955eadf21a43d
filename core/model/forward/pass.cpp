#include "model/forward/pass.h"

#include "tensor/operations.h"

namespace canter {

void Pass::multiply(const float* x, const PackedMatrix& matrix, const std::vector<float>& bias,
                    float* y) {
  matmul.multiply(x, rows(), matrix, y);
  if (bias.empty()) return;
  for_each_row(rows(), [&](std::size_t row) {
    add_bias(y + row * bias.size(), bias.data(), 1, bias.size());
  });
}

}  // namespace canter
