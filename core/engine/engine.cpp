#include "engine/engine.h"

#include <type_traits>
#include <utility>

#include "base/paths.h"
#include "engine/answering/answer_worker.h"
#include "engine/downloads/download_worker.h"
#include "engine/downloads/hub_worker.h"
#include "engine/import/import_worker.h"
#include "engine/keeping/unsaved.h"
#include "engine/library/library_worker.h"
#include "engine/models/model_finder.h"
#include "engine/models/models_worker.h"
#include "engine/models/server_worker.h"
#include "engine/session/event_queue.h"
#include "engine/session/stop_signal.h"
#include "engine/tuning/tuning_worker.h"
#include "remote/keys.h"

namespace canter::engine {
namespace {

std::vector<ModelPlace> places_to_search() {
  std::vector<ModelPlace> places;
  if (const auto own = models_dir()) places.push_back({"Canter", *own, false});
  for (ModelPlace& place : model_places(process_environment)) places.push_back(std::move(place));
  return places;
}

EngineOptions with_keys(EngineOptions options) {
  if (!options.keys) options.keys = remote::keys_in(remote::keyring_keys());
  return options;
}

/// False for what is none of the worker's tasks.
template <typename Worker>
bool hand_on(Command& command, Worker& worker) {
  return std::visit(
      [&](auto& value) {
        constexpr bool is_task =
            std::is_constructible_v<typename Worker::Task, decltype(std::move(value))>;
        if constexpr (is_task) worker.post(std::move(value));
        return is_task;
      },
      command);
}

}  // namespace

// Destroyed from the bottom: the library commits what was said and hands it on before the answer
// worker ends, and a tuning saves what it learned.
struct Engine::State {
  EventQueue events;
  StoreOpener opener;
  StopSignal stop;
  StopSignal stop_comparison;
  StopSignal stop_summaries;
  TuningGate gate;
  CurrentModel model;
  Unsaved unsaved;
  AnswerWorker answers;
  TuningWorker tuning;
  LibraryWorker library;
  ImportWorker imports;
  ModelsWorker models;
  ServerWorker servers;
  HubWorker hub;
  DownloadWorker downloads;

  State(const EngineOptions& options, std::function<void()> wake)
      : events(std::move(wake)),
        opener(options.data_dir, events),
        unsaved(events),
        answers(options, opener, events, stop, stop_comparison, stop_summaries, gate, model,
                unsaved),
        tuning(options, opener, events, gate, model, answers),
        library(opener, events, answers, model, unsaved),
        imports(opener, events,
                [this] {
                  library.post({ReloadConversations{}, {}});
                }),
        models(opener, events, model, places_to_search(), options.keys),
        servers(opener, events, options.keys,
                [this](const std::string& source, const std::string& name) {
                  models.post(AddModel{source, name, {}});
                }),
        hub(events, options.keys),
        downloads(events, options.keys,
                  {[this](const std::string& path) {
                     models.post(AddModel{path, {}, {}});
                   },
                   [this](const std::string& path) { models.post(ModelGone{path}); },
                   [this](const std::string& from, const std::string& to) {
                     models.post(ModelMoved{from, to});
                   }}) {}
};

Engine::Engine(EngineOptions options, std::function<void()> wake)
    : state_(std::make_unique<State>(with_keys(std::move(options)), std::move(wake))) {}

Engine::~Engine() {
  state_->stop.stop();
  state_->stop_comparison.stop();
  state_->stop_summaries.stop();
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
  else if (auto* summarize = std::get_if<Summarize>(&command))
    state_->answers.post(SummaryTask{std::move(*summarize), state_->stop_summaries.epoch()});
  else if (std::holds_alternative<StopSummaries>(command))
    state_->stop_summaries.stop();
  else if (auto* usual = std::get_if<ChooseDefaultModel>(&command))
    state_->answers.post(std::move(*usual));
  else if (const auto* configure = std::get_if<ConfigureEngine>(&command))
    state_->answers.post(*configure);
  else if (const auto* report = std::get_if<ReportEngine>(&command))
    state_->answers.post(*report);
  else if (const auto* pause = std::get_if<PauseTuning>(&command))
    state_->tuning.pause(pause->paused);
  else if (auto* adapter = std::get_if<TryAdapter>(&command))
    state_->tuning.post(std::move(*adapter));
  else if (std::holds_alternative<CancelTuning>(command))
    state_->tuning.cancel();
  else if (auto* choose = std::get_if<ChooseDraftModel>(&command))
    state_->answers.post(std::move(*choose));
  else if (!hand_on(command, state_->imports) && !hand_on(command, state_->models) &&
           !hand_on(command, state_->servers) && !hand_on(command, state_->hub) &&
           !hand_on(command, state_->downloads))
    state_->library.post({std::move(command), {.epoch = state_->stop.epoch()}});
}

std::vector<Event> Engine::take_events() {
  return state_->events.take();
}

}  // namespace canter::engine
