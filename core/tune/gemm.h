#pragma once

#include <cstddef>

#include "base/thread_pool.h"

namespace canter::tuning {

/// A row-major factor of a product; `stride` numbers lie between its rows as stored.
template <typename Real>
struct Factor {
  const Real* numbers = nullptr;
  std::size_t stride = 0;
  bool transposed = false;
};

/// out[rows, columns] = scale * a[rows, depth] * b[depth, columns] + keep * out.
template <typename Real>
struct Product {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t depth = 0;
  Factor<Real> a;
  Factor<Real> b;
  Real* out = nullptr;
  std::size_t out_stride = 0;
  Real scale = 1;
  Real keep = 0;
};

/// One call of the BLAS library on the calling thread. Real is float or double.
template <typename Real>
void multiply(const Product<Real>& product);

/// The same in tiles that the pool's threads share. How it is cut depends on the shape alone, so
/// the result does not depend on the number of threads.
template <typename Real>
void multiply(const Product<Real>& product, ThreadPool& pool);

/// BLAS libraries start threads of their own unless told not to; here the pool's threads call it
/// instead, each for its tile. Concerns the whole process. To be called before multiply().
void keep_blas_single_threaded();

}  // namespace canter::tuning
