#include "engine/models/drafting.h"

#include <nlohmann/json.hpp>
#include <system_error>
#include <vector>

#include "base/file.h"
#include "base/log.h"
#include "base/machine.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "decode/adapter_import.h"
#include "decode/draft/sources/successor_table.h"
#include "format/message.h"
#include "tensor/kernels/kernels.h"

namespace canter::engine {
namespace {

constexpr const char* kExperience = "drafting";
/// Rows learned; some megabytes are written for them.
constexpr int kNewsWorthSaving = 4000;

std::filesystem::path successors_file(const Model& model, const Store& store) {
  return store.folder() / "drafting" / (model.summary().fingerprint + ".successors");
}

/// What times depend on besides the model: processor, kernels, threads and number formats.
std::string machine_key(const Model& model, int threads) {
  std::string key = processor_name() + ", " + kernels::active().name + ", " +
                    std::to_string(threads) + " threads";
  for (const auto& [type, count] : model.summary().weight_types) key += ", " + type;
  return key;
}

/// From the database, and successors that were seen from a file of the model's in its folder.
Result<void> load_experience(Drafter& drafter, const Model& model, int threads, Store& store) {
  const auto known =
      store.measurement(model.summary().fingerprint, machine_key(model, threads), kExperience);
  if (!known) return propagate(known);
  if (*known) drafter.from_json(**known);
  const std::filesystem::path file = successors_file(model, store);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return {};
  const auto seen = read_text_file(file, SuccessorTable::kMostFileBytes);
  if (!seen) return propagate(seen);
  if (!drafter.recall_successors(*seen))
    log(LogLevel::kWarning, file_name_in_quotes(file) + " cannot be read; it is written anew");
  return {};
}

}  // namespace

bool is_set_aside(const AdapterRecord& record) {
  const auto settings = nlohmann::json::parse(record.settings, nullptr, false);
  const auto found = settings.is_object() ? settings.find("set_aside") : settings.end();
  return found != settings.end() && *found == true;
}

std::optional<std::filesystem::path> own_adapter(std::string_view fingerprint) {
  std::optional<std::filesystem::path> found;
  if (fingerprint.empty()) return found;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(resource_dir() / "adapters", error), end;
       !error && entry != end; entry.increment(error)) {
    const std::filesystem::path& path = entry->path();
    if (path.extension() == ".safetensors" && (!found || path < *found) &&
        adapter_fingerprint(path) == fingerprint)
      found = path;
  }
  return found;
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
  if (auto own = own_adapter(model.summary().fingerprint)) paths.push_back(std::move(*own));
  for (const std::filesystem::path& path : paths) {
    auto adapter = open_adapter(path, model);
    if (adapter) return {std::move(*adapter), path, {}};
    log(LogLevel::kWarning, adapter.error().message);
    if (choice.reason.empty()) choice.reason = adapter.error().message;
  }
  if (choice.reason.empty()) choice.reason = kNoAdapter;
  return choice;
}

Result<std::shared_ptr<Drafter>> make_drafter(const Model& model, ThreadPool& pool,
                                              std::optional<Adapter> adapter, DraftOptions options,
                                              TensorType cache, Store* store) {
  const bool learns = options.shape.adaptive();
  auto drafter = Drafter::create(model, pool, std::move(adapter), std::move(options), cache);
  if (!drafter) return propagate(drafter);
  if (learns && store)
    if (const auto known = load_experience(**drafter, model, pool.threads(), *store); !known)
      log(LogLevel::kWarning, known.error().message);
  return std::shared_ptr<Drafter>(std::move(*drafter));
}

Experience experience_of(Drafter& drafter, bool whole) {
  Experience experience{drafter.to_json(), {}};
  if (drafter.news() >= (whole ? 1 : kNewsWorthSaving))
    experience.successors = drafter.successors();
  return experience;
}

Result<void> save_experience(const Experience& experience, const Model& model, int threads,
                             Store& store) {
  auto saved = store.set_measurement(model.summary().fingerprint, machine_key(model, threads),
                                     kExperience, experience.times);
  if (!saved || !experience.successors) return saved;
  const std::filesystem::path file = successors_file(model, store);
  // It tells what was said, so that its owner alone may read it. Where the folder cannot be made
  // the file cannot be written.
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::create_directories(file.parent_path(), error))
    fs::permissions(file.parent_path(), fs::perms::owner_all, error);
  saved = write_text_file(file, *experience.successors);
  if (saved) fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
  return saved;
}

Result<bool> DraftSwitch::begin(ConversationId conversation, Store& store) {
  const std::lock_guard lock(mutex_);
  conversation_ = conversation;
  generator_ = nullptr;
  const auto known = store.conversation(conversation);
  if (!known) return propagate(known);
  wished_ = known->accelerate;
  return wished_;
}

void DraftSwitch::follow(Generator& generator, GenerationId answer) {
  const std::lock_guard lock(mutex_);
  generator_ = &generator;
  answer_ = answer;
  generator.draft(answer, wished_);
}

void DraftSwitch::end() {
  const std::lock_guard lock(mutex_);
  generator_ = nullptr;
  conversation_ = 0;
  wished_ = true;
}

void DraftSwitch::set(ConversationId conversation, bool wished) {
  const std::lock_guard lock(mutex_);
  if (conversation != conversation_) return;
  wished_ = wished;
  if (generator_) generator_->draft(answer_, wished);
}

bool DraftSwitch::wished() const {
  const std::lock_guard lock(mutex_);
  return wished_;
}

}  // namespace canter::engine
