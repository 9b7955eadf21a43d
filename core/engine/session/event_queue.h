#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "engine/session/messages.h"

namespace canter::engine {

/// Events on their way to a front end. Thread safe.
class EventQueue {
 public:
  /// `wake` is called, on the pushing thread, when the queue stops being empty.
  explicit EventQueue(std::function<void()> wake) : wake_(std::move(wake)) {}

  /// Text for the answer that the last event was about is added to that event, and the progress of
  /// a model or a download replaces what the last event said of it.
  void push(Event event);
  std::vector<Event> take();

 private:
  bool merge(const Event& event);

  std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Event> events_;
};

}  // namespace canter::engine
