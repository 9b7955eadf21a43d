#pragma once

#include <span>
#include <vector>

#include "model/forward/kv_cache.h"
#include "model/forward/pass.h"

namespace canter {

/// Layers of a pass that keep a state: gated delta nets, state spaces, short convolutions. A pass
/// leaves the cache's states as they are; keep() advances them by the rows that are accepted. May
/// throw std::bad_alloc.
class RecurrentMixer {
 public:
  explicit RecurrentMixer(const ModelPlan& plan);

  /// Numbers of scratch for each row of a layer.
  static std::size_t numbers_per_row(const ModelPlan& plan, const MixerPlan& mixer);

  /// x [rows, width] to out [rows, width].
  void run(Pass& pass, int layer, const float* x, const KvCache& cache, float* out);
  /// After the last pass, which had these rows: advances all states by `path`, root first.
  void keep(Pass& pass, std::span<const int> path, KvCache& cache);

 private:
  /// What keep() needs of a pass. Of a chain, whose end states are at hand, that is nothing, and
  /// all layers share one.
  struct Rows {
    std::vector<float> projected;  // [rows, what the input projection gives]
    std::vector<float> input;      // [rows, channels], of the convolution where not in `projected`
    std::vector<float> convolved;  // [rows, channels]
    std::vector<float> steps;      // [rows, heads]: log decays or time steps
    std::vector<float> betas;      // [rows, heads]
  };
  struct Layer {
    Rows rows;
    RecurrentState end;
  };

  Rows& rows_of(const Pass& pass, int layer) { return pass.chain ? shared_ : layers_[layer].rows; }

  void run(Pass& pass, int layer, const DeltaNetPlan& net, const float* x,
           const RecurrentState& state, float* out);
  void run(Pass& pass, int layer, const StateSpacePlan& space, const float* x,
           const RecurrentState& state, float* out);
  void run(Pass& pass, int layer, const ShortConvolutionPlan& convolution, const float* x,
           const RecurrentState& state, float* out);

  std::vector<Layer> layers_;
  Rows shared_;
  std::vector<float> gate_;   // [rows, values]
  std::vector<float> mixed_;  // [rows, values]
};

}  // namespace canter
