#include "engine/import/chat_reader.h"

namespace canter::engine {
namespace {

/// What a tool that was called said.
std::string result_text(const Json& part) {
  const Json* content = member(part, "content");
  if (content && content->is_string()) return content->get<std::string>();
  std::string text;
  for (const Json& each : list_of(part, "content")) add_part(text, text_of(each, "text"));
  return text;
}

void read_part(const Json& part, Message& message) {
  const std::string type = text_of(part, "type");
  if (type == "text") {
    add_part(message.content, text_of(part, "text"));
  } else if (type == "thinking") {
    add_part(message.thinking, text_of(part, "thinking"));
  } else if (type == "tool_use") {
    const Json* input = member(part, "input");
    if (input) add_part(message.content, fenced(input->dump(2), "json"));
  } else if (type == "tool_result") {
    if (const std::string text = result_text(part); !text.empty())
      add_part(message.content, fenced(text));
  }
}

std::optional<Message> read_claude_message(const Json& json) {
  auto message = begin_message(text_of(json, "sender"), json, "created_at");
  if (!message) return std::nullopt;
  for (const Json& part : list_of(json, "content")) read_part(part, *message);
  if (message->content.empty()) message->content = text_of(json, "text");
  for (const Json& file : list_of(json, "attachments"))
    if (std::string text = text_of(file, "extracted_content"); !text.empty())
      add_part(message->content, attached(text_of(file, "file_name"), std::move(text)));
  return if_anything(std::move(*message));
}

}  // namespace

Result<ImportedConversation> read_claude_chat(const Json& chat) {
  ImportedConversation read;
  read.conversation.title = text_of(chat, "name");
  read.conversation.created = time_of(chat, "created_at");
  read.conversation.updated = time_of(chat, "updated_at");
  std::vector<ChatNode> nodes;
  for (const Json& json : list_of(chat, "chat_messages")) {
    ChatNode node{text_of(json, "uuid"), text_of(json, "parent_message_uuid"),
                  read_claude_message(json)};
    // Older exports say of no message what it follows.
    if (node.parent.empty() && !nodes.empty()) node.parent = nodes.back().id;
    nodes.push_back(std::move(node));
  }
  put_tree(std::move(nodes), text_of(chat, "current_leaf_message_uuid"), read);
  return read;
}

}  // namespace canter::engine
