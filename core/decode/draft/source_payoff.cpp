#include "decode/draft/source_payoff.h"

namespace canter {
namespace {

/// Steps without the source at first, then one after so many with it.
constexpr double kFirstWithout = 4;
constexpr int kWithoutAfter = 32;
/// Sums are halved behind so many steps.
constexpr double kMostSteps = 64;

}  // namespace

bool SourcePayoff::tries() const {
  return steps_ >= kFirstWithout && since_without_ < kWithoutAfter && payoff_.tries();
}

void SourcePayoff::observe(bool with_source, int tokens, double milliseconds) {
  if (with_source) {
    ++since_without_;
    payoff_.observe_draft(tokens, milliseconds, milliseconds_ / tokens_);
    return;
  }
  since_without_ = 0;
  payoff_.observe_plain();
  steps_ += 1;
  tokens_ += tokens;
  milliseconds_ += milliseconds;
  if (steps_ < kMostSteps) return;
  steps_ /= 2;
  tokens_ /= 2;
  milliseconds_ /= 2;
}

}  // namespace canter
