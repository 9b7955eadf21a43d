#include "engine/drafting.h"

#include <nlohmann/json.hpp>
#include <system_error>
#include <vector>

#include "base/log.h"
#include "base/machine.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "decode/adapter_import.h"
#include "decode/step_cost.h"
#include "engine/locate.h"
#include "tensor/kernels/kernels.h"

namespace canter::engine {
namespace {

constexpr const char* kExperience = "drafting";

/// What times depend on besides the model: processor, kernels, threads and number formats.
std::string machine_key(const Model& model, int threads) {
  std::string key = processor_name() + ", " + kernels::active().name + ", " +
                    std::to_string(threads) + " threads";
  for (const auto& [type, count] : model.summary().weight_types) key += ", " + type;
  return key;
}

}  // namespace

bool is_set_aside(const AdapterRecord& record) {
  const auto settings = nlohmann::json::parse(record.settings, nullptr, false);
  const auto found = settings.is_object() ? settings.find("set_aside") : settings.end();
  return found != settings.end() && *found == true;
}

std::filesystem::path starter_adapter_path() {
  return starter_path().parent_path() / "adapter.safetensors";
}

AdapterChoice find_adapter(const Model& model, Store* store) {
  AdapterChoice choice;
  std::vector<std::filesystem::path> paths;
  if (store) {
    if (const auto known = store->adapters(model.summary().fingerprint)) {
      for (const AdapterRecord& record : *known)
        if (!is_set_aside(record)) paths.push_back(path_from_utf8(record.path));
    } else {
      log(LogLevel::kWarning, known.error().message);
    }
  }
  // The starter's adapter names its model, so that it can be offered to every model.
  std::error_code ignored;
  const std::size_t own = paths.size();
  if (std::filesystem::exists(starter_adapter_path(), ignored))
    paths.push_back(starter_adapter_path());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    auto adapter = open_adapter(paths[i], model);
    if (adapter) return {std::move(*adapter), paths[i], {}};
    if (i >= own) break;
    log(LogLevel::kWarning, adapter.error().message);
    if (choice.reason.empty()) choice.reason = adapter.error().message;
  }
  if (choice.reason.empty()) choice.reason = kNoAdapter;
  return choice;
}

Result<void> load_experience(Drafter& drafter, const Model& model, int threads, Store& store) {
  const auto known =
      store.measurement(model.summary().fingerprint, machine_key(model, threads), kExperience);
  if (!known) return propagate(known);
  if (*known) drafter.from_json(**known);
  return {};
}

Result<void> measure_if_unknown(Drafter& drafter, const Model& model, ThreadPool& pool,
                                const std::function<bool()>& should_stop) {
  if (drafter.pass_time().measured()) return {};
  const auto time = measure_pass_time(model, pool, should_stop);
  if (!time) return propagate(time);
  drafter.pass_time() = *time;
  return {};
}

Result<void> save_experience(const Drafter& drafter, const Model& model, int threads,
                             Store& store) {
  return store.set_measurement(model.summary().fingerprint, machine_key(model, threads),
                               kExperience, drafter.to_json());
}

Result<void> DraftSwitch::begin(ConversationId conversation, Drafter* drafter, Store& store) {
  const std::lock_guard lock(mutex_);
  conversation_ = conversation;
  drafter_ = drafter;
  const auto known = store.conversation(conversation);
  if (!known) return propagate(known);
  if (drafter) drafter->wish(known->accelerate);
  return {};
}

void DraftSwitch::end() {
  const std::lock_guard lock(mutex_);
  drafter_ = nullptr;
}

void DraftSwitch::set(ConversationId conversation, bool wished) {
  const std::lock_guard lock(mutex_);
  if (drafter_ && conversation == conversation_) drafter_->wish(wished);
}

}  // namespace canter::engine
