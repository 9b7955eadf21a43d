#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "model/plan/rotary.h"

namespace canter {

/// Cosines and sines of one of a model's rotary embeddings for rows at given positions.
template <typename Real>
class RotaryTurns {
 public:
  explicit RotaryTurns(const RotaryPlan& plan)
      : layout_(plan.layout),
        near_(rotary_frequencies(plan)),
        beyond_(rotary_frequencies(plan, true)) {}

  static std::size_t numbers_per_row(const RotaryPlan& plan) { return plan.width; }

  /// `beyond` as in rotary_frequencies(). for_each_row(rows, use) calls use(row) for all of them,
  /// in any order and on any thread. May throw std::bad_alloc.
  template <typename ForEachRow>
  void prepare(std::span<const int> positions, bool beyond, const ForEachRow& for_each_row) {
    const RotaryFrequencies& frequencies = beyond ? beyond_ : near_;
    const std::size_t pairs = frequencies.per_position.size();
    cosine_.resize(positions.size() * pairs);
    sine_.resize(positions.size() * pairs);
    for_each_row(positions.size(), [&](std::size_t row) {
      for (std::size_t i = 0; i < pairs; ++i) {
        const double angle = positions[row] * frequencies.per_position[i];
        cosine_[row * pairs + i] = Real(std::cos(angle) * frequencies.magnitude);
        sine_[row * pairs + i] = Real(std::sin(angle) * frequencies.magnitude);
      }
    });
  }

  /// Turns the heads of one row, `width` apart, in place; `back`: the transpose, for gradients.
  void turn(std::size_t row, int heads, std::size_t width, Real* numbers, bool back = false) const {
    const std::size_t pairs = near_.per_position.size();
    const Real *cosine = cosine_.data() + row * pairs, *sine = sine_.data() + row * pairs;
    const Real sign = back ? -1 : 1;
    for (int head = 0; head < heads; ++head, numbers += width)
      if (layout_ == RotaryLayout::kInterleaved)
        turn_pairs<2>(pairs, cosine, sine, sign, numbers, numbers + 1);
      else
        turn_pairs<1>(pairs, cosine, sine, sign, numbers, numbers + pairs);
  }

 private:
  template <int step>
  static void turn_pairs(std::size_t pairs, const Real* __restrict cosine,
                         const Real* __restrict sine, Real sign, Real* __restrict first,
                         Real* __restrict second) {
    for (std::size_t i = 0; i < pairs; ++i) {
      const Real x = first[i * step], y = second[i * step], s = sign * sine[i];
      first[i * step] = x * cosine[i] - y * s;
      second[i * step] = x * s + y * cosine[i];
    }
  }

  RotaryLayout layout_;
  RotaryFrequencies near_;
  RotaryFrequencies beyond_;
  std::vector<Real> cosine_;  // [rows, rotary width / 2]
  std::vector<Real> sine_;    // the same
};

}  // namespace canter
