#pragma once

#include <vector>

#include "model/forward/mixture.h"
#include "model/model.h"
#include "tune/network.h"

namespace canter::tuning {

/// Mixtures of experts for mask rows, forward and backward. Which experts a row uses is taken as
/// fixed in the backward pass; their weights are not. The graph is that of Mixture. May throw
/// std::bad_alloc.
template <typename Real>
class ExpertMixture {
 public:
  ExpertMixture(const Model& model, ThreadPool& pool, FrozenProducts<Real>& products);

  /// x [rows, width] to out [rows, width], of a layer that has a mixture.
  void forward(int layer, std::size_t rows, const Real* x, Real* out);
  /// Sets x_gradient.
  void backward(int layer, std::size_t rows, const Real* out_gradient, Real* x_gradient);

 private:
  /// Places [first, first + count) of the arrays below belong to one expert.
  struct Group {
    int expert = 0;
    std::size_t first = 0;
    std::size_t count = 0;
  };
  struct Kept {
    std::vector<Real> logits;        // [rows, experts]
    std::vector<int> chosen;         // [rows, used]
    std::vector<Real> weights;       // the same
    std::vector<std::size_t> place;  // the same: where its numbers are
    std::vector<Group> groups;
    std::vector<Real> gate;         // [places, expert width]
    std::vector<Real> up;           // the same
    std::vector<Real> down;         // [places, width]
    std::vector<Real> shared_gate;  // [rows, shared width]
    std::vector<Real> shared_up;    // the same
  };

  void choose(const LayerWeights& weights, const MixturePlan& mixture, std::size_t rows,
              const Real* x, Kept& kept);
  void group(const MixturePlan& mixture, Kept& kept);
  Network expert(int layer, int expert) const;
  Network shared(int layer) const;

  const Model* model_;
  ThreadPool* pool_;
  FrozenProducts<Real>* products_;
  Networks<Real> networks_;
  std::vector<Kept> layers_;
  std::vector<float> float_logits_;    // of one row
  std::vector<ChosenExpert> chosen_;   // of one row
  std::vector<Real> grouped_;          // [places, width]
  std::vector<Real> weight_gradient_;  // [rows, used]
  std::vector<Real> logit_gradient_;   // [rows, experts]
  std::vector<Real> narrow_;           // [rows, width]
};

}  // namespace canter::tuning
