#pragma once

#include <vector>

#include "model/forward/pass.h"

namespace canter {

/// Dense feed-forward networks of a pass. May throw std::bad_alloc.
class DenseNetwork {
 public:
  static std::size_t numbers_per_row(const DensePlan& dense) {
    return std::size_t(dense.gated ? 2 : 1) * dense.width;
  }

  /// The layer's own: x [rows, width] to out [rows, width].
  void run(Pass& pass, int layer, const float* x, float* out);
  /// The shared expert of a mixture.
  void run_shared(Pass& pass, int layer, const float* x, float* out);

 private:
  /// x times both matrices, into gate_ and up_.
  void project(Pass& pass, const float* x, const PackedMatrix& gate, const PackedMatrix& up);
  /// gate_ activated, times up_, times the last matrix.
  void finish(Pass& pass, Activation activation, const PackedMatrix& down,
              const std::vector<float>& bias, float* out);

  std::vector<float> gate_;  // [rows, feed-forward width]
  std::vector<float> up_;    // the same
};

}  // namespace canter
