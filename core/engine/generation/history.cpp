#include "engine/generation/history.h"

#include <string>

namespace canter::engine {
namespace {

bool failed_without_text(const Message& message) {
  return message.status == MessageStatus::kFailed && message.content.empty() &&
         message.thinking.empty();
}

}  // namespace

std::vector<ChatMessage> chat_history(std::span<const Message> branch,
                                      std::string_view system_prompt, bool continues) {
  std::vector<ChatMessage> history;
  if (!system_prompt.empty())
    history.push_back({role_name(MessageRole::kSystem), std::string(system_prompt)});
  for (std::size_t i = 0; i < branch.size(); ++i) {
    const Message& message = branch[i];
    const bool continued = continues && i + 1 == branch.size();
    if (message.content.empty() && !continued) continue;
    if (i + 1 < branch.size() && failed_without_text(branch[i + 1])) continue;
    const std::string role = role_name(message.role);
    if (!history.empty() && history.back().role == role)
      history.back().content += "\n\n" + message.content;
    else
      history.push_back({role, message.content, message.thinking});
  }
  return history;
}

}  // namespace canter::engine
