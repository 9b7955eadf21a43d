#pragma once

#include <chrono>

#include "engine/session/stop_signal.h"

namespace canter::engine {

/// When something was asked for: as far as stopping is concerned, and by the clock.
struct Asking {
  StopSignal::Epoch epoch = 0;
  std::chrono::steady_clock::time_point at = std::chrono::steady_clock::now();
};

}  // namespace canter::engine
