#include "tune/network.h"

#include "tune/activation.h"
#include "tune/rows.h"

namespace canter::tuning {

template <typename Real>
void project(const PackedMatrix& weights, const float* bias, std::size_t rows, const Real* x,
             Real* y, FrozenProducts<Real>& products, ThreadPool& pool) {
  products.forward(weights, x, rows, y);
  if (!bias) return;
  const std::size_t outputs = weights.outputs();
  for_each_row(pool, rows, [&](std::size_t row) {
    for (std::size_t i = 0; i < outputs; ++i) y[row * outputs + i] += Real(bias[i]);
  });
}

template <typename Real>
void Networks<Real>::forward(const Network& network, std::size_t rows, const Real* x, Real* gate,
                             Real* up, Real* out) {
  const std::size_t wide = network.up->outputs();
  if (network.gate) project(*network.gate, network.gate_bias, rows, x, gate, *products_, *pool_);
  project(*network.up, network.up_bias, rows, x, up, *products_, *pool_);
  wide_.resize(rows * wide);
  with_activation(network.activation, [&]<Activation kActivation>() {
    for_each_row(*pool_, rows, [&](std::size_t row) {
      const std::size_t at = row * wide;
      if (network.gate)
        activate_forward<kActivation>(gate + at, up + at, wide, wide_.data() + at);
      else
        activate_forward<kActivation, Real>(up + at, nullptr, wide, wide_.data() + at);
    });
  });
  project(*network.down, network.down_bias, rows, wide_.data(), out, *products_, *pool_);
}

template <typename Real>
void Networks<Real>::backward(const Network& network, std::size_t rows, Real* gate, Real* up,
                              const Real* out_gradient, Real* x_gradient) {
  const std::size_t wide = network.up->outputs();
  wide_.resize(rows * wide);
  products_->backward(*network.down, out_gradient, rows, wide_.data());
  with_activation(network.activation, [&]<Activation kActivation>() {
    for_each_row(*pool_, rows, [&](std::size_t row) {
      const std::size_t at = row * wide;
      if (network.gate)
        activate_backward<kActivation>(wide_.data() + at, wide, gate + at, up + at);
      else
        activate_backward<kActivation, Real>(wide_.data() + at, wide, up + at, nullptr);
    });
  });
  if (network.gate) products_->backward(*network.gate, gate, rows, x_gradient);
  products_->backward(*network.up, up, rows, x_gradient, network.gate != nullptr);
}

template void project(const PackedMatrix&, const float*, std::size_t, const float*, float*,
                      FrozenProducts<float>&, ThreadPool&);
template void project(const PackedMatrix&, const float*, std::size_t, const double*, double*,
                      FrozenProducts<double>&, ThreadPool&);
template class Networks<float>;
template class Networks<double>;

}  // namespace canter::tuning
