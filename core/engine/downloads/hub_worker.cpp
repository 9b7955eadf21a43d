#include "engine/downloads/hub_worker.h"

#include <utility>
#include <vector>

#include "base/machine.h"
#include "base/memory_bandwidth.h"
#include "base/thread_pool.h"
#include "engine/models/hub_access.h"
#include "hub/catalogue_update.h"

namespace canter::engine {
namespace {

constexpr int kMaxHubModels = 12;
constexpr int kHttpAttempts = 3;

double measured_bandwidth() {
  ThreadPool pool(physical_cores());
  return measure_bandwidth(pool).value_or(0);
}

HubOffer offer_of(HubModel model, std::uint64_t free_memory) {
  HubOffer offer;
  offer.runs = runs(model);
  for (GgufChoice& choice : gguf_choices(model)) {
    const std::uint64_t bytes = choice.bytes();
    std::optional<bool> fits;
    if (bytes > 0 && free_memory > 0) fits = fits_in(bytes, free_memory);
    offer.sizes.push_back({std::move(choice), fits});
  }
  model.files.clear();
  offer.model = std::move(model);
  return offer;
}

}  // namespace

HubWorker::HubWorker(EventQueue& events, std::shared_ptr<remote::Keys> keys)
    : events_(&events), keys_(std::move(keys)), thread_([this] { run(); }) {}

HubWorker::~HubWorker() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

void HubWorker::run() {
  while (const auto task = tasks_.pop()) {
    if (closing_) return;
    take(*task);
    while (const auto wanted = closing_ ? std::nullopt : std::exchange(wanted_, std::nullopt))
      search(*wanted);
  }
}

void HubWorker::take(const Task& task) {
  if (const auto* wanted = std::get_if<SearchHub>(&task))
    wanted_ = *wanted;
  else if (const auto* card = std::get_if<ReadHubCard>(&task))
    read_card(*card);
  else if (std::holds_alternative<RefreshCatalogue>(task))
    refresh();
  else
    list_catalogue();
}

void HubWorker::list_catalogue() {
  CatalogueListed listed;
  listed.refreshable = can_refresh_catalogue();
  const auto catalogue = known_catalogue();
  if (catalogue) {
    if (!bandwidth_) bandwidth_ = measured_bandwidth();
    listed.computer = {available_memory(), physical_cores(), *bandwidth_};
    listed.recommended = recommend(catalogue->models, listed.computer);
    listed.models = suitability(catalogue->models, listed.computer);
    if (catalogue->fetched) listed.issued = catalogue->issued;
  } else {
    listed.error = catalogue.error();
  }
  events_->push(std::move(listed));
}

/// What is asked for quickly ends with the program alone.
HttpSettings HubWorker::http() {
  HttpSettings settings;
  settings.attempts = kHttpAttempts;
  settings.should_stop = [this] { return closing_.load(); };
  return settings;
}

void HubWorker::refresh() {
  const auto refreshed = refresh_catalogue(http());
  CatalogueRefreshed event{refreshed.value_or(false)};
  if (!refreshed) event.error = refreshed.error();
  events_->push(std::move(event));
  if (refreshed.value_or(false)) list_catalogue();
}

void HubWorker::read_card(const ReadHubCard& wanted) {
  const auto hub = open_hub(http(), *keys_);
  const auto text = hub ? hub->card(wanted.repo) : Result<std::string>(propagate(hub));
  HubCardRead event{wanted.repo, text.value_or("")};
  if (!text) event.error = text.error();
  events_->push(std::move(event));
}

void HubWorker::search(const SearchHub& wanted) {
  HttpSettings settings = http();
  settings.should_stop = [this] { return is_to_end(); };
  HubSearchEnded ended{wanted.request};
  const auto hub = open_hub(std::move(settings), *keys_);
  auto models = hub ? hub->search(wanted.words, kMaxHubModels)
                    : Result<std::vector<HubModel>>(tl::unexpect, hub.error());
  if (!models) ended.error = models.error();
  const std::uint64_t free_memory = available_memory();
  for (HubModel& found : models ? *models : std::vector<HubModel>()) {
    // Sizes come only with each; one that does not answer is shown without.
    auto known = hub->model(found.repo);
    if (is_to_end()) return;
    HubOffer offer = offer_of(std::move(known ? *known : found), free_memory);
    if (!offer.sizes.empty()) events_->push(HubModelFound{wanted.request, std::move(offer)});
  }
  if (!is_to_end()) events_->push(std::move(ended));
}

bool HubWorker::is_to_end() {
  while (const auto task = closing_ ? std::nullopt : tasks_.try_pop()) take(*task);
  return closing_ || wanted_.has_value();
}

}  // namespace canter::engine
