#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "chat/chat_format.h"
#include "model/model.h"

namespace canter::engine {

/// The model that is open, for whoever else works with it. Thread safe.
class CurrentModel {
 public:
  struct Open {
    std::shared_ptr<const Model> model;  ///< nullptr: none is open
    std::shared_ptr<const ChatFormat> chat;
    int context = 0;  ///< that answers are given with
  };

  void set(Open open) {
    const std::lock_guard lock(mutex_);
    open_ = std::move(open);
  }
  Open open() const {
    const std::lock_guard lock(mutex_);
    return open_;
  }
  std::shared_ptr<const Model> get() const { return open().model; }

 private:
  mutable std::mutex mutex_;
  Open open_;
};

}  // namespace canter::engine
