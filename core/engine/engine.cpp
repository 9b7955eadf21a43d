#include "engine/engine.h"

#include <utility>

#include "engine/answering/answer_worker.h"
#include "engine/keeping/unsaved.h"
#include "engine/library/library_worker.h"
#include "engine/models/model_finder.h"
#include "engine/models/models_worker.h"
#include "engine/session/event_queue.h"
#include "engine/session/stop_signal.h"
#include "engine/tuning/tuning_worker.h"

namespace canter::engine {

// Destroyed from the bottom: the library commits what was said and hands it on before the answer
// worker ends, and a tuning saves what it learned.
struct Engine::State {
  EventQueue events;
  StoreOpener opener;
  StopSignal stop;
  StopSignal stop_comparison;
  TuningGate gate;
  CurrentModel model;
  Unsaved unsaved;
  AnswerWorker answers;
  TuningWorker tuning;
  LibraryWorker library;
  ModelsWorker models;

  State(const EngineOptions& options, std::function<void()> wake)
      : events(std::move(wake)),
        opener(options.data_dir, events),
        unsaved(events),
        answers(options, opener, events, stop, stop_comparison, gate, model, unsaved),
        tuning(options, opener, events, gate, model, answers),
        library(opener, events, answers, model, unsaved),
        models(opener, events, model, model_places(process_environment)) {}
};

Engine::Engine(EngineOptions options, std::function<void()> wake)
    : state_(std::make_unique<State>(options, std::move(wake))) {}

Engine::~Engine() {
  state_->stop.stop();
  state_->stop_comparison.stop();
}

void Engine::post(Command command) {
  if (std::holds_alternative<StopAnswer>(command))
    state_->stop.stop();
  else if (auto* model = std::get_if<OpenModel>(&command))
    state_->answers.post(std::move(*model));
  else if (auto* plan = std::get_if<PlanTuning>(&command))
    state_->tuning.post(std::move(*plan));
  else if (auto* start = std::get_if<StartTuning>(&command))
    state_->tuning.post(std::move(*start));
  else if (auto* compare = std::get_if<Compare>(&command))
    state_->answers.post(ComparisonTask{std::move(*compare), state_->stop_comparison.epoch()});
  else if (std::holds_alternative<StopComparison>(command))
    state_->stop_comparison.stop();
  else if (const auto* configure = std::get_if<ConfigureEngine>(&command))
    state_->answers.post(*configure);
  else if (const auto* report = std::get_if<ReportEngine>(&command))
    state_->answers.post(*report);
  else if (const auto* pause = std::get_if<PauseTuning>(&command))
    state_->tuning.pause(pause->paused);
  else if (std::holds_alternative<CancelTuning>(command))
    state_->tuning.cancel();
  else if (auto* list = std::get_if<ListModels>(&command))
    state_->models.post(std::move(*list));
  else if (auto* add = std::get_if<AddModel>(&command))
    state_->models.post(std::move(*add));
  else if (auto* forget = std::get_if<ForgetModel>(&command))
    state_->models.post(std::move(*forget));
  else if (auto* find = std::get_if<FindModels>(&command))
    state_->models.post(std::move(*find));
  else if (auto* find_draft = std::get_if<FindDraftModels>(&command))
    state_->models.post(std::move(*find_draft));
  else if (auto* choose = std::get_if<ChooseDraftModel>(&command))
    state_->answers.post(std::move(*choose));
  else
    state_->library.post({std::move(command), {.epoch = state_->stop.epoch()}});
}

std::vector<Event> Engine::take_events() {
  return state_->events.take();
}

}  // namespace canter::engine
