#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/aligned_memory.h"
#include "base/thread_pool.h"
#include "tensor/packed_matrix.h"
#include "tensor/stage_clock.h"

namespace canter {

/// Products of activations with weight matrices. Keeps scratch memory; one product at a time.
///
/// For every element the order of operations depends on its row of activations and its weights
/// alone: not on how many rows or matrices run together, nor on the number of threads. Integer
/// formats take activations as bytes with one scale for each 32 of a row (kernels.h). Of rows below
/// kLongRow the coarsest blocks, one of eight, are mended by what their bytes leave: bytes alone
/// shift the logits of a model of 135 million weights by 0.15, this by half of that and, where a
/// few activations are large, by far less. Rows below PackedMatrix::kTinyRow are taken as 16 bits,
/// and what these leave as 16 bits again. BF16 takes activations as bfloat16 where the processor
/// multiplies these; rows below kLongRow as bfloat16 and what that leaves as bfloat16 again where
/// rows are cheap, else, and below kTinyRow, as float32.
class Matmul {
 public:
  static constexpr std::size_t kLongRow = PackedMatrix::kLongRow;

  explicit Matmul(ThreadPool& pool) : pool_(&pool), sums_(pool.threads()) {}

  /// Adds its time to `clock` from now on, which must outlive the object; nullptr: no longer.
  void time_with(StageClock* clock) { clock_ = clock; }

  /// A product that is to come.
  struct Shape {
    TensorType type;
    std::size_t inputs;
    std::size_t rows;        ///< of all groups
    std::size_t group_rows;  ///< of the largest
  };
  /// Bytes of scratch for any of `products`; each of several groups may take 64 bytes more.
  static std::size_t scratch_bytes(std::span<const Shape> products, int threads);

  struct Part {
    const PackedMatrix* weight;
    float* y;  ///< [rows, weight outputs]
  };

  /// Rows that the same weights multiply: x is [rows, inputs], dense, and all weights of a group
  /// have that number of inputs. Without rows or parts there is nothing to do; the same x in
  /// several groups is made ready once.
  struct Group {
    const float* x;
    std::size_t rows;
    std::span<const Part> parts;
  };

  /// y[r][o] = sum over i of x[r][i] * weight[o][i] for every part of every group, all at once: an
  /// expert's rows are a group. All weights are packed for the same set of kernels. Throws
  /// std::bad_alloc when there is no scratch memory.
  void multiply(std::span<const Group> groups);
  void multiply(const float* x, std::size_t rows, std::span<const Part> parts) {
    const Group group{x, rows, parts};
    multiply({&group, 1});
  }
  void multiply(const float* x, std::size_t rows, const PackedMatrix& weight, float* y) {
    const Part part{&weight, y};
    multiply(x, rows, {&part, 1});
  }

 private:
  /// The rows of a group, or of several with the same, in one form, ready for products.
  struct Prepared {
    const Group* group;
    const PackedMatrix* weight;  ///< one of those that take the form
    std::size_t first_row;       ///< its first among all that are prepared
    std::size_t numbers;         ///< where they begin in numbers_
    std::size_t integer_blocks;  ///< where they begin in integer_blocks_
    std::size_t rests;           ///< where they begin in rests_ and sorted_rests_
    kernels::Activations activations;
  };

  /// Panels [first, last) of one matrix.
  struct Task {
    const Part* part;
    std::size_t prepared;
    std::size_t first, last;
  };

  /// Fills prepared_ and products_, and makes room.
  void plan(std::span<const Group> groups);
  void prepare();
  void prepare_row(const Prepared& prepared, std::size_t row);
  void divide();
  void run(const Task& task, int thread);

  ThreadPool* pool_;
  StageClock* clock_ = nullptr;
  std::vector<Prepared> prepared_;
  AlignedMemory numbers_;
  std::vector<kernels::IntegerBlock> integer_blocks_;
  std::vector<kernels::Rest> rests_;         // by row
  std::vector<kernels::Rest> sorted_rests_;  // by block
  std::vector<AlignedMemory> sums_;          // [threads][rows, panel]
  std::vector<Task> products_;               // whole matrices
  std::vector<Task> tasks_;                  // what threads take
};

}  // namespace canter
