#pragma once

#include <vector>

#include "model/forward/pass.h"
#include "model/plan/rotary.h"

namespace canter {

/// Cosines and sines of a pass's rows for one of the model's rotary embeddings.
class RotaryAngles {
 public:
  explicit RotaryAngles(const RotaryPlan& plan);

  /// Of the rows of the pass; `beyond` as in rotary_frequencies(). May throw std::bad_alloc.
  void prepare(Pass& pass, bool beyond);
  /// Turns the heads of one row, `head_width` apart.
  void turn(std::size_t row, int heads, int head_width, float* numbers) const;

  static std::size_t numbers_per_row(const RotaryPlan& plan) { return plan.width; }

 private:
  RotaryLayout layout_;
  int width_;
  RotaryFrequencies near_;
  RotaryFrequencies beyond_;
  std::vector<float> cosine_;  // [rows, width / 2]
  std::vector<float> sine_;    // the same
};

}  // namespace canter
