#pragma once

#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "model/plan/rotary_turns.h"
#include "tune/frozen_products.h"
#include "tune/mask_attention.h"
#include "tune/mask_batch.h"
#include "tune/norm.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// Attention of a model's layers for mask rows, forward and backward: projections, norms of heads,
/// rotary embedding, softmax, output. The graph is that of AttentionMixer. May throw
/// std::bad_alloc.
template <typename Real>
class AttentionLayers {
 public:
  AttentionLayers(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products);

  /// Numbers that a row keeps of a layer, and scratch, all layers together.
  static std::uint64_t numbers_per_row(const UniformShape& shape);

  void prepare(const MaskBatch<Real>& batch);
  /// x [rows, width] to out [rows, width].
  void forward(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
               const Real* x, Real* out);
  /// Sets x_gradient and adds to the keys and values of `gradient`.
  void backward(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                const Real* out_gradient, Real* x_gradient, Parameters<Real>& gradient);

 private:
  /// Heads [rows, heads, head_width] of queries or keys, and what becomes of them.
  struct Heads {
    std::vector<Real> projected;  // only where there is a norm of heads
    std::vector<Real> scales;     // the norm's, [vectors]
    std::vector<Real> turned;
  };
  struct Kept {
    Heads query;
    Heads key;
    std::vector<Real> value;  // [rows, kv_heads, head_width]
    std::vector<Real> mixed;  // [rows, heads, head_width]
  };

  /// From projections in `heads.turned`, or from gradients of turned heads back to projections.
  void turn(const AttentionPlan& plan, const std::vector<float>& weight, int count, bool query,
            Heads& heads);
  void turn_back(const AttentionPlan& plan, const std::vector<float>& weight, int count, bool query,
                 const Heads& heads, std::vector<Real>& gradient);
  void rotate(const AttentionPlan& plan, int count, bool query, bool back, Real* heads);
  /// Of vectors of heads, which lie one behind another, as rows do.
  Norm norm_of(const std::vector<float>& weight) const;
  MaskHeads<Real> heads_of(int layer) const;

  const Model* model_;
  ThreadPool* pool_;
  FrozenProducts<Real>* products_;
  MaskAttention<Real> attention_;
  std::vector<RotaryTurns<Real>> rotaries_;
  std::vector<int> positions_;  // [rows]
  std::vector<Kept> layers_;
  std::vector<Real> mixed_gradient_;  // [rows, heads, head_width]
  std::vector<Real> query_gradient_;  // the same
  std::vector<Real> key_gradient_;    // [rows, kv_heads, head_width]
  std::vector<Real> value_gradient_;  // the same
  std::vector<Real> turned_;          // [rows, heads, head_width]: before a norm of heads
};

}  // namespace canter::tuning
