#include "crash/deeds.h"

#include <spdlog/fmt/fmt.h>
#include <array>
#include <chrono>
#include <optional>
#include <thread>

namespace canter::crash {
namespace {

constexpr std::array<const char*, 12> kWords = {"river",    "lantern", "quiet",  "Übung",
                                                "猫が好き", "seven",   "table",  "booking",
                                                "rain",     "10 %",    "garden", "story"};

/// What was wrong to ask for is a deed that does nothing.
template <typename T>
Result<std::string> told(std::string deed, const Result<T>& done) {
  if (done) return deed;
  if (done.error().kind == ErrorKind::kUsage) return deed + ", refused";
  return propagate(done);
}

}  // namespace

template <typename T>
const T* Deeds::any_of(const std::vector<T>& things) {
  const std::uint64_t index = chance_();
  return things.empty() ? nullptr : &things[index % things.size()];
}

std::string Deeds::words() {
  std::string text;
  for (std::uint64_t left = 1 + below(12); left > 0; --left)
    text += (text.empty() ? "" : " ") + std::string(kWords[below(kWords.size())]);
  return text;
}

std::string Deeds::object() {
  return fmt::format(R"({{"summary":{{"number":{}}},"text":"{}"}})", below(1000), words());
}

Result<std::string> Deeds::next() {
  switch (below(16)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return converse();
    case 4:
    case 5:
    case 6:
    case 7:
      return stream_on();
    case 8:
    case 9:
      return delete_or_restore();
    case 10:
    case 11:
      return tidy_messages();
    case 12:
    case 13:
      return change_conversation();
    case 14:
      return look_after_lists();
    default:
      return compare();
  }
}

Result<std::string> Deeds::converse() {
  const auto all = store_.conversations();
  if (!all) return propagate(all);
  const Conversation* conversation = any_of(*all);
  if (conversation == nullptr || below(6) == 0)
    return told("new conversation", store_.create_conversation());
  if (below(8) == 0)
    return told("duplicate", store_.duplicate_conversation(conversation->id, words()));
  return add_turn(*conversation);
}

Result<std::string> Deeds::add_turn(const Conversation& conversation) {
  const auto messages = store_.messages(conversation.id);
  if (!messages) return propagate(messages);
  const Message* message = any_of(*messages);
  if (message != nullptr && below(3) == 0) return answer_again(*message);
  std::optional<MessageId> parent = conversation.head;
  if (message != nullptr && below(4) == 0) parent = message->id;
  return told("turn", store_.add_turn(conversation.id, parent, words(), "a model"));
}

Result<std::string> Deeds::answer_again(const Message& message) {
  if (message.role == MessageRole::kUser)
    return told("answer again", store_.add_answer(message.id, "another model"));
  return told("resume", store_.resume_answer(message.id));
}

Result<std::string> Deeds::stream_on() {
  const auto all = store_.conversations();
  if (!all) return propagate(all);
  for (const Conversation& conversation : *all) {
    const auto messages = store_.messages(conversation.id);
    if (!messages) return propagate(messages);
    for (Message message : *messages) {
      if (message.status != MessageStatus::kStreaming) continue;
      message.content += (message.content.empty() ? "" : " ") + words();
      if (below(2) == 0) return told("checkpoint", store_.checkpoint_answer(message));
      message.status = below(2) == 0 ? MessageStatus::kComplete : MessageStatus::kStopped;
      return told("finish", store_.finish_answer(message));
    }
  }
  return std::string("nothing streams");
}

Result<std::string> Deeds::delete_or_restore() {
  const auto all = store_.conversations();
  const auto trashed = store_.conversations(/*trashed=*/true);
  if (!all || !trashed) return propagate(all ? trashed : all);
  const Conversation* one = any_of(*all);
  const Conversation* gone = any_of(*trashed);
  switch (below(8)) {
    case 0:
      return told("empty the trash", store_.empty_trash());
    case 1:
    case 2:
      if (gone) return told("delete for good", store_.delete_conversation(gone->id));
      break;
    case 3:
      if (gone) return told("restore", store_.restore_conversation(gone->id));
      break;
    default:
      if (one && all->size() > 3) return told("trash", store_.trash_conversation(one->id));
  }
  return std::string("nothing to delete");
}

Result<std::string> Deeds::tidy_messages() {
  const auto all = store_.conversations();
  if (!all) return propagate(all);
  const Conversation* conversation = any_of(*all);
  if (conversation == nullptr) return std::string("no conversation");
  const auto messages = store_.messages(conversation->id);
  if (!messages) return propagate(messages);
  const Message* message = any_of(*messages);
  if (message == nullptr) return std::string("no message");
  if (message->trashed) return told("restore message", store_.restore_message(message->id));
  if (below(2) == 0) return told("show version", store_.show_version(message->id));
  // What goes together comes back together, which its time tells.
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  return told("trash message", store_.trash_message(message->id));
}

Result<std::string> Deeds::change_conversation() {
  const auto all = store_.conversations();
  if (!all) return propagate(all);
  const Conversation* conversation = any_of(*all);
  if (conversation == nullptr) return std::string("no conversation");
  const ConversationId id = conversation->id;
  switch (below(5)) {
    case 0:
      return told("pin", store_.pin_conversation(id, !conversation->pinned));
    case 1:
      return told("rename", store_.rename_conversation(id, words()));
    case 2:
      return told("switch", store_.set_accelerate(id, !conversation->accelerate));
    case 3:
      return told("configure", store_.configure_conversation(id, object()));
    default:
      return told("draft", store_.keep_draft(id, words()));
  }
}

Result<std::string> Deeds::look_after_lists() {
  const std::string name = kWords[below(kWords.size())];
  switch (below(6)) {
    case 0:
      return told("preset", store_.save_preset(name, object()));
    case 1: {
      const auto presets = store_.presets();
      if (!presets) return propagate(presets);
      const PresetRecord* preset = any_of(*presets);
      if (preset == nullptr) return std::string("no preset");
      return told("delete preset", store_.delete_preset(preset->id));
    }
    case 2:
      return told("setting", store_.set_setting("deeds." + name, object()));
    case 3:
      return told("measurement", store_.set_measurement("f", "m", "speed", object()));
    case 4: {
      AdapterRecord adapter;
      adapter.path = "/deeds/" + name;
      adapter.fingerprint = "f";
      return told("adapter", store_.remember_adapter(adapter));
    }
    default: {
      ModelRecord model;
      model.path = "/deeds/" + name;
      model.name = name;
      model.fingerprint = "f";
      model.bytes = below(1000);
      return told("model", store_.remember_model(model));
    }
  }
}

Result<std::string> Deeds::compare() {
  const auto comparisons = store_.comparisons(100);
  if (!comparisons) return propagate(comparisons);
  if (const ComparisonRecord* one = any_of(*comparisons);
      one != nullptr && (comparisons->size() > 20 || below(3) == 0))
    return told("delete comparison", store_.delete_comparison(one->id));
  ComparisonRecord comparison;
  comparison.model = "a model";
  comparison.fingerprint = "f";
  comparison.prompt = words();
  comparison.result = object();
  return told("comparison", store_.add_comparison(comparison));
}

}  // namespace canter::crash
