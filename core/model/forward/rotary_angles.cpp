#include "model/forward/rotary_angles.h"

#include <cmath>

namespace canter {

RotaryAngles::RotaryAngles(const RotaryPlan& plan)
    : layout_(plan.layout),
      width_(plan.width),
      near_(rotary_frequencies(plan)),
      beyond_(rotary_frequencies(plan, true)) {}

void RotaryAngles::prepare(Pass& pass, bool beyond) {
  const RotaryFrequencies& frequencies = beyond ? beyond_ : near_;
  const std::size_t pairs = frequencies.per_position.size();
  cosine_.resize(pass.rows() * pairs);
  sine_.resize(pass.rows() * pairs);
  pass.for_each_row(pass.rows(), [&](std::size_t row) {
    for (std::size_t i = 0; i < pairs; ++i) {
      const double angle = pass.positions[row] * frequencies.per_position[i];
      cosine_[row * pairs + i] = float(std::cos(angle) * frequencies.magnitude);
      sine_[row * pairs + i] = float(std::sin(angle) * frequencies.magnitude);
    }
  });
}

void RotaryAngles::turn(std::size_t row, int heads, int head_width, float* numbers) const {
  const std::size_t pairs = width_ / 2;
  for (int head = 0; head < heads; ++head)
    turn_head(layout_, cosine_.data() + row * pairs, sine_.data() + row * pairs, width_,
              numbers + std::size_t(head) * head_width);
}

}  // namespace canter
