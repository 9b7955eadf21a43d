#include <algorithm>

#include "engine/import/chat_reader.h"
#include "engine/session/chat_messages.h"

namespace canter::engine {
namespace {

/// Thinking stands in front, as a quotation that can be unfolded.
void split_quoted_thinking(Message& message) {
  constexpr std::string_view kBegin = "<details type=\"reasoning\"", kEnd = "</details>";
  constexpr std::string_view kSummary = "</summary>";
  if (!message.content.starts_with(kBegin)) return;
  const std::size_t end = message.content.find(kEnd);
  const std::size_t summary = message.content.find(kSummary);
  if (end == std::string::npos || summary == std::string::npos || summary > end) return;
  std::size_t at = summary + kSummary.size();
  while (at < end) {
    const std::size_t line_end = std::min(message.content.find('\n', at), end);
    std::string_view line(message.content.data() + at, line_end - at);
    if (line.starts_with("&gt; ")) line.remove_prefix(5);
    if (line.starts_with("> ")) line.remove_prefix(2);
    if (!message.thinking.empty() || !line.empty())
      message.thinking += std::string(line) + (line_end < end ? "\n" : "");
    at = line_end + 1;
  }
  while (message.thinking.ends_with('\n')) message.thinking.pop_back();
  cut_beginning(message.content, end + kEnd.size());
}

std::optional<Message> read_open_webui_message(const Json& json) {
  auto message = begin_message(text_of(json, "role"), json, "timestamp");
  if (!message) return std::nullopt;
  message->content = text_of(json, "content");
  if (message->role == MessageRole::kAssistant) {
    message->model = text_of(json, "modelName");
    if (message->model.empty()) message->model = text_of(json, "model");
    split_quoted_thinking(*message);
  }
  return if_anything(std::move(*message));
}

}  // namespace

Result<ImportedConversation> read_open_webui_chat(const Json& chat) {
  const Json& inner = chat["chat"];
  ImportedConversation read;
  read.conversation.title = text_of(chat, "title");
  if (read.conversation.title.empty()) read.conversation.title = text_of(inner, "title");
  read.conversation.created = time_of(chat, "created_at");
  if (read.conversation.created == 0) read.conversation.created = time_of(inner, "timestamp");
  read.conversation.updated = time_of(chat, "updated_at");
  const Json* pinned = member(chat, "pinned");
  read.conversation.pinned = pinned && *pinned == true;
  ChatSettings settings;
  if (const Json* params = member(inner, "params"))
    settings.system_prompt = text_of(*params, "system");
  read.conversation.settings = write_chat_settings(settings);

  const Json* history = member(inner, "history");
  const Json* tree = history ? member(*history, "messages") : nullptr;
  if (tree && tree->is_object() && !tree->empty()) {
    std::vector<ChatNode> nodes;
    for (const auto& [id, json] : tree->items())
      nodes.push_back({id, text_of(json, "parentId"), read_open_webui_message(json)});
    put_tree(std::move(nodes), text_of(*history, "currentId"), read);
    return read;
  }
  std::vector<Message> said;
  for (const Json& json : list_of(inner, "messages"))
    if (auto message = read_open_webui_message(json)) said.push_back(std::move(*message));
  put_line(std::move(said), read);
  return read;
}

}  // namespace canter::engine
