#pragma once

#include <chrono>
#include <string>

#include "store/store.h"

namespace canter::engine {

/// Puts what an answer has said so far into the database, so that no more than a second of it is
/// gone when the program is killed.
class AnswerKeeper {
 public:
  using Clock = std::chrono::steady_clock;

  /// `answer`: as the database has it.
  AnswerKeeper(Store& store, const Message& answer, Clock::time_point now);

  /// To be called with every token, and again and again while a step takes its time: what one step
  /// said last waits for the next one only so long.
  void keep(const Message& answer, Clock::time_point now);
  /// Whether keep() would look at the answer now.
  bool is_due(Clock::time_point now) const;

 private:
  Store& store_;
  std::size_t kept_bytes_;
  Clock::time_point kept_at_;
};

}  // namespace canter::engine
