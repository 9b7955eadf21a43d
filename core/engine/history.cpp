#include "engine/history.h"

#include <string>

namespace canter::engine {
std::vector<ChatMessage> chat_history(std::span<const Message> branch) {
  std::vector<ChatMessage> history;
  for (const Message& message : branch) {
    if (message.content.empty()) continue;
    const std::string role = role_name(message.role);
    if (!history.empty() && history.back().role == role)
      history.back().content += "\n\n" + message.content;
    else
      history.push_back({role, message.content});
  }
  return history;
}

}  // namespace canter::engine
