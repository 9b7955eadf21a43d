#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "chat/chat_prompt.h"

namespace canter {

/// A text in JSON, as files of conversations and prompts hold it. kUsage for what is none; `where`
/// begins the message.
Result<nlohmann::ordered_json> parse_chat_json(std::string_view text, const std::string& where);

/// An array of messages, `{"role": …, "content": …}`. Content may be null, or a list of
/// `{"type": "text", "text": …}`; it may be missing where there are `tool_calls`. What an answer's
/// author thought is read from `reasoning_content`, `thinking` or `reasoning`; all else is kept for
/// the template. kUsage for what is no message, with its number.
Result<std::vector<ChatMessage>> read_chat_messages(const nlohmann::ordered_json& messages,
                                                    const std::string& where);

/// As read_chat_messages() reads it.
nlohmann::ordered_json chat_message_json(const ChatMessage& message);

}  // namespace canter
