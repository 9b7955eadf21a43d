#include "engine/event_queue.h"

#include <utility>

namespace canter::engine {

void EventQueue::push(Event event) {
  {
    const std::lock_guard lock(mutex_);
    if (merge_text(event)) return;
    events_.push_back(std::move(event));
    if (events_.size() > 1) return;
  }
  if (wake_) wake_();
}

bool EventQueue::merge_text(const Event& event) {
  const auto* text = std::get_if<TextAppended>(&event);
  auto* last = events_.empty() ? nullptr : std::get_if<TextAppended>(&events_.back());
  if (!text || !last || last->answer != text->answer) return false;
  last->text += text->text;
  last->tokens += text->tokens;
  last->tokens_per_second = text->tokens_per_second;
  return true;
}

std::vector<Event> EventQueue::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

}  // namespace canter::engine
