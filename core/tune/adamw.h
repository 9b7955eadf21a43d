#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/thread_pool.h"

namespace canter::tuning {

/// How one run of parameters learns.
struct LearningRate {
  std::size_t first = 0;
  std::size_t count = 0;
  double rate = 0;
  double decay = 0;  ///< weight decay, as a part of the rate
};

/// Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101).
class AdamW {
 public:
  static constexpr double kFirstBeta = 0.9;
  static constexpr double kSecondBeta = 0.98;

  explicit AdamW(std::size_t parameters);

  /// One update; `rates` cover the parameters that learn.
  void step(std::span<const LearningRate> rates, std::span<const float> gradient,
            std::span<float> parameters);

  /// For checkpoints.
  struct State {
    int steps = 0;
    std::vector<float> mean;
    std::vector<float> variance;
  };
  const State& state() const { return state_; }
  void restore(State state) { state_ = std::move(state); }

 private:
  State state_;
};

/// Share of the full learning rate at `progress` (0 to 1) of the way: up in a straight line during
/// `warm_up`, then down in half a cosine wave to `floor`.
double learning_rate_share(double progress, double warm_up, double floor);

}  // namespace canter::tuning
