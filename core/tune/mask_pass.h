#pragma once

#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "tune/frozen_products.h"
#include "tune/mask_attention.h"
#include "tune/mask_batch.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// Mask rows through the frozen layers of a Llama graph, forward and backward. The graph is that of
/// Forward; what differs is that products go to BLAS and that activations are kept. Real is float
/// for tuning, double for checking gradients. Belongs to one thread, which the pool's threads help.
/// May throw std::bad_alloc.
template <typename Real>
class MaskPass {
 public:
  /// All must outlive the object; the model is one that can be tuned.
  MaskPass(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products);

  /// Bytes of activations that one row takes until its backward pass.
  static std::uint64_t row_bytes(const UniformShape& config);

  /// Returns what goes into the output matrix, [rows, width], until the next call. The batch and
  /// what it points to must stay until backward().
  const std::vector<Real>& forward(const Parameters<Real>& parameters,
                                   const MaskBatch<Real>& batch);

  /// After forward(): adds to `gradient` (masks, keys and values) what `output_gradient`, [rows,
  /// width], the gradient of forward()'s result, says of the parameters.
  void backward(const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                const std::vector<Real>& output_gradient, Parameters<Real>& gradient);

 private:
  /// Of one layer, for the backward pass.
  struct Activations {
    std::vector<Real> input;   // [rows, width]
    std::vector<Real> middle;  // [rows, width], behind attention
    std::vector<Real> query;   // [rows, heads, head_width], turned
    std::vector<Real> key;     // [rows, kv_heads, head_width], turned
    std::vector<Real> value;   // [rows, kv_heads, head_width]
    std::vector<Real> mixed;   // [rows, heads, head_width]
    std::vector<Real> gate;    // [rows, feed_forward]
    std::vector<Real> up;      // [rows, feed_forward]
    std::vector<Real> scales;  // [2, rows]: of the norms before attention and feed-forward
  };

  void prepare(const MaskBatch<Real>& batch);
  void forward_layer(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch);
  void backward_layer(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                      Parameters<Real>& gradient);
  /// Rotary embedding of all rows' heads; `back`: its transpose, for gradients.
  void turn(std::vector<Real>& heads, int head_count, bool back);
  void normalise(const std::vector<Real>& x, const std::vector<float>& weight, Real* scales);
  /// Adds to residual_gradient_ what d(norm's output) in normed_ says of its input x.
  void normalise_back(const std::vector<Real>& x, const std::vector<float>& weight,
                      const Real* scales, const std::vector<Real>& out_gradient);
  template <typename Use>
  void for_each_row(const Use& use);

  const Model* model_;
  UniformShape shape_;
  ThreadPool* pool_;
  FrozenProducts<Real>* products_;
  MaskAttention<Real> attention_;
  std::size_t rows_ = 0;
  std::vector<Real> cosine_;  // [rows, rotary width / 2]
  std::vector<Real> sine_;    // the same
  std::vector<Activations> layers_;
  std::vector<Real> residual_;           // [rows, width]
  std::vector<Real> normed_;             // [rows, width]
  std::vector<Real> output_scales_;      // [rows]
  std::vector<Real> residual_gradient_;  // [rows, width]
  std::vector<Real> narrow_;             // [rows, width], scratch
  std::vector<Real> mixed_gradient_;     // [rows, heads, head_width]
  std::vector<Real> query_gradient_;     // the same
  std::vector<Real> key_gradient_;       // [rows, kv_heads, head_width]
  std::vector<Real> value_gradient_;     // the same
  std::vector<Real> wide_;               // [rows, feed_forward], scratch
};

}  // namespace canter::tuning
