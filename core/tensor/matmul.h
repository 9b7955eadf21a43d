#pragma once

#include <cstddef>
#include <vector>

#include "base/thread_pool.h"
#include "tensor/matrix.h"

namespace canter {

/// Products of activations with weight matrices. Keeps scratch memory; one product at a time.
///
/// Up to kNarrowRows - 1 rows each element is one dot product, whose order of operations depends on
/// its row and the weights alone: not on how many rows run, nor on the number of threads. From
/// kNarrowRows on OpenBLAS multiplies panels whose shapes depend on the matrix and the number of
/// rows, not on the number of threads.
class Matmul {
 public:
  static constexpr std::size_t kNarrowRows = 16;

  explicit Matmul(ThreadPool& pool);

  /// y[r][o] = sum over i of x[r][i] * weight[o][i]; x is [rows, inputs], y [rows, outputs], both
  /// dense. `weight.type` must be one that can_decode().
  void multiply(const Matrix& weight, const float* x, std::size_t rows, float* y);

 private:
  void multiply_narrow(const Matrix& weight, const float* x, std::size_t rows, float* y);
  void multiply_wide(const Matrix& weight, const float* x, std::size_t rows, float* y);

  ThreadPool* pool_;
  std::vector<std::vector<float>> panels_;  // [threads][panel outputs * inputs]
};

}  // namespace canter
