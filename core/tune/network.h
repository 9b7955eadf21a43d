#pragma once

#include <cstddef>
#include <vector>

#include "model/plan/model_plan.h"
#include "tensor/packed_matrix.h"
#include "tune/frozen_products.h"

namespace canter::tuning {

/// A feed-forward network: a layer's own, or one of its experts. What it does not have is nullptr.
struct Network {
  const PackedMatrix* gate = nullptr;
  const PackedMatrix* up = nullptr;
  const PackedMatrix* down = nullptr;
  const float* gate_bias = nullptr;
  const float* up_bias = nullptr;
  const float* down_bias = nullptr;
  Activation activation = Activation::kSilu;
};

/// Rows through such networks and back. May throw std::bad_alloc.
template <typename Real>
class Networks {
 public:
  Networks(ThreadPool& pool, FrozenProducts<Real>& products) : pool_(&pool), products_(&products) {}

  /// x [rows, width] to out [rows, width]; leaves what backward() needs in `gate` (unless the
  /// network has none) and `up`, [rows, its width].
  void forward(const Network& network, std::size_t rows, const Real* x, Real* gate, Real* up,
               Real* out);
  /// Sets x_gradient; `gate` and `up` as forward() left them are overwritten.
  void backward(const Network& network, std::size_t rows, Real* gate, Real* up,
                const Real* out_gradient, Real* x_gradient);

 private:
  ThreadPool* pool_;
  FrozenProducts<Real>* products_;
  std::vector<Real> wide_;  // [rows, the network's width]
};

/// y = x * weights^T, with the bias added unless it is nullptr.
template <typename Real>
void project(const PackedMatrix& weights, const float* bias, std::size_t rows, const Real* x,
             Real* y, FrozenProducts<Real>& products, ThreadPool& pool);

}  // namespace canter::tuning
