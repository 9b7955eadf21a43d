#pragma once

#include <deque>
#include <string>
#include <vector>

#include "chat/chat_format.h"
#include "engine/generation/generator.h"
#include "engine/session/event_queue.h"
#include "engine/session/messages.h"
#include "engine/session/stop_signal.h"

namespace canter::engine {

/// A wish for a summary with the moment of its asking.
struct SummaryTask {
  Summarize command;
  StopSignal::Epoch epoch = 0;
};

/// Summaries of texts that the context has no room for: of each part that it has room for, one part
/// at a time, so that chats get their turn in between. Belongs to the answer thread.
class Summarizer {
 public:
  /// References must outlive the object.
  Summarizer(EventQueue& events, const StopSignal& stop) : events_(&events), stop_(&stop) {}

  bool running() const { return !runs_.empty(); }
  /// `chat` is of the model that is open, whose context has so many tokens; nullptr: none is.
  void begin(SummaryTask task, const ChatFormat* chat, int context);
  /// Reads the next part.
  void go_on(Generator& generator, const ChatFormat& chat, const SamplingSettings& sampling);
  /// The model goes.
  void end(const Error& error);

 private:
  struct Run {
    std::uint64_t request = 0;
    StopSignal::Epoch epoch = 0;
    std::vector<std::string> parts;
    int tokens = 0;  ///< of each part's summary, at most
    std::size_t read = 0;
    std::string text = {};
  };

  Result<std::string> summarize(const Run& run, Generator& generator, const ChatFormat& chat,
                                const SamplingSettings& sampling);
  void finish(SummaryEnded ended);

  EventQueue* events_;
  const StopSignal* stop_;
  std::deque<Run> runs_;
};

}  // namespace canter::engine
