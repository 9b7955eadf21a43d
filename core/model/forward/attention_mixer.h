#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "model/forward/kv_cache.h"
#include "model/forward/pass.h"
#include "model/plan/rotary_turns.h"

namespace canter {

/// Attention layers of a pass: projections, norms, rotary embedding, softmax, output.
class AttentionMixer {
 public:
  explicit AttentionMixer(const ModelPlan& plan);

  /// Numbers of scratch for each row of a layer.
  static std::size_t numbers_per_row(const AttentionPlan& attention);

  /// Once for each pass, when its positions are known. May throw std::bad_alloc.
  void prepare(Pass& pass, bool beyond);
  /// Reads x, [rows, width], leaves keys and values behind the slots of each row's cache and writes
  /// `out`, [rows, width]. `sequences` cover the rows in order. kTooLarge or std::bad_alloc when
  /// the memory ends.
  Result<void> run(Pass& pass, int layer, const float* x, std::span<const SequenceRows> sequences,
                   const KvCache* prefix, float* out);

 private:
  void project(Pass& pass, const AttentionPlan& attention, const LayerWeights& weights,
               const float* x);
  /// Biases, norms and turning of one row.
  void finish_query(const Pass& pass, const AttentionPlan& attention, const LayerWeights& weights,
                    std::size_t row);
  void finish_key(const Pass& pass, const AttentionPlan& attention, const LayerWeights& weights,
                  std::size_t row);
  void normalise(const Pass& pass, const AttentionPlan& attention, const std::vector<float>& weight,
                 int heads, float* numbers) const;
  std::span<const RowView> views_of(const Pass& pass, int window);
  /// Rows of one sequence, whose keys lie in the cache of layer `source`.
  Result<void> attend(Pass& pass, int layer, int source, const SequenceRows& rows,
                      std::span<const RowView> views, const KvCache* prefix);

  std::vector<RotaryTurns<float>> rotaries_;
  std::vector<std::vector<float>> slopes_;  // of layers with ALiBi, [heads]
  std::vector<float> projected_;            // [rows, heads, 2, head_width], of queries with gates
  std::vector<float> query_;                // [rows, heads, head_width]
  std::vector<float> gate_;                 // the same
  std::vector<float> key_;                  // [rows, kv_heads, head_width]
  std::vector<float> value_;                // the same
  std::vector<float> mixed_;                // [rows, heads, head_width]
  std::vector<RowView> views_;              // [rows], cut to a window
};

}  // namespace canter
