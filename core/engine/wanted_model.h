#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace canter::engine {

/// The model that was asked for last, until somebody sets about opening it. Thread safe.
class WantedModel {
 public:
  void want(std::string source) {
    const std::lock_guard lock(mutex_);
    source_ = std::move(source);
  }

  /// nullopt when none is wanted, or none any more.
  std::optional<std::string> take() {
    const std::lock_guard lock(mutex_);
    if (closed_) return std::nullopt;
    return std::exchange(source_, std::nullopt);
  }

  /// Is what was taken no longer wanted?
  bool outdated() const {
    const std::lock_guard lock(mutex_);
    return closed_ || source_.has_value();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<std::string> source_;
  bool closed_ = false;
};

}  // namespace canter::engine
