#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/aligned_memory.h"
#include "base/thread_pool.h"
#include "tensor/packed_matrix.h"

namespace canter {

/// Products of activations with weight matrices. Keeps scratch memory; one product at a time.
///
/// For every element the order of operations depends on its row of activations and its weights
/// alone: not on how many rows or matrices run together, nor on the number of threads. Integer
/// formats take activations as bytes with one scale for each 32 of a row (kernels.h); of rows below
/// kLongRow they take what these leave once more so, 16 bits in all.
class Matmul {
 public:
  static constexpr std::size_t kLongRow = 2048;

  explicit Matmul(ThreadPool& pool) : pool_(&pool), sums_(pool.threads()) {}

  /// Bytes of scratch for products of `rows` rows of up to `inputs` numbers with weights of `type`.
  static std::size_t scratch_bytes(TensorType type, std::size_t rows, std::size_t inputs,
                                   int threads);

  struct Part {
    const PackedMatrix* weight;
    float* y;  ///< [rows, weight outputs]
  };

  /// y[r][o] = sum over i of x[r][i] * weight[o][i] for every part; x is [rows, inputs], dense, and
  /// all weights have that number of inputs and are
  /// packed for the same set of kernels. Throws std::bad_alloc when there is no scratch memory.
  void multiply(const float* x, std::size_t rows, std::span<const Part> parts);
  void multiply(const float* x, std::size_t rows, const PackedMatrix& weight, float* y) {
    const Part part{&weight, y};
    multiply(x, rows, {&part, 1});
  }

 private:
  struct Prepared {
    kernels::Activations activations;
    AlignedMemory numbers;
    std::vector<kernels::ByteBlock> byte_blocks;
  };

  /// Panels [first, last) of one matrix.
  struct Task {
    const Part* part;
    std::size_t first, last;
  };

  void prepare(const PackedMatrix& weight, const float* x, std::size_t rows);
  void divide(std::size_t rows, std::span<const Part> parts);
  void run(const Task& task, int thread);

  ThreadPool* pool_;
  Prepared prepared_[3];             // by activation form
  std::vector<AlignedMemory> sums_;  // [threads][rows, panel]
  std::vector<Task> tasks_;
};

}  // namespace canter
