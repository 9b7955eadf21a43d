#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace canter {

/// Bytes per second of late.
class TransferSpeed {
 public:
  using Clock = std::chrono::steady_clock;

  explicit TransferSpeed(Clock::time_point now = Clock::now()) : since_(now) {}

  void add(std::uint64_t bytes) { bytes_ += bytes; }
  /// The speed, if it is time to say it again: four times a second.
  std::optional<double> due(Clock::time_point now = Clock::now()) {
    const std::chrono::duration<double> time = now - since_;
    if (time < std::chrono::milliseconds(250)) return std::nullopt;
    const double speed = static_cast<double>(bytes_) / time.count();
    // Smoothed over about two seconds.
    speed_ = speed_ < 0 ? speed : speed_ + (speed - speed_) / 8;
    since_ = now;
    bytes_ = 0;
    return speed_;
  }

 private:
  Clock::time_point since_;
  std::uint64_t bytes_ = 0;
  double speed_ = -1;
};

}  // namespace canter
