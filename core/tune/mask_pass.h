#pragma once

#include <vector>

#include "base/thread_pool.h"
#include "model/model.h"
#include "tune/attention_layers.h"
#include "tune/expert_mixture.h"
#include "tune/frozen_products.h"
#include "tune/mask_batch.h"
#include "tune/network.h"
#include "tune/norm.h"
#include "tune/parameters.h"

namespace canter::tuning {

/// Mask rows through the frozen layers of a model, forward and backward. The graph is that of
/// Layers; what differs is that products go to BLAS and that activations are kept. Real is float
/// for tuning, double for checking gradients. Belongs to one thread, which the pool's threads help.
/// May throw std::bad_alloc.
template <typename Real>
class MaskPass {
 public:
  /// All must outlive the object; the model is one that can be tuned.
  MaskPass(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products);

  /// Bytes of activations that one row takes until its backward pass.
  static std::uint64_t row_bytes(const UniformShape& shape);

  /// Returns what goes into the output matrix, [rows, width], until the next call. The batch and
  /// what it points to must stay until backward().
  const std::vector<Real>& forward(const Parameters<Real>& parameters,
                                   const MaskBatch<Real>& batch);

  /// After forward(): adds to `gradient` (masks, keys and values) what `output_gradient`, [rows,
  /// width], the gradient of forward()'s result, says of the parameters.
  void backward(const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                const std::vector<Real>& output_gradient, Parameters<Real>& gradient);

 private:
  using Numbers = std::vector<Real>;

  /// What a norm read, and its scales.
  struct KeptNorm {
    Numbers input;   // [rows, width]
    Numbers scales;  // [rows]
  };
  /// Of one layer, for the backward pass.
  struct Kept {
    KeptNorm mixer, mixer_post, network, network_post;
    Numbers gate;  // [rows, feed-forward width]
    Numbers up;    // the same
  };

  void forward_layer(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch);
  void backward_layer(int layer, const Parameters<Real>& parameters, const MaskBatch<Real>& batch,
                      Parameters<Real>& gradient);
  void feed_forward(int layer, const Numbers& x, Numbers& out);
  void feed_forward_back(int layer, const Numbers& out_gradient, Numbers& x_gradient);
  Network network_of(int layer) const;

  Norm norm_of(const LayerWeights& weights, Role weight, Role bias = Role::kCount) const;
  /// x to out, which may be x; backward adds to x_gradient.
  void normalise(const Norm& norm, const Numbers& x, KeptNorm& kept, Numbers& out);
  void normalise_back(const Norm& norm, const KeptNorm& kept, const Numbers& out_gradient,
                      Numbers& x_gradient);
  /// to += factor * from.
  void add(const Numbers& from, Numbers& to, double factor = 1);
  /// The gradient of a branch, by that of the sum which it was added to.
  void branch_gradient(const LayerWeights& weights, bool post_norm, Role role, const KeptNorm& kept,
                       Numbers& branch);

  const Model* model_;
  const ModelPlan* plan_;
  ThreadPool* pool_;
  AttentionLayers<Real> attention_;
  Networks<Real> networks_;
  ExpertMixture<Real> mixture_;
  std::size_t rows_ = 0;
  std::vector<Kept> layers_;
  KeptNorm output_;
  Numbers residual_;  // [rows, width], as all below
  Numbers normed_;
  Numbers branch_;
  Numbers second_;  // of a feed-forward network beside attention
  Numbers residual_gradient_;
  Numbers normed_gradient_;
  Numbers scratch_;
};

}  // namespace canter::tuning
