#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "engine/generation/answer_parts.h"
#include "engine/generation/generator.h"
#include "engine/session/event_queue.h"

namespace canter::engine {

/// An answer that a generator writes on its thread, for the thread that waits for it: every token
/// becomes an event at once and part of the message.
class StreamedAnswer {
 public:
  /// `answer` and `events` must outlive the object, and the object the generation. Until wait() has
  /// told the end nobody else touches the answer. Without `events` nobody hears of tokens.
  StreamedAnswer(Message& answer, AnswerSplitter splitter, EventQueue* events)
      : answer_(&answer), parts_(answer, std::move(splitter)), events_(events) {}

  GenerationSink sink();
  /// The end of the generation, when it comes within that time.
  std::optional<Result<Answer>> wait(std::chrono::milliseconds time);
  /// The message so far.
  Message so_far();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  Message* answer_;
  AnswerParts parts_;
  EventQueue* events_;
  std::optional<Result<Answer>> end_;
};

}  // namespace canter::engine
