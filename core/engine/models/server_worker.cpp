#include "engine/models/server_worker.h"

#include <utility>

#include "engine/models/hub_access.h"
#include "engine/models/servers.h"

namespace canter::engine {
namespace {

/// Somebody looks at an empty list meanwhile.
HttpSettings quick_http() {
  HttpSettings http = remote::patient_http();
  http.stall_time = HttpSettings::Milliseconds(15'000);
  http.attempts = 2;
  return http;
}

/// Nothing is said of how it is reached, so that what is kept counts.
bool is_as_kept(const ServerWish& server) {
  return server.key.empty() && server.settings == ServerSettings();
}

}  // namespace

ServerWorker::ServerWorker(StoreOpener& opener, EventQueue& events,
                           std::shared_ptr<remote::Keys> keys, AddToList add_to_list)
    : events_(&events),
      keys_(std::move(keys)),
      add_to_list_(std::move(add_to_list)),
      store_(opener),
      thread_([this] { run(); }) {}

ServerWorker::~ServerWorker() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

void ServerWorker::post(Task task) {
  if (const auto* list = std::get_if<ListServerModels>(&task)) newest_ = list->request;
  tasks_.push(std::move(task));
}

void ServerWorker::run() {
  while (const auto task = tasks_.pop()) std::visit([this](const auto& t) { handle(t); }, *task);
}

void ServerWorker::handle(const ListServerModels& wanted) {
  if (wanted.request != newest_ || closing_) return;
  ServerModelsListed listed{.request = wanted.request};
  auto found = models(wanted, listed.place);
  if (wanted.request != newest_ || closing_) return;
  if (found)
    listed.models = std::move(*found);
  else
    listed.error = found.error();
  events_->push(std::move(listed));
}

Result<std::vector<std::string>> ServerWorker::models(const ListServerModels& wanted,
                                                      Elsewhere& place) {
  const auto address = remote::parse_server_address(wanted.server.address);
  if (!address) return propagate(address);
  place = place_of(*address);
  HttpSettings http = quick_http();
  http.should_stop = [this, request = wanted.request] { return closing_ || newest_ != request; };
  ServerSettings settings = wanted.server.settings;
  if (is_as_kept(wanted.server))
    if (const auto database = store_.get()) settings = server_settings(address->origin, *database);
  const auto given = remote::session_keys();
  if (!wanted.server.key.empty()) (void)given->keep(address->origin, wanted.server.key);
  remote::Keys& keys = wanted.server.key.empty() ? *keys_ : *given;
  const auto client = server_client(*address, settings, keys, std::move(http));
  if (!client) return propagate(client);
  return client->models();
}

void ServerWorker::handle(const AddServerModel& wanted) {
  auto added = add(wanted);
  if (added)
    events_->push(std::move(*added));
  else
    events_->push(Failed{added.error()});
}

void ServerWorker::handle(const AskHubToken&) {
  events_->push(known_token(*keys_));
}

void ServerWorker::handle(const KeepHubToken& wanted) {
  const auto kept = keep_token(wanted.token, *keys_);
  HubTokenKnown known = known_token(*keys_);
  if (!kept) known.error = kept.error();
  events_->push(std::move(known));
}

Result<ServerModelAdded> ServerWorker::add(const AddServerModel& wanted) {
  const auto address = remote::parse_server_address(wanted.server.address);
  if (!address) return propagate(address);
  const auto database = store_.get();
  if (!database) return propagate(database);
  if (!is_as_kept(wanted.server))
    if (auto kept = keep_server_settings(address->origin, wanted.server.settings, **database);
        !kept)
      return propagate(kept);
  ServerModelAdded added{remote::source_of({address->base, wanted.model})};
  if (!wanted.server.key.empty()) {
    if (auto kept = keys_->keep(address->origin, wanted.server.key); !kept) return propagate(kept);
    added.key_lasting = keys_->lasting();
  }
  add_to_list_(added.source, wanted.model);
  return added;
}

}  // namespace canter::engine
