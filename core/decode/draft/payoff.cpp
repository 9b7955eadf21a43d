#include "decode/draft/payoff.h"

#include <algorithm>

namespace canter {
namespace {

/// What may be lost for good, of all time.
constexpr double kAllowed = 0.02;
/// What was saved long ago allows no more losses than this.
constexpr double kMostSaved = 4;
/// A step that took longer, in tokens, was interrupted by something else.
constexpr double kLongestStep = 8;
/// So much more debt than drafting rests at, at most: it has to be tried again in the end.
constexpr double kBehind = 1;

}  // namespace

void Payoff::observe_draft(int tokens, double milliseconds, double plain_ms) {
  if (!(plain_ms > 0)) return;
  const double taken = std::min(milliseconds / plain_ms, tokens + kLongestStep);
  debt_ = std::clamp(debt_ + taken - (1 + kAllowed) * tokens, -kMostSaved, kMostDebt + kBehind);
}

void Payoff::observe_plain() {
  debt_ = std::max(debt_ - kAllowed, -kMostSaved);
}

}  // namespace canter
