#pragma once

#include <atomic>
#include <cstdint>

namespace canter::engine {

/// "Stop" concerns what was asked for before it: every answer carries the epoch of its asking, and
/// a stop begins the next one. Thread safe.
class StopSignal {
 public:
  using Epoch = std::uint64_t;

  Epoch epoch() const { return epoch_.load(std::memory_order_relaxed); }
  void stop() { epoch_.fetch_add(1, std::memory_order_relaxed); }
  bool stopped(Epoch asked) const { return epoch() != asked; }

 private:
  std::atomic<Epoch> epoch_ = 0;
};

}  // namespace canter::engine
