#include "engine/import/chat_reader.h"
#include "engine/session/chat_messages.h"

namespace canter::engine {
namespace {

void read_block(const Json& block, Message& message) {
  const Json* style = member(block, "style");
  const bool thought = style && text_of(*style, "type") == "thinking";
  for (const Json& part : list_of(block, "content"))
    if (text_of(part, "type") == "text")
      add_part(thought ? message.thinking : message.content, text_of(part, "text"));
}

std::optional<Message> read_version(const Json& version) {
  const auto role = role_of(text_of(version, "role"));
  if (!role) return std::nullopt;
  Message message;
  message.role = *role;
  read_block(version, message);
  for (const Json& step : list_of(version, "steps"))
    if (text_of(step, "type") == "contentBlock") read_block(step, message);
  if (const Json* sender = member(version, "senderInfo"))
    message.model = text_of(*sender, "senderName");
  return if_anything(std::move(message));
}

}  // namespace

Result<ImportedConversation> read_lm_studio_chat(const Json& chat) {
  ImportedConversation read;
  read.conversation.title = text_of(chat, "name");
  read.conversation.created = time_of(chat, "createdAt");
  const Json* pinned = member(chat, "pinned");
  read.conversation.pinned = pinned && *pinned == true;
  ChatSettings settings;
  settings.system_prompt = text_of(chat, "systemPrompt");
  read.conversation.settings = write_chat_settings(settings);
  // What follows belongs to the version that is selected.
  std::vector<ChatNode> nodes;
  std::string parent;
  int number = 0;
  for (const Json& turn : list_of(chat, "messages")) {
    const Json& versions = list_of(turn, "versions");
    const Json* chosen = member(turn, "currentlySelected");
    const std::size_t selected =
        chosen && chosen->is_number_unsigned() ? chosen->get<std::size_t>() : 0;
    const std::string above = parent;
    for (std::size_t i = 0; i < versions.size(); ++i) {
      nodes.push_back({std::to_string(++number), above, read_version(versions[i])});
      if (auto& message = nodes.back().message) message->created = read.conversation.created;
      if (i == selected || i == 0) parent = nodes.back().id;
    }
  }
  put_tree(std::move(nodes), parent, read);
  return read;
}

}  // namespace canter::engine
