#include "decode/draft/asking.h"

#include <algorithm>

namespace canter {
namespace {

constexpr double kNews = 0.05;  // of the running mean of times

}  // namespace

void Asking::observe_time(double milliseconds) {
  // A pause of the process is no property of the source.
  const double bounded = timed_ ? std::min(milliseconds, 4 * milliseconds_) : milliseconds;
  milliseconds_ += (timed_ ? kNews : 1) * (bounded - milliseconds_);
  timed_ = true;
}

void Asking::observe_saved(double probability, double milliseconds) {
  constexpr int kMostSeen = 30;
  Saved& saved = saved_[kind(probability)];
  saved.seen = std::min(saved.seen + 1, kMostSeen);
  saved.milliseconds += (milliseconds - saved.milliseconds) / saved.seen;
}

}  // namespace canter
