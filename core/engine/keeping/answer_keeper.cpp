#include "engine/keeping/answer_keeper.h"

#include "base/log.h"

namespace canter::engine {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(900);

std::size_t bytes_of(const Message& answer) {
  return answer.content.size() + answer.thinking.size();
}

}  // namespace

AnswerKeeper::AnswerKeeper(Store& store, const Message& answer, Clock::time_point now)
    : store_(store), kept_bytes_(bytes_of(answer)), kept_at_(now) {}

bool AnswerKeeper::is_due(Clock::time_point now) const {
  return now - kept_at_ >= kInterval;
}

void AnswerKeeper::keep(const Message& answer, Clock::time_point now) {
  if (!is_due(now) || bytes_of(answer) == kept_bytes_) return;
  kept_bytes_ = bytes_of(answer);
  kept_at_ = now;
  if (const auto kept = store_.checkpoint_answer(answer); !kept)
    log(LogLevel::kWarning, kept.error().message);
}

}  // namespace canter::engine
