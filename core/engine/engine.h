#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "decode/draft/source_set.h"
#include "engine/messages.h"

namespace canter::engine {

struct EngineOptions {
  std::filesystem::path data_dir;
  int threads = 0;  ///< 0: as the database has it, see ComputingSettings
  /// Adapter for the models that are opened: a file, or empty for one that is known for the model.
  /// A file that cannot be used makes opening fail.
  std::filesystem::path adapter = {};
  /// Bytes that models may take; 0: what the system has free.
  std::uint64_t available_memory = 0;
  /// No adapter is looked for.
  bool without_adapter = false;
  /// Where drafts come from. A model that is named here and cannot draft makes opening fail;
  /// without one the model that was chosen for the open one drafts, where that is possible.
  SourceWish drafts = {};
};

/// The core behind a front end: commands in, events out.
///
/// Threads of its own: one owns the model, the K/V cache and the decoder; one keeps the database,
/// so that a conversation opens while an answer streams; one makes adapters; one looks for models.
/// Each has its own connection.
/// post() and take_events() never wait for any and may be called from any thread.
///
/// Errors, those of opening the database included, arrive as events.
class Engine {
 public:
  /// `wake` is called on an engine thread when the event queue stops being empty; it must only
  /// arrange for take_events() to be called soon (post an event to a window's loop, notify a
  /// condition variable).
  Engine(EngineOptions options, std::function<void()> wake);
  /// Stops the running answer within a step and saves it; what waits is saved as stopped. A model
  /// that is being opened is given up.
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void post(Command command);

  /// All events since the last call, in order.
  std::vector<Event> take_events();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The statistics kept with a message (Message::statistics); zeros when there are none.
AnswerStatistics read_statistics(const Message& message);

}  // namespace canter::engine
