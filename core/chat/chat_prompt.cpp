#include "chat/chat_prompt.h"

#include "chat/jinja/template.h"

namespace canter {

void append_part(std::vector<PromptPart>& parts, std::string_view text, bool markup) {
  if (text.empty()) return;
  if (parts.empty() || parts.back().markup != markup) parts.push_back({"", markup});
  parts.back().text += text;
}

std::vector<PromptPart> prompt_parts(const jinja::Rendered& rendered) {
  const std::string_view text = rendered.text;
  std::vector<PromptPart> parts;
  std::size_t at = 0;
  for (const jinja::ByteRange& range : rendered.content) {
    append_part(parts, text.substr(at, range.begin - at), true);
    append_part(parts, text.substr(range.begin, range.end - range.begin), false);
    at = range.end;
  }
  append_part(parts, text.substr(at), true);
  return parts;
}

std::string prompt_text(std::span<const PromptPart> parts) {
  std::string text;
  for (const auto& part : parts) text += part.text;
  return text;
}

}  // namespace canter
