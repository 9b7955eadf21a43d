#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "model/forward/attention_mixer.h"
#include "model/forward/dense_network.h"
#include "model/forward/kv_cache.h"
#include "model/forward/layer_inputs.h"
#include "model/forward/mixture.h"
#include "model/forward/pass.h"
#include "model/forward/recurrent_mixer.h"

namespace canter {

/// The layers of a plan, which rows go through one after another. Keeps scratch memory; belongs to
/// one thread, which the pool's threads help. May throw std::bad_alloc.
class Layers {
 public:
  /// All must outlive the object. `first`: where the plan's layers begin among the model's weights.
  Layers(const Model& model, const ModelPlan& plan, int first, ThreadPool& pool);

  /// Numbers of scratch for each row.
  static std::size_t numbers_per_row(const ModelPlan& plan);

  /// Makes room for rows. Their positions and views, tokens and parents are then to be filled in,
  /// and their first hidden states.
  void resize(std::size_t rows);
  /// The same, with all of that but the hidden states filled in for tokens that continue a sequence
  /// of `first` tokens, one behind the other.
  void lay_out_chain(std::span<const TokenId> tokens, int first);
  Pass& pass() { return pass_; }
  std::vector<int>& tokens() { return tokens_; }    ///< [rows], -1: an embedding
  std::vector<int>& parents() { return parents_; }  ///< [rows], -1: the sequence so far
  std::vector<float>& hidden() { return hidden_; }  ///< [rows, width]

  /// Once for each pass, before its layers.
  void prepare(bool beyond);
  /// `sequences` cover the rows in order; of a model with states there is one alone.
  Result<void> run(int layer, std::span<const SequenceRows> sequences, const KvCache* prefix);
  /// Advances states by rows of the pass, as RecurrentMixer::keep() says.
  void keep(std::span<const int> path, KvCache& cache);

  /// x, `count` rows of [width], normalised into out, which may be x.
  void normalise(const LayerWeights& weights, Role weight, Role bias, std::size_t count,
                 const float* x, float* out);

 private:
  void feed_forward(int layer, const float* x, float* out);
  /// Adds to hidden_, scaled as the plan says.
  void add_branch(const std::vector<float>& branch);

  Pass pass_;
  AttentionMixer attention_;
  RecurrentMixer recurrent_;
  DenseNetwork dense_;
  Mixture mixture_;
  LayerInputs layer_inputs_;
  std::vector<int> tokens_;
  std::vector<int> parents_;
  std::vector<float> hidden_;
  std::vector<float> normed_;  // [rows, width]
  std::vector<float> branch_;  // [rows, width]
  std::vector<float> second_;  // [rows, width]: of a feed-forward network beside another branch
  std::vector<float> routed_;  // [rows, width]: what a router reads, where it is not the input
};

}  // namespace canter
