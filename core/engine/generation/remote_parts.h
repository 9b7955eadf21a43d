#pragma once

#include <chrono>
#include <optional>

#include "chat/answer_splitter.h"
#include "decode/statistics.h"
#include "engine/session/messages.h"
#include "remote/chat.h"

namespace canter::engine {

/// Puts what a server writes into an answer: what is thought, for how long, and the text. Servers
/// that do not tell them apart leave the model's own `<think>` in the text.
class RemoteParts {
 public:
  using Clock = std::chrono::steady_clock;

  /// `answer` must outlive the object. `asked`: when the server was.
  RemoteParts(Message& answer, Clock::time_point asked);

  TextAppended add(const remote::ChatDelta& delta, Clock::time_point now);
  /// What was held back.
  TextAppended finish();

  /// What it cost; `usage` is the server's own count, where it gave one.
  AnswerStatistics statistics(const std::optional<remote::ChatUsage>& usage,
                              Clock::time_point now) const;

 private:
  TextAppended take(std::vector<AnswerPart> parts);
  double milliseconds_since_asked(Clock::time_point now) const;

  Message* answer_;
  AnswerSplitter splitter_;
  Clock::time_point asked_;
  Clock::time_point last_;
  std::optional<Clock::time_point> first_;
  std::chrono::duration<double, std::milli> thought_{0};
  int pieces_ = 0;  ///< most servers send one for each token
};

}  // namespace canter::engine
