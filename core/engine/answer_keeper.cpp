#include "engine/answer_keeper.h"

#include "base/log.h"

namespace canter::engine {
namespace {

constexpr auto kInterval = std::chrono::milliseconds(900);

}  // namespace

AnswerKeeper::AnswerKeeper(Store& store, MessageId answer, const std::string& said,
                           Clock::time_point now)
    : store_(store), answer_(answer), kept_bytes_(said.size()), kept_at_(now) {}

void AnswerKeeper::keep(const std::string& said, Clock::time_point now) {
  if (said.size() == kept_bytes_ || now - kept_at_ < kInterval) return;
  kept_bytes_ = said.size();
  kept_at_ = now;
  if (const auto kept = store_.checkpoint_answer(answer_, said); !kept)
    log(LogLevel::kWarning, kept.error().message);
}

}  // namespace canter::engine
