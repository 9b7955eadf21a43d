#include "decode/draft/asking.h"

#include <algorithm>

namespace canter {
namespace {

constexpr double kNews = 0.05;  // of the running means

}  // namespace

void Asking::observe_time(double milliseconds) {
  // A pause of the process is no property of the source.
  const double bounded = timed_ ? std::min(milliseconds, 4 * milliseconds_) : milliseconds;
  milliseconds_ += (timed_ ? kNews : 1) * (bounded - milliseconds_);
  timed_ = true;
}

void Asking::observe_gain(double with, double without) {
  gain_ += kNews * (std::max(0.0, with - without) - gain_);
}

}  // namespace canter
