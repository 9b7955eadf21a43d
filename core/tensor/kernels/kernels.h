#pragma once

#include <cstddef>
#include <cstdint>

// No standard header with inline code may be included here: the sources of this folder are compiled
// with instruction sets that the rest of the program must not use.

namespace canter {
enum class TensorType : std::uint32_t;
}

namespace canter::kernels {

/// Most activation rows that one call multiplies.
inline constexpr std::size_t kTileRows = 4;

/// The inner loops, once per instruction set. All of them add in the same order and never fuse a
/// product with a sum, so their results are equal to the bit.
struct Kernels {
  const char* name;

  /// y[r] = sum over i of weight[i] * x[r * x_stride + i] for r < rows <= kTileRows. `weight` is
  /// one row of `count` numbers in `type`. The result for a row does not depend on the other rows.
  void (*dot)(TensorType type, const std::byte* weight, const float* x, std::size_t x_stride,
              std::size_t rows, std::size_t count, float* y);

  /// `count` numbers of `type` from the start of a row.
  void (*decode)(TensorType type, const std::byte* source, float* destination, std::size_t count);

  /// y[i] += a * x[i].
  void (*add_scaled)(float a, const float* x, float* y, std::size_t count);
};

/// Best set that this processor and operating system support, or the one that the environment
/// variable CANTER_KERNELS names (`portable`, `avx2`, `avx512`) if it is supported. Chosen once.
const Kernels& active();

/// By name; nullptr when this processor cannot run it or there is no such set.
const Kernels* find(const char* name);

}  // namespace canter::kernels
