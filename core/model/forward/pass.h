#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "tensor/attention.h"
#include "tensor/matmul.h"
#include "tensor/recurrent/row_walk.h"
#include "tensor/recurrent/state_workspace.h"

namespace canter {

class KvCache;

/// Rows of a pass, one behind the other, that belong to one sequence.
struct SequenceRows {
  KvCache* cache = nullptr;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// What the layers of a pass share: the model, the rows, and what computes. Belongs to one thread.
struct Pass {
  Pass(const Model& opened, const ModelPlan& of_layers, int first, ThreadPool& threads)
      : model(&opened),
        pool(&threads),
        matmul(threads),
        attention(threads),
        states(threads),
        plan_(&of_layers),
        first_layer_(first) {}

  const Model* model;
  ThreadPool* pool;
  Matmul matmul;
  Attention attention;
  StateWorkspace states;

  std::vector<int> positions;  // [rows]
  std::vector<RowView> views;  // [rows], without windows
  RowWalk walk;                // of layers that keep a state
  bool chain = false;          ///< all rows continue one another and will be kept

  std::size_t rows() const { return positions.size(); }
  const ModelPlan& plan() const { return *plan_; }
  const LayerWeights& weights(int layer) const {
    return model->weights().layers[first_layer_ + layer];
  }

  /// Calls use(row) for every row, several in each turn of a thread.
  template <typename Use>
  void for_each_row(std::size_t count, const Use& use) {
    constexpr std::size_t kTogether = 8;
    pool->for_each((count + kTogether - 1) / kTogether, [&](std::size_t part, int) {
      const std::size_t end = std::min((part + 1) * kTogether, count);
      for (std::size_t row = part * kTogether; row < end; ++row) use(row);
    });
  }

  /// Calls use(first, count) for parts of [0, count), each enough to be worth a thread's turn.
  template <typename Use>
  void for_each_part(std::size_t count, const Use& use) {
    constexpr std::size_t kTogether = 4096;
    pool->for_each((count + kTogether - 1) / kTogether, [&](std::size_t part, int) {
      const std::size_t first = part * kTogether;
      use(first, std::min(kTogether, count - first));
    });
  }

  /// y = x times the matrix, [rows, outputs], plus the bias unless it is empty.
  void multiply(const float* x, const PackedMatrix& matrix, const std::vector<float>& bias,
                float* y);

 private:
  const ModelPlan* plan_;
  int first_layer_;
};

}  // namespace canter
