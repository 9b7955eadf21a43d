#pragma once

#include "decode/draft/payoff.h"

namespace canter {

/// Watches whether a source that takes time of its own is worth it, against steps in which it was
/// left out: at first some, later one now and then, and all while it rests.
class SourcePayoff {
 public:
  /// Is the source to be asked in this step?
  bool tries() const;

  /// A step with the source, or without it, emitted so many tokens in so many milliseconds.
  void observe(bool with_source, int tokens, double milliseconds);

 private:
  Payoff payoff_;
  int since_without_ = 0;
  // Of steps without the source; old ones fade.
  double steps_ = 0;
  double tokens_ = 0;
  double milliseconds_ = 0;
};

}  // namespace canter
