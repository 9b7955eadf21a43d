#include "engine/engine.h"

#include <utility>

#include "engine/answer_worker.h"
#include "engine/event_queue.h"
#include "engine/library_worker.h"
#include "engine/stop_signal.h"

namespace canter::engine {

// Destroyed from the bottom: the library commits what was said and hands it on before the answer
// worker ends.
struct Engine::State {
  EventQueue events;
  StopSignal stop;
  AnswerWorker answers;
  LibraryWorker library;

  State(const EngineOptions& options, std::function<void()> wake)
      : events(std::move(wake)),
        answers(options, events, stop),
        library(options.data_dir, events, answers) {}
};

Engine::Engine(EngineOptions options, std::function<void()> wake)
    : state_(std::make_unique<State>(options, std::move(wake))) {}

Engine::~Engine() {
  state_->stop.stop();
}

void Engine::post(Command command) {
  if (std::holds_alternative<StopAnswer>(command))
    state_->stop.stop();
  else if (auto* model = std::get_if<OpenModel>(&command))
    state_->answers.post(std::move(*model));
  else
    state_->library.post({std::move(command), state_->stop.epoch()});
}

std::vector<Event> Engine::take_events() {
  return state_->events.take();
}

}  // namespace canter::engine
