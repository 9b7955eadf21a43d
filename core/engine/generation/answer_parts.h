#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "chat/answer_splitter.h"
#include "decode/answer.h"
#include "engine/session/messages.h"

namespace canter::engine {

/// Of text that belongs to no token: what the decoder adds behind the last one, what servers send.
inline constexpr TokenId kNoToken = -1;

/// Puts parts behind what an answer has, which was thought about for so long; what is new, but for
/// its speed.
TextAppended append(const std::vector<AnswerPart>& parts, std::int64_t thinking_ms,
                    Message& answer);

/// Puts what the decoder writes into an answer: what is thought, for how long, and the text. Each
/// addition is returned as the event that tells of it.
class AnswerParts {
 public:
  using Clock = std::chrono::steady_clock;

  /// `answer`, which may have parts already, must outlive the object.
  AnswerParts(Message& answer, AnswerSplitter splitter);

  TextAppended add(const WrittenToken& token, Clock::time_point now);
  /// What was held back. `written`: Answer::text, or empty where there is none.
  TextAppended finish(std::string_view written);

 private:
  TextAppended take(const std::vector<AnswerPart>& parts);
  double tokens_per_second() const;

  Message* answer_;
  AnswerSplitter splitter_;
  std::chrono::duration<double, std::milli> thought_;
  std::size_t added_bytes_ = 0;
  int tokens_ = 0;
  std::optional<Clock::time_point> first_token_;
  Clock::time_point last_token_;
};

}  // namespace canter::engine
