#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "decode/draft/recurrent_head.h"

namespace canter::tuning {

/// What a recurrent head learns, or the gradient of it, in one piece for the optimiser. The
/// matrices are those of RecurrentHead.
template <typename Real>
class HeadParameters {
 public:
  HeadParameters(std::size_t width, std::size_t hidden)
      : width_(width), hidden_(hidden), numbers_(RecurrentHead::numbers(width, hidden)) {}

  std::size_t width() const { return width_; }
  std::size_t hidden() const { return hidden_; }
  std::span<Real> all() { return numbers_; }
  std::span<const Real> all() const { return numbers_; }

  Real* in() { return numbers_.data(); }
  const Real* in() const { return numbers_.data(); }
  Real* out() { return in() + 2 * width_ * hidden_; }
  const Real* out() const { return in() + 2 * width_ * hidden_; }
  Real* carry() { return out() + width_ * hidden_; }
  const Real* carry() const { return out() + width_ * hidden_; }
  Real* norm() { return carry() + width_ * width_; }
  const Real* norm() const { return carry() + width_ * width_; }

 private:
  std::size_t width_;
  std::size_t hidden_;
  std::vector<Real> numbers_;
};

}  // namespace canter::tuning
