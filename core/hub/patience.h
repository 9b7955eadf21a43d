#pragma once

#include "hub/http.h"

namespace canter {

/// Waits between attempts, longer each time.
class Patience {
 public:
  explicit Patience(const HttpSettings& settings) : settings_(settings) {}

  /// Success: it is time to try again. Else the failure's error, since it does not pass or too much
  /// was tried; kInterrupted when asked to stop.
  Result<void> wait(const HttpFailure& failure);
  /// The last attempt got further.
  void renew();

 private:
  const HttpSettings& settings_;
  int failures_ = 0;
  bool progressed_ = false;
};

}  // namespace canter
