#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "tune/gemm.h"

namespace canter::tuning {

/// Products of many rows with the model's matrices, forward and backward. Weights are decoded to
/// `Real` in panels of outputs that are used and forgotten; those of a small model are kept.
/// Belongs to one thread, which the pool's threads help. May throw std::bad_alloc.
template <typename Real>
class FrozenProducts {
 public:
  /// `model` and `pool` must outlive the object. Decoded weights are kept when all of them take at
  /// most `keep_bytes`.
  FrozenProducts(const Model& model, ThreadPool& pool, std::uint64_t keep_bytes);

  /// y[rows, outputs] = x[rows, inputs] * weights^T.
  void forward(const PackedMatrix& weights, const Real* x, std::size_t rows, Real* y);

  /// x_gradient[rows, inputs] = y_gradient[rows, outputs] * weights, added to what is there if
  /// `add`.
  void backward(const PackedMatrix& weights, const Real* y_gradient, std::size_t rows,
                Real* x_gradient, bool add = false);

  /// Multiply-adds of all products so far.
  double multiply_adds() const { return multiply_adds_; }

 private:
  /// Calls use(first output, count, numbers [count, inputs]) for all outputs in turn.
  template <typename Use>
  void for_each_panel(const PackedMatrix& weights, const Use& use);
  void decode(const PackedMatrix& weights, std::size_t first, std::size_t count, Real* numbers);

  ThreadPool* pool_;
  bool keep_ = false;
  std::map<const PackedMatrix*, std::vector<Real>> kept_;
  std::vector<Real> panel_;
  std::vector<std::vector<std::byte>> scratch_;  // per thread
  std::vector<std::vector<float>> row_;          // per thread
  double multiply_adds_ = 0;
};

}  // namespace canter::tuning
