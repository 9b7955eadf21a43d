#include "chat/chat_json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "chat/thinking.h"
#include "format/strict_json.h"

namespace canter {
namespace {

using nlohmann::ordered_json;

constexpr auto kReplaceBadText = ordered_json::error_handler_t::replace;

const std::string* text_of(const ordered_json& object, const char* name) {
  const auto member = object.find(name);
  return member == object.end() ? nullptr : member->get_ptr<const std::string*>();
}

/// False for a list that holds anything but texts.
bool read_parts(const ordered_json& list, ChatMessage& message) {
  for (const ordered_json& part : list) {
    if (!part.is_object()) return false;
    const auto *type = text_of(part, "type"), *text = text_of(part, "text");
    if (!type || *type != "text" || !text) return false;
    message.parts.push_back(*text);
    message.content += *text;
  }
  return true;
}

bool read_content(const ordered_json& entry, ChatMessage& message) {
  const auto content = entry.find("content");
  if (content == entry.end()) return entry.contains("tool_calls");
  if (content->is_array()) return read_parts(*content, message);
  if (const auto* text = content->get_ptr<const std::string*>()) message.content = *text;
  return content->is_string() || content->is_null();
}

void take_thinking(ordered_json& rest, ChatMessage& message) {
  for (const char* name : kThoughtNames) {
    const std::string* text = text_of(rest, name);
    if (!text) continue;
    message.thinking = *text;
    rest.erase(name);
  }
}

std::optional<ChatMessage> read_message(const ordered_json& entry) {
  if (!entry.is_object()) return std::nullopt;
  const std::string* role = text_of(entry, "role");
  ChatMessage message;
  if (!role || !read_content(entry, message)) return std::nullopt;
  message.role = *role;
  ordered_json rest = entry;
  rest.erase("role");
  rest.erase("content");
  take_thinking(rest, message);
  if (!rest.empty()) message.more = rest.dump(-1, ' ', false, kReplaceBadText);
  return message;
}

}  // namespace

Result<ordered_json> parse_chat_json(std::string_view text, const std::string& where) {
  constexpr std::size_t kDepth = 64;
  auto parsed = parse_ordered_json(text, where, {.depth = kDepth});
  if (!parsed) return fail(ErrorKind::kUsage, parsed.error().message);
  return parsed;
}

Result<std::vector<ChatMessage>> read_chat_messages(const ordered_json& messages,
                                                    const std::string& where) {
  if (!messages.is_array())
    return fail(ErrorKind::kUsage,
                where + R"( holds no JSON array, give [{"role": "user", "content": "…"}])");
  std::vector<ChatMessage> read;
  for (const ordered_json& entry : messages) {
    auto message = read_message(entry);
    if (!message)
      return fail(ErrorKind::kUsage,
                  "message " + std::to_string(read.size() + 1) + " in " + where +
                      " is no object with the texts `role` and `content`, correct it");
    read.push_back(std::move(*message));
  }
  return read;
}

ordered_json chat_message_json(const ChatMessage& message) {
  ordered_json written = {{"role", message.role}, {"content", message.content}};
  if (!message.thinking.empty()) written["reasoning_content"] = message.thinking;
  const auto more = ordered_json::parse(message.more, nullptr, false);
  if (more.is_object()) written.update(more);
  return written;
}

}  // namespace canter
