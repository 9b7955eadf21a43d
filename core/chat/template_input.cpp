#include "chat/template_input.h"

#include <utility>
#include <vector>

namespace canter {
namespace {

using nlohmann::ordered_json;

bool reads_thought(const jinja::Template& chat_template) {
  for (const char* name : kThoughtNames)
    if (chat_template.names(name)) return true;
  return false;
}

void add_thought(ordered_json& message, const ChatMessage& said,
                 const jinja::Template& chat_template, const TemplateTraits& traits,
                 const ThinkingMarkers& markers) {
  for (const char* name : kThoughtNames)
    if (chat_template.names(name)) message[name] = said.thinking;
  if (!reads_thought(chat_template) && traits.splits_thought)
    message["content"] = markers.opening + said.thinking + markers.closing + said.content;
}

ordered_json content_of(const ChatMessage& message, const TemplateTraits& traits) {
  if (message.parts.empty() || !traits.takes_parts) return message.content;
  auto parts = ordered_json::array();
  for (const std::string& text : message.parts) parts.push_back({{"type", "text"}, {"text", text}});
  return parts;
}

bool is_system(const ChatMessage& message) {
  return message.role == "system" || message.role == "developer";
}

std::vector<ChatMessage> with_system_inside(std::span<const ChatMessage> messages) {
  std::vector<ChatMessage> folded(messages.begin() + 1, messages.end());
  ChatMessage& question = folded.front();
  const std::string system = messages.front().content + "\n\n";
  question.content.insert(0, system);
  if (!question.parts.empty()) question.parts.front().insert(0, system);
  return folded;
}

}  // namespace

ordered_json messages_input(std::span<const ChatMessage> messages,
                            const jinja::Template& chat_template, const TemplateTraits& traits,
                            const ThinkingMarkers& markers) {
  std::vector<ChatMessage> folded;
  if (traits.refuses_system && messages.size() > 1 && is_system(messages[0]) &&
      messages[1].role == "user") {
    folded = with_system_inside(messages);
    messages = folded;
  }
  auto input = ordered_json::array();
  for (const ChatMessage& said : messages) {
    const bool as_system = said.role == "developer" && !traits.knows_developer;
    ordered_json message = {{"role", as_system ? "system" : said.role},
                            {"content", content_of(said, traits)}};
    if (!said.thinking.empty()) add_thought(message, said, chat_template, traits, markers);
    const auto more = ordered_json::parse(said.more, nullptr, false);
    if (more.is_object()) message.update(more);
    input.push_back(std::move(message));
  }
  return input;
}

}  // namespace canter
