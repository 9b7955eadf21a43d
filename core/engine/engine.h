#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/session/engine_options.h"
#include "engine/session/messages.h"
#include "engine/session/statistics.h"

namespace canter::engine {

/// The core behind a front end: commands in, events out.
///
/// Threads of its own: one owns the model, the K/V cache and the decoder; one keeps the database,
/// so that a conversation opens while an answer streams; one makes adapters; one looks for models;
/// these have their own connections. One downloads models, one asks the hub which there are.
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

}  // namespace canter::engine
