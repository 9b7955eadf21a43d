#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "base/aligned_memory.h"
#include "base/thread_pool.h"
#include "tensor/kernels/kernels.h"
#include "tensor/recurrent/row_walk.h"
#include "tensor/stage_clock.h"

namespace canter {

/// A matrix for each head as the state of a layer.
struct StateMatrices {
  std::size_t heads = 0;
  std::size_t height = 0;
  std::size_t width = 0;
  const float* kept = nullptr;  ///< [heads, height, width]
  float* end = nullptr;         ///< the same, or nullptr; may be `kept`
};

/// What the operations of this folder run with. Keeps scratch memory; one operation at a time.
class StateWorkspace {
 public:
  /// `pool` must outlive the object. `set` is the one to compute with.
  explicit StateWorkspace(ThreadPool& pool, const kernels::Kernels& set = kernels::active());

  /// Adds its time to `clock` from now on, which must outlive the object; nullptr: no longer.
  void time_with(StageClock* clock) { clock_ = clock; }

  /// Bytes of scratch for walks that hold up to `states` states of `height` rows.
  static std::size_t scratch_bytes(std::size_t states, std::size_t height, int threads);

  ThreadPool& pool() { return *pool_; }
  const kernels::RecurrentKernels& kernels() const { return *kernels_; }

  /// At least `count` numbers for each thread. Throws std::bad_alloc.
  void reserve(std::size_t count);
  float* scratch(int thread) { return reinterpret_cast<float*>(scratch_[thread].data()); }

  /// Calls `take` for every row of the walk and every part of every head's state; it has to fill
  /// in what is not about the state, and run the step. The rows of one part come in their order,
  /// parts at the same time. Throws std::bad_alloc.
  using TakeStep = std::function<void(std::size_t head, std::size_t row, std::size_t column,
                                      kernels::StateStep& step)>;
  void walk(const RowWalk& walk, const StateMatrices& states, const TakeStep& take);

 private:
  ThreadPool* pool_;
  StageClock* clock_ = nullptr;
  const kernels::RecurrentKernels* kernels_;
  std::vector<AlignedMemory> scratch_;  // [threads]
};

}  // namespace canter
