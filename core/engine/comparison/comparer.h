#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/thread_pool.h"
#include "chat/chat_format.h"
#include "decode/decoder.h"
#include "engine/session/comparison_messages.h"
#include "engine/session/event_queue.h"
#include "engine/session/stop_signal.h"
#include "engine/session/tuning_gate.h"
#include "store/store.h"

namespace canter::engine {

/// A comparison with the moment of its asking.
struct ComparisonTask {
  Compare command;
  StopSignal::Epoch epoch = 0;
};

/// The comparison that is under way, one answer at a time so that others get their turn in between.
/// Every answer has a K/V cache of its own: both sides read the prompt from its first token, and
/// what the chats have read stays. Tuning waits as long as a comparison runs. Belongs to the answer
/// thread.
class Comparer {
 public:
  /// All references must outlive the object.
  Comparer(EventQueue& events, const StopSignal& stop, TuningGate& tuning);

  /// The model that is open and what drafts for it.
  struct Means {
    const Model* model = nullptr;  ///< nullptr: none is open
    const ChatFormat* chat = nullptr;
    std::string weight_types;  ///< of the model, as ModelInfo has them
    ThreadPool* pool = nullptr;
    Drafter* drafter = nullptr;      ///< nullptr: there is none
    std::string no_drafter_because;  ///< one line
  };

  bool running() const { return run_ != nullptr; }
  /// Says why it does not where it does not.
  void begin(const ComparisonTask& task, const Means& means);
  /// Gives one more answer and, after the last, keeps what came out in `store` (may be null).
  void go_on(const Means& means, Store* store);
  /// The model or its drafter goes; nothing happens when none runs.
  void end(const Error& error);

 private:
  using Clock = std::chrono::steady_clock;
  struct Question {
    std::string text;
    std::vector<TokenId> tokens;
  };
  struct Run {
    explicit Run(TuningGate& gate) : turn(gate) {}

    TuningGate::Turn turn;
    ComparisonTask task;
    GenerationSettings settings;
    std::vector<Question> questions;
    int context = 0;
    int answers = 0;
    Clock::time_point start;
    ComparedPair pair;                        ///< the one that is under way
    std::vector<TokenId> plain, accelerated;  ///< its tokens
    ComparisonResult result;
  };

  Result<std::vector<Question>> questions(const Compare& command, const ChatFormat& chat,
                                          int context) const;
  Result<Answer> generate(const Means& means, ComparedSide side, const GenerationSettings& settings,
                          const Question& question, const OnToken& on_token);
  /// Reads from the disk and allocates what the first answer alone would have to.
  Result<void> warm_up(const Means& means);
  Result<void> answer(const Means& means);
  void finish_pair();
  void finish(Store* store);

  EventQueue* events_;
  const StopSignal* stop_;
  TuningGate* tuning_;
  std::unique_ptr<Run> run_;
};

}  // namespace canter::engine
