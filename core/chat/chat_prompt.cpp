#include "chat/chat_prompt.h"

namespace canter {

void append_part(std::vector<PromptPart>& parts, std::string_view text, bool markup) {
  if (text.empty()) return;
  if (parts.empty() || parts.back().markup != markup) parts.push_back({"", markup});
  parts.back().text += text;
}

std::string prompt_text(std::span<const PromptPart> parts) {
  std::string text;
  for (const auto& part : parts) text += part.text;
  return text;
}

}  // namespace canter
