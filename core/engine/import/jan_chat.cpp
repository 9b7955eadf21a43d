#include "engine/import/chat_reader.h"
#include "engine/session/chat_messages.h"

namespace canter::engine {
namespace {

/// Thinking stands in front, between marks.
void split_tagged_thinking(Message& message) {
  constexpr std::string_view kBegin = "<think>", kEnd = "</think>";
  if (!message.content.starts_with(kBegin)) return;
  const std::size_t end = message.content.find(kEnd);
  if (end == std::string::npos) return;
  message.thinking = message.content.substr(kBegin.size(), end - kBegin.size());
  cut_beginning(message.content, end + kEnd.size());
}

std::optional<Message> read_jan_message(const Json& json) {
  auto message = begin_message(text_of(json, "role"), json, "created_at");
  if (!message) return std::nullopt;
  for (const Json& part : list_of(json, "content")) {
    const Json* text = member(part, "text");
    if (text)
      add_part(message->content,
               text->is_string() ? text->get<std::string>() : text_of(*text, "value"));
  }
  split_tagged_thinking(*message);
  return if_anything(std::move(*message));
}

}  // namespace

Result<ImportedConversation> read_jan_chat(const Json& thread, const std::vector<Json>& messages) {
  if (text_of(thread, "object") != "thread" && !member(thread, "assistants"))
    return fail(ErrorKind::kBadFile,
                "this is no thread of Jan; choose thread.json with messages.jsonl beside it");
  ImportedConversation read;
  read.conversation.title = text_of(thread, "title");
  read.conversation.created = time_of(thread, "created");
  read.conversation.updated = time_of(thread, "updated");
  std::string model;
  ChatSettings settings;
  for (const Json& assistant : list_of(thread, "assistants")) {
    settings.system_prompt = text_of(assistant, "instructions");
    if (const Json* found = member(assistant, "model")) model = text_of(*found, "id");
  }
  read.conversation.settings = write_chat_settings(settings);
  std::vector<Message> said;
  for (const Json& json : messages)
    if (auto message = read_jan_message(json)) {
      if (message->role == MessageRole::kAssistant) message->model = model;
      said.push_back(std::move(*message));
    }
  put_line(std::move(said), read);
  return read;
}

}  // namespace canter::engine
