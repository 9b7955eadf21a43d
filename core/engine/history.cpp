#include "engine/history.h"

namespace canter::engine {
namespace {

const char* role_name(MessageRole role) {
  switch (role) {
    case MessageRole::kSystem:
      return "system";
    case MessageRole::kUser:
      return "user";
    case MessageRole::kAssistant:
      break;
  }
  return "assistant";
}

}  // namespace

std::vector<ChatMessage> chat_history(std::span<const Message> branch) {
  std::vector<ChatMessage> history;
  for (const Message& message : branch) {
    if (message.content.empty()) continue;
    const char* role = role_name(message.role);
    if (!history.empty() && history.back().role == role)
      history.back().content += "\n\n" + message.content;
    else
      history.push_back({role, message.content});
  }
  return history;
}

}  // namespace canter::engine
