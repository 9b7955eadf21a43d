#include "engine/session/event_queue.h"

#include <utility>

namespace canter::engine {
namespace {

template <typename Last, typename Next>
bool merge_into(Last&, const Next&) {
  return false;
}

bool merge_into(TextAppended& last, const TextAppended& next) {
  if (last.answer != next.answer) return false;
  last.text += next.text;
  last.tokens.insert(last.tokens.end(), next.tokens.begin(), next.tokens.end());
  last.tokens_per_second = next.tokens_per_second;
  last.thinking += next.thinking;
  last.thinking_ms = next.thinking_ms;
  return true;
}

bool merge_into(ModelOpening& last, const ModelOpening& next) {
  if (last.source != next.source) return false;
  last.progress = next.progress;
  return true;
}

bool merge_into(ComparedTextAppended& last, const ComparedTextAppended& next) {
  if (last.side != next.side) return false;
  last.text += next.text;
  last.token_ms.insert(last.token_ms.end(), next.token_ms.begin(), next.token_ms.end());
  last.token_ends.insert(last.token_ends.end(), next.token_ends.begin(), next.token_ends.end());
  return true;
}

bool merge_into(DownloadProgressed& last, const DownloadProgressed& next) {
  if (last.id != next.id) return false;
  last = next;
  return true;
}

bool merge_into(ModelsMoving& last, const ModelsMoving& next) {
  if (last.ended) return false;
  last = next;
  return true;
}

bool merge_into(TuningProgressed& last, const TuningProgressed& next) {
  if (last.tokens_per_step > 0 || next.tokens_per_step > 0) return false;
  last = next;
  return true;
}

}  // namespace

void EventQueue::push(Event event) {
  {
    const std::lock_guard lock(mutex_);
    if (merge(event)) return;
    events_.push_back(std::move(event));
    if (events_.size() > 1) return;
  }
  if (wake_) wake_();
}

bool EventQueue::merge(const Event& event) {
  return !events_.empty() &&
         std::visit([](auto& last, const auto& next) { return merge_into(last, next); },
                    events_.back(), event);
}

std::vector<Event> EventQueue::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

}  // namespace canter::engine
