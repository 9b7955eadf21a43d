#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "model/model.h"

namespace canter::engine {

/// The model that is open, for whoever else works with it. Thread safe.
class CurrentModel {
 public:
  void set(std::shared_ptr<const Model> model) {
    const std::lock_guard lock(mutex_);
    model_ = std::move(model);
  }
  /// nullptr: none is open.
  std::shared_ptr<const Model> get() const {
    const std::lock_guard lock(mutex_);
    return model_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Model> model_;
};

}  // namespace canter::engine
