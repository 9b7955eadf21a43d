#include <spdlog/fmt/fmt.h>

#include <algorithm>

#include "crash/deeds.h"

namespace canter::crash {
namespace {

std::string or_none(const std::optional<MessageId>& id) {
  return id ? std::to_string(*id) : "none";
}

std::string line_of(const Conversation& c) {
  return fmt::format("conversation {} \"{}\" head {} trashed {} pinned {} accelerate {} \"{}\" {}",
                     c.id, c.title, or_none(c.head), c.trashed.has_value(), c.pinned, c.accelerate,
                     c.draft, c.settings);
}

std::string line_of(const Message& m) {
  return fmt::format("message {} in {} below {} {} status {} trashed {} \"{}\" {} {}", m.id,
                     m.conversation, or_none(m.parent), role_name(m.role), int(m.status),
                     m.trashed.has_value(), m.content, m.model, m.error);
}

Result<void> add_conversations(Store& store, bool trashed, std::vector<std::string>& lines) {
  const auto conversations = store.conversations(trashed);
  if (!conversations) return propagate(conversations);
  for (const Conversation& conversation : *conversations) {
    lines.push_back(line_of(conversation));
    const auto messages = store.messages(conversation.id);
    if (!messages) return propagate(messages);
    for (const Message& message : *messages) lines.push_back(line_of(message));
  }
  return {};
}

Result<void> add_hits(Store& store, std::vector<std::string>& lines) {
  for (const char* text : {"river", "猫が", "book", "seven table"}) {
    const auto hits = store.search(text, 100);
    if (!hits) return propagate(hits);
    for (const SearchHit& hit : *hits)
      lines.push_back(fmt::format("found \"{}\" in {} message {}: {}", text, hit.conversation.id,
                                  or_none(hit.message), hit.snippet));
  }
  return {};
}

Result<void> add_lists(Store& store, std::vector<std::string>& lines) {
  const auto presets = store.presets();
  if (!presets) return propagate(presets);
  for (const PresetRecord& preset : *presets)
    lines.push_back(fmt::format("preset {} {} {}", preset.id, preset.name, preset.settings));
  const auto settings = store.settings();
  if (!settings) return propagate(settings);
  for (const auto& [key, value] : *settings)
    if (key.starts_with("deeds.")) lines.push_back(fmt::format("setting {} {}", key, value));
  const auto measurement = store.measurement("f", "m", "speed");
  if (!measurement) return propagate(measurement);
  lines.push_back("measurement " + measurement->value_or("none"));
  return {};
}

Result<void> add_files(Store& store, std::vector<std::string>& lines) {
  const auto adapters = store.adapters("f");
  if (!adapters) return propagate(adapters);
  const auto models = store.models();
  if (!models) return propagate(models);
  std::vector<std::string> files;
  for (const AdapterRecord& adapter : *adapters) files.push_back("adapter " + adapter.path);
  for (const ModelRecord& model : *models)
    if (model.path.starts_with("/deeds/"))
      files.push_back(fmt::format("model {} {} {}", model.path, model.name, model.bytes));
  std::ranges::sort(files);  // several in one millisecond have no order
  std::ranges::move(files, std::back_inserter(lines));
  return {};
}

Result<void> add_comparisons(Store& store, std::vector<std::string>& lines) {
  const auto comparisons = store.comparisons(1000);
  if (!comparisons) return propagate(comparisons);
  for (const ComparisonRecord& listed : *comparisons) {
    const auto whole = store.comparison(listed.id);
    if (!whole) return propagate(whole);
    lines.push_back(fmt::format("comparison {} {} {}", whole->id, whole->prompt, whole->result));
  }
  return {};
}

}  // namespace

Result<std::vector<std::string>> describe(Store& store) {
  std::vector<std::string> lines;
  for (const auto& added :
       {add_conversations(store, false, lines), add_conversations(store, true, lines),
        add_hits(store, lines), add_lists(store, lines), add_files(store, lines),
        add_comparisons(store, lines)})
    if (!added) return propagate(added);
  return lines;
}

}  // namespace canter::crash
