#include "engine/models/models_worker.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "base/log.h"
#include "base/machine.h"
#include "base/utf8.h"
#include "engine/models/adapter_offers.h"
#include "engine/models/draft_models.h"
#include "engine/models/drafting.h"
#include "engine/models/locate.h"
#include "engine/models/model_facts.h"
#include "engine/models/servers.h"
#include "format/gguf_split.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

/// How long the program's end may be held up.
constexpr std::chrono::seconds kKeyringPatience{2};

/// Of the server that has the model; empty: none has.
std::string origin_of(const std::string& source) {
  const auto model = remote::parse_remote_source(source);
  if (!model) return {};
  const auto address = remote::parse_server_address(model->base);
  return address ? address->origin : std::string();
}

KnownAdapter read_adapter_settings(const AdapterRecord& record) {
  const auto settings = nlohmann::json::parse(record.settings, nullptr, false);
  const auto number = [&](const char* name) {
    const auto found = settings.find(name);
    return found != settings.end() && found->is_number() ? found->get<double>() : 0.0;
  };
  if (!settings.is_object()) return {};
  return {number("tokens_per_step"), number("speedup"), is_set_aside(record)};
}

}  // namespace

ModelsWorker::ModelsWorker(StoreOpener& opener, EventQueue& events, const CurrentModel& current,
                           std::vector<ModelPlace> places, std::shared_ptr<remote::Keys> keys)
    : events_(&events),
      current_(&current),
      places_(std::move(places)),
      keys_(std::move(keys)),
      store_(opener),
      duplicates_([this](DuplicatesFound found) { events_->push(std::move(found)); }),
      thread_([this] { run(); }) {}

ModelsWorker::~ModelsWorker() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

void ModelsWorker::run() {
  while (const auto task = tasks_.pop()) {
    handle(*task);
    while (std::exchange(search_wanted_, false)) search();
  }
  // Nobody is asked to unlock a keyring now.
  const auto end = std::chrono::steady_clock::now() + kKeyringPatience;
  const auto forgotten = forget_keys([end] { return std::chrono::steady_clock::now() > end; });
  if (!forgotten) log(LogLevel::kWarning, forgotten.error().message);
}

void ModelsWorker::handle(const Task& task) {
  Result<void> done;
  if (const auto* addition = std::get_if<AddModel>(&task))
    done = add(*addition);
  else if (const auto* forgotten = std::get_if<ForgetModel>(&task))
    done = forget(*forgotten);
  else if (std::holds_alternative<ForgetKeys>(task))
    done = forget_keys([this] { return closing_.load(); });
  else if (const auto* gone = std::get_if<ModelGone>(&task))
    done = forget(*gone);
  else if (const auto* moved = std::get_if<ModelMoved>(&task))
    done = move(*moved);
  else if (std::holds_alternative<FindDuplicates>(task))
    find_duplicates();
  else if (std::holds_alternative<ListModels>(task))
    done = list();
  else if (std::holds_alternative<FindDraftModels>(task))
    find_draft_models();
  else
    search_wanted_ = true;
  if (!done) events_->push(Failed{done.error()});
}

void ModelsWorker::search() {
  ModelSearchStarted started;
  for (const ModelPlace& place : places_) started.folders.push_back(place.folder.string());
  events_->push(std::move(started));
  const auto go_on = [&] {
    if (closing_) return false;
    while (const auto task = tasks_.try_pop()) handle(*task);
    return !search_wanted_;
  };
  find_models(
      places_,
      [&](const FoundModel& found) {
        ModelFound event{found.program, found.path.string(), facts(found.path)};
        if (!found.name.empty()) event.facts.name = found.name;
        events_->push(std::move(event));
      },
      go_on);
  if (!search_wanted_) events_->push(ModelSearchEnded{});
}

Result<void> ModelsWorker::add(const AddModel& command) {
  const auto database = store_.get();
  if (!database) return propagate(database);
  const fs::path path = remote::parse_remote_source(command.path)
                            ? fs::path(command.path)
                            : absolute_path(path_from_utf8(command.path));
  const ModelFacts known = facts(path);
  ModelRecord record;
  record.path = path.string();
  record.name = command.name.empty() ? known.name : command.name;
  record.fingerprint = known.fingerprint;
  record.bytes = known.bytes;
  record.last_used = command.last_used;
  if (auto added = (*database)->add_model(record); !added) return added;
  return list();
}

Result<void> ModelsWorker::forget(const ForgetModel& command) {
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto records = (*database)->models();
  if (!records) return propagate(records);
  if (auto forgotten = (*database)->forget_model(command.id); !forgotten) return forgotten;
  const auto record = std::ranges::find(*records, command.id, &ModelRecord::id);
  if (record != records->end())
    if (std::string origin = origin_of(record->path); !origin.empty())
      left_servers_.insert(std::move(origin));
  return list();
}

Result<void> ModelsWorker::forget_keys(const remote::ShouldStop& should_stop) {
  std::set<std::string> origins = std::exchange(left_servers_, {});
  if (origins.empty()) return {};
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto records = (*database)->models();
  if (!records) return propagate(records);
  for (const ModelRecord& record : *records) origins.erase(origin_of(record.path));
  for (const std::string& origin : origins)
    if (auto gone = keys_->keep(origin, {}, should_stop); !gone) return gone;
  return {};
}

Result<void> ModelsWorker::forget(const ModelGone& gone) {
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto records = (*database)->models();
  if (!records) return propagate(records);
  const std::string path = absolute_path(path_from_utf8(gone.path)).string();
  const auto record = std::ranges::find(*records, path, &ModelRecord::path);
  return record == records->end() ? list() : forget(ForgetModel{record->id});
}

Result<void> ModelsWorker::move(const ModelMoved& moved) {
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto now = absolute_path(path_from_utf8(moved.to)).string();
  const auto before = absolute_path(path_from_utf8(moved.from)).string();
  if (auto done = (*database)->move_model(before, now); !done) return done;
  return list();
}

Result<void> ModelsWorker::list() {
  const auto database = store_.get();
  if (!database) return propagate(database);
  const auto records = (*database)->models();
  if (!records) return propagate(records);
  ModelsListed listed{{}, free_memory()};
  for (const ModelRecord& record : *records) listed.models.push_back(describe(record));
  for (const fs::path& path : own_models()) {
    ModelRecord own;
    own.path = path.string();
    if (std::ranges::find(*records, own.path, &ModelRecord::path) != records->end()) continue;
    listed.models.push_back(describe(own));
    listed.models.back().id.reset();
  }
  for (ListedModel& model : listed.models) {
    auto adapter = find_adapter(**database, model);
    if (!adapter) return propagate(adapter);
    model.adapter = *adapter;
    if (!model.adapter && !model.elsewhere)
      for (const AdapterOffer& offer :
           adapters_beside(path_from_utf8(model.path), model.facts.fingerprint))
        if (model.adapter_beside.empty()) model.adapter_beside = offer.place;
  }
  events_->push(std::move(listed));
  return {};
}

void ModelsWorker::find_draft_models() {
  const auto open = current_->get();
  if (!open) return;
  std::vector<DraftModel> known;
  for (const auto& [path, read] : facts_)
    if (read.facts.problem.empty())
      known.push_back({path.string(), read.facts.name, read.facts.bytes});
  const auto go_on = [this] { return !closing_; };
  events_->push(DraftModelsFound{open->summary().fingerprint,
                                 engine::find_draft_models(*open, std::move(known), go_on)});
}

void ModelsWorker::find_duplicates() {
  std::vector<fs::path> files;
  for (const auto& [path, read] : facts_)
    for (fs::path& file : files_of_model(path)) files.push_back(std::move(file));
  duplicates_.find(std::move(files));
}

ListedModel ModelsWorker::describe(const ModelRecord& record) {
  ListedModel model;
  model.id = record.id;
  model.path = record.path;
  model.facts = facts(path_from_utf8(record.path));
  model.elsewhere = place_of(record.path);
  model.starter = path_from_utf8(record.path) == absolute_path(starter_path());
  model.last_used = record.last_used;
  if (!record.name.empty()) model.facts.name = record.name;
  // Of a file that is on no disk now, what was known stays.
  if (model.facts.bytes == 0) model.facts.bytes = record.bytes;
  if (model.facts.fingerprint.empty()) model.facts.fingerprint = record.fingerprint;
  return model;
}

Result<std::optional<KnownAdapter>> ModelsWorker::find_adapter(Store& store,
                                                               const ListedModel& model) {
  const bool has_own = own_adapter(model.facts.fingerprint).has_value();
  if (!model.facts.fingerprint.empty()) {
    const auto records = store.adapters(model.facts.fingerprint);
    if (!records) return propagate(records);
    std::optional<KnownAdapter> best;
    for (const AdapterRecord& record : *records) {
      const KnownAdapter adapter = read_adapter_settings(record);
      if (!best || !adapter.set_aside) best = adapter;
      if (!adapter.set_aside) break;
    }
    if (best && !(best->set_aside && has_own)) return best;
  }
  return has_own ? std::optional(KnownAdapter()) : std::nullopt;
}

ModelFacts ModelsWorker::facts(const fs::path& path) {
  if (const auto elsewhere = remote::parse_remote_source(path.string())) {
    ModelFacts known;
    known.name = elsewhere->name;
    return known;
  }
  std::error_code gone;
  auto changed = fs::last_write_time(path, gone);
  if (gone) return read_model_facts(path);
  // Other parts may come or go beside it.
  if (parse_gguf_part_name(path))
    changed = std::max(changed, fs::last_write_time(path.parent_path(), gone));
  const auto known = facts_.find(path);
  if (known != facts_.end() && known->second.changed == changed) return known->second.facts;
  return facts_.insert_or_assign(path, ReadFacts{changed, read_model_facts(path)})
      .first->second.facts;
}

std::uint64_t ModelsWorker::free_memory() const {
  const std::uint64_t available = available_memory();
  // The open model makes way for the next.
  const auto open = current_->get();
  return available == 0 || !open ? available : available + open->summary().bytes;
}

}  // namespace canter::engine
