#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "store/database_error.h"
#include "store/export_selection.h"
#include "store/rows.h"
#include "store/store.h"

namespace canter {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormatVersion = 1;

/// ISO 8601 with milliseconds, UTC.
std::string iso_time(Timestamp timestamp) {
  using namespace std::chrono;
  const sys_time<milliseconds> time{milliseconds(timestamp)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                int(clock.minutes().count()), int(clock.seconds().count()),
                int(clock.subseconds().count()));
  return text;
}

Json optional_time(const std::optional<Timestamp>& time) {
  return time ? Json(iso_time(*time)) : Json(nullptr);
}

Json optional_id(const std::optional<std::int64_t>& id) {
  return id ? Json(*id) : Json(nullptr);
}

/// A document that does not parse is exported as the text it is: nothing is left behind.
Json parsed(const std::string& document) {
  if (document.empty()) return nullptr;
  Json value = Json::parse(document, nullptr, false);
  return value.is_discarded() ? Json(document) : value;
}

Json message_json(const Message& message) {
  return {{"id", message.id},
          {"parent", optional_id(message.parent)},
          {"role", role_name(message.role)},
          {"status", status_name(message.status)},
          {"created", iso_time(message.created)},
          {"trashed", optional_time(message.trashed)},
          {"model", message.model},
          {"model_path", message.model_path},
          {"thinking", message.thinking},
          {"thinking_ms", message.thinking_ms},
          {"content", message.content},
          {"edited", message.edited},
          {"error", message.error},
          {"statistics", parsed(message.statistics)}};
}

Json folder_json(const Conversation& conversation, const FolderNames& names) {
  const auto name = folder_of(names, conversation);
  return name ? Json(*name) : Json(nullptr);
}

// The conversation was read before its messages, which are never deleted: its head is among them
// even when another program writes meanwhile.
Result<Json> conversation_json(Store& store, const Conversation& conversation,
                               const FolderNames& folders) {
  auto messages = store.messages(conversation.id);
  if (!messages) return propagate(messages);
  Json list = Json::array();
  for (const Message& message : *messages) list.push_back(message_json(message));
  return Json{{"id", conversation.id},
              {"title", conversation.title},
              {"created", iso_time(conversation.created)},
              {"updated", iso_time(conversation.updated)},
              {"trashed", optional_time(conversation.trashed)},
              {"head", optional_id(conversation.head)},
              {"accelerate", conversation.accelerate},
              {"pinned", conversation.pinned},
              {"folder", folder_json(conversation, folders)},
              {"draft", conversation.draft},
              {"settings", parsed(conversation.settings)},
              {"model", conversation.model},
              {"messages", std::move(list)}};
}

Result<Json> adapters_json(Store& store, const std::string& fingerprint) {
  auto adapters = store.adapters(fingerprint);
  if (!adapters) return propagate(adapters);
  Json list = Json::array();
  for (const AdapterRecord& adapter : *adapters) {
    list.push_back({{"id", adapter.id},
                    {"path", adapter.path},
                    {"added", iso_time(adapter.added)},
                    {"settings", parsed(adapter.settings)}});
  }
  return list;
}

Result<Json> models_json(Store& store) {
  auto models = store.models();
  if (!models) return propagate(models);
  Json list = Json::array();
  for (const ModelRecord& model : *models) {
    auto adapters = adapters_json(store, model.fingerprint);
    if (!adapters) return propagate(adapters);
    list.push_back({{"id", model.id},
                    {"name", model.name},
                    {"path", model.path},
                    {"fingerprint", model.fingerprint},
                    {"bytes", model.bytes},
                    {"added", iso_time(model.added)},
                    {"last_used", optional_time(model.last_used)},
                    {"adapters", std::move(*adapters)}});
  }
  return list;
}

Result<Json> presets_json(Store& store) {
  auto presets = store.presets();
  if (!presets) return propagate(presets);
  Json list = Json::array();
  for (const PresetRecord& preset : *presets)
    list.push_back({{"name", preset.name}, {"settings", parsed(preset.settings)}});
  return list;
}

Result<Json> settings_json(Store& store) {
  auto settings = store.settings();
  if (!settings) return propagate(settings);
  Json object = Json::object();
  for (const auto& [key, value] : *settings) object[key] = parsed(value);
  return object;
}

Result<std::string> json_document(Store& store, std::optional<ConversationId> only) {
  Json list = Json::array();
  auto chosen = conversations_to_export(store, only);
  if (!chosen) return propagate(chosen);
  const auto folders = folder_names(store);
  if (!folders) return propagate(folders);
  for (const Conversation& conversation : *chosen) {
    auto exported = conversation_json(store, conversation, *folders);
    if (!exported) return propagate(exported);
    list.push_back(std::move(*exported));
  }
  Json all = {{"format", "canter-export"}, {"version", kFormatVersion}};
  all["conversations"] = std::move(list);
  if (!only) {
    auto models = models_json(store);
    if (!models) return propagate(models);
    auto settings = settings_json(store);
    if (!settings) return propagate(settings);
    auto presets = presets_json(store);
    if (!presets) return propagate(presets);
    all["models"] = std::move(*models);
    all["presets"] = std::move(*presets);
    all["settings"] = std::move(*settings);
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

Result<std::string> export_json(Store& store, std::optional<ConversationId> only) {
  return guarded("export the conversations", {}, [&] { return json_document(store, only); });
}

}  // namespace canter
