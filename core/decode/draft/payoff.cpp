#include "decode/draft/payoff.h"

#include <algorithm>

namespace canter {
namespace {

constexpr int kWindow = 32;
/// A loss this large needs no longer look.
constexpr int kShortWindow = 8;
constexpr double kLarge = 0.8;
constexpr int kFirstRest = 16;
constexpr int kLongestRest = 512;
constexpr double kWorthIt = 1;

}  // namespace

void Payoff::observe_draft(int tokens, double milliseconds, double plain_ms) {
  spent_ += milliseconds;
  plain_ += tokens * plain_ms;
  ++steps_;
  const bool clear = steps_ >= kShortWindow && speedup() < kLarge;
  if (steps_ < kWindow && !clear) return;
  if (speedup() < kWorthIt) {
    resting_ = rest_;
    rest_ = std::min(2 * rest_, kLongestRest);
  } else {
    rest_ = kFirstRest;
  }
  steps_ /= 2;
  spent_ /= 2;
  plain_ /= 2;
}

void Payoff::observe_plain() {
  if (resting_ == 0) return;
  if (--resting_ == 0) steps_ = 0, spent_ = 0, plain_ = 0;
}

}  // namespace canter
