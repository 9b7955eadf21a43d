#pragma once

#include <string>
#include <utility>

#include "store/records.h"

namespace canter::ui {

inline Conversation make_conversation(ConversationId id, std::string title, Timestamp updated = 0) {
  Conversation conversation;
  conversation.id = id;
  conversation.title = std::move(title);
  conversation.created = updated;
  conversation.updated = updated;
  return conversation;
}

inline Message make_message(MessageId id, ConversationId conversation, MessageRole role,
                            std::string content, MessageStatus status = MessageStatus::kComplete) {
  Message message;
  message.id = id;
  message.conversation = conversation;
  message.role = role;
  message.content = std::move(content);
  message.status = status;
  return message;
}

}  // namespace canter::ui
