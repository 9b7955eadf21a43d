#pragma once

#include <mutex>
#include <optional>
#include <utility>

#include "engine/session/messages.h"

namespace canter::engine {

/// The model that was asked for last, until somebody sets about opening it. Thread safe.
class WantedModel {
 public:
  void want(OpenModel model) {
    const std::lock_guard lock(mutex_);
    model_ = std::move(model);
  }

  /// nullopt when none is wanted, or none any more.
  std::optional<OpenModel> take() {
    const std::lock_guard lock(mutex_);
    if (closed_) return std::nullopt;
    return std::exchange(model_, std::nullopt);
  }

  /// Is what was taken no longer wanted?
  bool outdated() const {
    const std::lock_guard lock(mutex_);
    return closed_ || model_.has_value();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<OpenModel> model_;
  bool closed_ = false;
};

}  // namespace canter::engine
