#include "engine/import/chat_reader.h"

namespace canter::engine {
namespace {

/// Of parts that are texts, or pictures and sounds, which have no text but a description at most.
std::string text_of_parts(const Json& content) {
  std::string text;
  for (const Json& part : list_of(content, "parts")) {
    if (part.is_string()) {
      add_part(text, part.get<std::string>());
      continue;
    }
    const std::string spoken = text_of(part, "text");
    const std::string type = text_of(part, "content_type");
    add_part(text, !spoken.empty()                   ? spoken
                   : type.find("image") != type.npos ? "*(a picture)*"
                                                     : "");
  }
  return text;
}

void read_thoughts(const Json& content, std::string& thinking) {
  for (const Json& thought : list_of(content, "thoughts")) {
    add_part(thinking, text_of(thought, "summary"));
    add_part(thinking, text_of(thought, "content"));
  }
}

void read_content(const Json& content, Message& message) {
  const std::string type = text_of(content, "content_type");
  if (type == "thoughts") return read_thoughts(content, message.thinking);
  // How long was thought; texts about the user that are shown nowhere.
  if (type == "reasoning_recap" || type.ends_with("editable_context")) return;
  std::string text = text_of_parts(content);
  add_part(text, text_of(content, "result"));
  const std::string plain = text_of(content, "text");
  const std::string language = text_of(content, "language");
  if (type == "code")
    add_part(text, plain.empty() ? "" : fenced(plain, language == "unknown" ? "" : language));
  else if (type == "execution_output")
    add_part(text, plain.empty() ? "" : fenced(plain));
  else
    add_part(text, plain);
  message.content = std::move(text);
}

std::optional<Message> read_chatgpt_message(const Json& json) {
  const Json* author = member(json, "author");
  const Json* content = member(json, "content");
  auto message = begin_message(author ? text_of(*author, "role") : "", json, "create_time");
  if (!message || !content) return std::nullopt;
  const Json* metadata = member(json, "metadata");
  const Json* hidden =
      metadata ? member(*metadata, "is_visually_hidden_from_conversation") : nullptr;
  if (hidden && *hidden == true) return std::nullopt;
  if (metadata && message->role == MessageRole::kAssistant)
    message->model = text_of(*metadata, "model_slug");
  read_content(*content, *message);
  return if_anything(std::move(*message));
}

}  // namespace

Result<ImportedConversation> read_chatgpt_chat(const Json& chat) {
  ImportedConversation read;
  read.conversation.title = text_of(chat, "title");
  read.conversation.created = time_of(chat, "create_time");
  read.conversation.updated = time_of(chat, "update_time");
  std::vector<ChatNode> nodes;
  for (const auto& [id, node] : chat["mapping"].items()) {
    const Json* message = member(node, "message");
    nodes.push_back(
        {id, text_of(node, "parent"), message ? read_chatgpt_message(*message) : std::nullopt});
  }
  put_tree(std::move(nodes), text_of(chat, "current_node"), read);
  return read;
}

}  // namespace canter::engine
