#include "tensor/matmul.h"

#include <cblas.h>
#include <algorithm>
#include <cstdint>

#include "tensor/kernels/kernels.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

// A task of the narrow product reads about this much: enough to hide the hand-out of tasks, little
// enough that two threads end together.
constexpr std::size_t kTaskBytes = 32 * 1024;

/// Outputs per panel of a wide product: eight panels or more, of 64 to 256 outputs.
std::size_t panel_outputs(std::size_t outputs) {
  return std::clamp<std::size_t>((outputs / 8 + 15) / 16 * 16, 64, 256);
}

bool usable_in_place(const Matrix& weight) {
  return weight.type == TensorType::kF32 &&
         reinterpret_cast<std::uintptr_t>(weight.bytes.data()) % alignof(float) == 0;
}

}  // namespace

Matmul::Matmul(ThreadPool& pool) : pool_(&pool), panels_(pool.threads()) {
  // The pool's threads call BLAS side by side, each for panels of its own.
  openblas_set_num_threads(1);
}

void Matmul::multiply(const Matrix& weight, const float* x, std::size_t rows, float* y) {
  if (rows < kNarrowRows)
    multiply_narrow(weight, x, rows, y);
  else
    multiply_wide(weight, x, rows, y);
}

void Matmul::multiply_narrow(const Matrix& weight, const float* x, std::size_t rows, float* y) {
  const auto& kernels = kernels::active();
  const std::size_t outputs_per_task =
      std::max<std::size_t>(1, kTaskBytes / std::max<std::size_t>(1, weight.row_bytes()));
  const std::size_t tasks = (weight.outputs + outputs_per_task - 1) / outputs_per_task;
  const auto run = [&](std::size_t task, int) {
    const std::size_t end = std::min(weight.outputs, (task + 1) * outputs_per_task);
    for (std::size_t o = task * outputs_per_task; o < end; ++o) {
      for (std::size_t r = 0; r < rows; r += kernels::kTileRows) {
        const std::size_t tile = std::min(kernels::kTileRows, rows - r);
        float sums[kernels::kTileRows];
        kernels.dot(weight.type, weight.row(o), x + r * weight.inputs, weight.inputs, tile,
                    weight.inputs, sums);
        for (std::size_t i = 0; i < tile; ++i) y[(r + i) * weight.outputs + o] = sums[i];
      }
    }
  };
  pool_->for_each(tasks, run);
}

void Matmul::multiply_wide(const Matrix& weight, const float* x, std::size_t rows, float* y) {
  const std::size_t width = panel_outputs(weight.outputs);
  const bool in_place = usable_in_place(weight);
  pool_->for_each((weight.outputs + width - 1) / width, [&](std::size_t panel, int thread) {
    const std::size_t first = panel * width;
    const std::size_t count = std::min(width, weight.outputs - first);
    const float* numbers = nullptr;
    if (in_place) {
      numbers = reinterpret_cast<const float*>(weight.row(first));
    } else {
      auto& scratch = panels_[thread];
      scratch.resize(std::max(scratch.size(), count * weight.inputs));
      for (std::size_t o = 0; o < count; ++o)
        decode_numbers(weight.type, weight.row(first + o), scratch.data() + o * weight.inputs,
                       weight.inputs);
      numbers = scratch.data();
    }
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, int(rows), int(count), int(weight.inputs),
                1.0f, x, int(weight.inputs), numbers, int(weight.inputs), 0.0f, y + first,
                int(weight.outputs));
  });
}

}  // namespace canter
