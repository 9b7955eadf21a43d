#include <set>

#include "engine/import/chat_reader.h"

namespace canter::engine {
namespace {

std::optional<Timestamp> trashed_of(const Json& json) {
  const Timestamp time = time_of(json, "trashed");
  return time > 0 ? std::optional(time) : std::nullopt;
}

bool is_set(const Json& json, const char* name) {
  const Json* found = member(json, name);
  return found && *found == true;
}

std::optional<std::int64_t> id_of(const Json& json, const char* name) {
  const Json* found = member(json, name);
  return found && found->is_number_integer() ? std::optional(found->get<std::int64_t>())
                                             : std::nullopt;
}

MessageStatus status_of(const std::string& name) {
  if (name == "stopped") return MessageStatus::kStopped;
  if (name == "interrupted" || name == "streaming") return MessageStatus::kInterrupted;
  if (name == "failed") return MessageStatus::kFailed;
  return MessageStatus::kComplete;
}

/// As the database keeps them.
std::string document_of(const Json& json, const char* name) {
  const Json* found = member(json, name);
  return found && found->is_object() ? found->dump() : std::string();
}

std::optional<Message> read_canter_message(const Json& json) {
  const auto id = id_of(json, "id");
  const auto role = role_of(text_of(json, "role"));
  if (!id || !role) return std::nullopt;
  Message message;
  message.id = *id;
  message.parent = id_of(json, "parent");
  message.role = *role;
  message.content = text_of(json, "content");
  message.status = status_of(text_of(json, "status"));
  message.error = text_of(json, "error");
  message.model = text_of(json, "model");
  message.model_path = text_of(json, "model_path");
  message.statistics = document_of(json, "statistics");
  message.created = time_of(json, "created");
  message.trashed = trashed_of(json);
  message.thinking = text_of(json, "thinking");
  message.thinking_ms = id_of(json, "thinking_ms").value_or(0);
  message.edited = is_set(json, "edited");
  return message;
}

}  // namespace

Result<ImportedConversation> read_canter_chat(const Json& chat) {
  if (!member(chat, "messages"))
    return fail(ErrorKind::kBadFile, "this chat has no messages; export it again");
  ImportedConversation read;
  Conversation& conversation = read.conversation;
  conversation.title = text_of(chat, "title");
  conversation.created = time_of(chat, "created");
  conversation.updated = time_of(chat, "updated");
  conversation.trashed = trashed_of(chat);
  conversation.head = id_of(chat, "head");
  conversation.accelerate = !member(chat, "accelerate") || is_set(chat, "accelerate");
  conversation.pinned = is_set(chat, "pinned");
  conversation.draft = text_of(chat, "draft");
  conversation.settings = document_of(chat, "settings");
  conversation.model = text_of(chat, "model");
  read.folder = text_of(chat, "folder");
  std::set<MessageId> ids;
  for (const Json& json : list_of(chat, "messages")) {
    auto message = read_canter_message(json);
    if (!message || !ids.insert(message->id).second ||
        (message->parent && (*message->parent >= message->id || !ids.contains(*message->parent))))
      return fail(ErrorKind::kBadFile,
                  "its messages do not follow each other as they should; export it again");
    read.messages.push_back(std::move(*message));
  }
  return read;
}

}  // namespace canter::engine
