#include "engine/answering/streamed_answer.h"

#include <utility>

namespace canter::engine {

using Clock = std::chrono::steady_clock;

GenerationSink StreamedAnswer::sink() {
  GenerationSink sink;
  sink.token = [this](const GeneratedToken& generated) {
    const std::lock_guard lock(mutex_);
    auto added = parts_.add(generated.token, Clock::now());
    if (events_) events_->push(std::move(added));
  };
  sink.end = [this](Result<Answer> answer) {
    const std::lock_guard lock(mutex_);
    if (auto rest = parts_.finish(answer ? answer->text : "");
        events_ && (!rest.text.empty() || !rest.thinking.empty()))
      events_->push(std::move(rest));
    end_ = std::move(answer);
    changed_.notify_one();
  };
  return sink;
}

std::optional<Result<Answer>> StreamedAnswer::wait(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, time, [this] { return end_.has_value(); });
  return std::exchange(end_, std::nullopt);
}

Message StreamedAnswer::so_far() {
  const std::lock_guard lock(mutex_);
  return *answer_;
}

}  // namespace canter::engine
