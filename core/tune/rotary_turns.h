#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include "model/plan/rotary.h"
#include "tune/rows.h"

namespace canter::tuning {

/// One of a model's rotary embeddings for rows at given positions, and its transpose.
template <typename Real>
class RotaryTurns {
 public:
  explicit RotaryTurns(const RotaryPlan& plan)
      : plan_(&plan), frequencies_(rotary_frequencies(plan)) {}

  void prepare(const std::vector<int>& positions, ThreadPool& pool) {
    const std::size_t pairs = frequencies_.per_position.size();
    cosine_.resize(positions.size() * pairs);
    sine_.resize(positions.size() * pairs);
    for_each_row(pool, positions.size(), [&](std::size_t row) {
      for (std::size_t i = 0; i < pairs; ++i) {
        const double angle = positions[row] * frequencies_.per_position[i];
        cosine_[row * pairs + i] = Real(std::cos(angle) * frequencies_.magnitude);
        sine_[row * pairs + i] = Real(std::sin(angle) * frequencies_.magnitude);
      }
    });
  }

  /// The heads of one row, `width` apart; `back`: the transpose, for gradients.
  void turn(std::size_t row, int heads, std::size_t width, bool back, Real* numbers) const {
    const std::size_t pairs = frequencies_.per_position.size();
    const std::size_t step = plan_->layout == RotaryLayout::kInterleaved ? 2 : 1;
    const std::size_t apart = plan_->layout == RotaryLayout::kInterleaved ? 1 : pairs;
    const Real *cosine = cosine_.data() + row * pairs, *sine = sine_.data() + row * pairs;
    for (int head = 0; head < heads; ++head, numbers += width) {
      for (std::size_t i = 0; i < pairs; ++i) {
        Real &first = numbers[i * step], &second = numbers[i * step + apart];
        const Real x = first, y = second, s = back ? -sine[i] : sine[i];
        first = x * cosine[i] - y * s;
        second = x * s + y * cosine[i];
      }
    }
  }

 private:
  const RotaryPlan* plan_;
  RotaryFrequencies frequencies_;
  std::vector<Real> cosine_;  // [rows, rotary width / 2]
  std::vector<Real> sine_;    // the same
};

}  // namespace canter::tuning
