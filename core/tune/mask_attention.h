#pragma once

#include <vector>

#include "base/thread_pool.h"
#include "model/plan/model_plan.h"
#include "tune/mask_batch.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// What attention of one layer reads and writes. Rows are MaskBatch::rows.
template <typename Real>
struct MaskHeads {
  const AttentionPlan* plan = nullptr;
  const float* sinks = nullptr;  ///< [heads], or none
  const Real* query = nullptr;   ///< [rows, heads, head_width], rotary embedding applied
  const Real* key = nullptr;     ///< [rows, kv_heads, head_width], rotary embedding applied
  const Real* value = nullptr;   ///< [rows, kv_heads, head_width]
};

template <typename Real>
struct MaskHeadGradients {
  Real* query = nullptr;
  Real* key = nullptr;
  Real* value = nullptr;
  Real* prompt_key = nullptr;    ///< one layer's of Parameters; added to
  Real* prompt_value = nullptr;  ///< the same
};

/// Attention of mask rows over soft prompt, real context and their own group, and its gradient.
/// Scores against prompt and context are products of matrices for each sample and head; the few
/// against the own group are dot products. Scores are computed anew in the backward pass, so memory
/// does not grow with the context. The graph is that of tensor/attention.h: a window cuts a row's
/// path, never the prompt. Belongs to one thread. May throw std::bad_alloc.
template <typename Real>
class MaskAttention {
 public:
  /// `pool` must outlive the object.
  explicit MaskAttention(ThreadPool& pool);

  /// out is [rows, heads, head_width].
  void forward(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
               const MaskHeads<Real>& rows, Real* out);

  /// `out` as forward() left it. Gradients of query, key and value are set, not added to.
  void backward(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                const MaskHeads<Real>& rows, const Real* out, const Real* out_gradient,
                const MaskHeadGradients<Real>& gradients);

 private:
  struct Task;
  struct Scratch {
    std::vector<Real> weights;     // [rows, prompts + context]
    std::vector<Real> own;         // [rows, masks]
    std::vector<Real> gradient;    // [rows, prompts + context]
    std::vector<Real> slopes;      // of the cap of scores, if any: [rows, prompts + context]
    std::vector<Real> own_slopes;  // the same: [rows, masks]
  };

  Task task(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
            const MaskHeads<Real>& rows, std::size_t index) const;
  void prepare(const MaskBatch<Real>& batch, const AdapterShape& shape, bool capped,
               bool gradients);
  /// Caps a row's scores and hides what its window does not reach.
  void shape_scores(const Task& task, std::size_t row, Scratch& scratch) const;
  /// Softmax weights of one query head into the scratch.
  void weigh(const Task& task, const MaskHeads<Real>& rows, int head, Scratch& scratch) const;
  void backward_head(const Task& task, const MaskHeads<Real>& rows, int head, const Real* out,
                     const Real* out_gradient, const MaskHeadGradients<Real>& gradients,
                     Scratch& scratch) const;

  ThreadPool* pool_;
  std::vector<Scratch> scratch_;    // per thread
  std::vector<Real> prompt_parts_;  // [samples, key or value, one layer's prompt numbers]
};

}  // namespace canter::tuning
