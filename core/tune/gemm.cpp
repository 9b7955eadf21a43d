#include "tune/gemm.h"

#include <algorithm>

#ifdef CANTER_BLAS_ACCELERATE
#include <Accelerate/Accelerate.h>

#include <cstdlib>
#else
#include <cblas.h>
#endif

#include "tensor/divide_up.h"

namespace canter::tuning {
namespace {

// A tile's factors are packed anew by OpenBLAS: from this size on that is a few percent.
constexpr std::size_t kTileRows = 256;
constexpr std::size_t kTileColumns = 512;

CBLAS_TRANSPOSE order(bool transposed) {
  return transposed ? CblasTrans : CblasNoTrans;
}

/// The factor from its element [row, column] on, as it enters the product.
template <typename Real>
Factor<Real> from(const Factor<Real>& factor, std::size_t row, std::size_t column) {
  const std::size_t skip =
      factor.transposed ? column * factor.stride + row : row * factor.stride + column;
  return {factor.numbers + skip, factor.stride, factor.transposed};
}

void call(const Product<float>& p) {
  cblas_sgemm(CblasRowMajor, order(p.a.transposed), order(p.b.transposed), int(p.rows),
              int(p.columns), int(p.depth), p.scale, p.a.numbers, int(p.a.stride), p.b.numbers,
              int(p.b.stride), p.keep, p.out, int(p.out_stride));
}

void call(const Product<double>& p) {
  cblas_dgemm(CblasRowMajor, order(p.a.transposed), order(p.b.transposed), int(p.rows),
              int(p.columns), int(p.depth), p.scale, p.a.numbers, int(p.a.stride), p.b.numbers,
              int(p.b.stride), p.keep, p.out, int(p.out_stride));
}

}  // namespace

void keep_blas_single_threaded() {
#ifdef CANTER_BLAS_ACCELERATE
  setenv("VECLIB_MAXIMUM_THREADS", "1", 1);  // read when it is first called
#else
  openblas_set_num_threads(1);
#endif
}

template <typename Real>
void multiply(const Product<Real>& product) {
  if (product.rows > 0 && product.columns > 0) call(product);
}

template <typename Real>
void multiply(const Product<Real>& product, ThreadPool& pool) {
  const std::size_t across = divide_up(product.columns, kTileColumns);
  const std::size_t down = divide_up(product.rows, kTileRows);
  pool.for_each(across * down, [&](std::size_t tile, int) {
    const std::size_t row = tile / across * kTileRows;
    const std::size_t column = tile % across * kTileColumns;
    Product<Real> part = product;
    part.rows = std::min(kTileRows, product.rows - row);
    part.columns = std::min(kTileColumns, product.columns - column);
    part.a = from(product.a, row, 0);
    part.b = from(product.b, 0, column);
    part.out += row * product.out_stride + column;
    multiply(part);
  });
}

template void multiply(const Product<float>&);
template void multiply(const Product<double>&);
template void multiply(const Product<float>&, ThreadPool&);
template void multiply(const Product<double>&, ThreadPool&);

}  // namespace canter::tuning
