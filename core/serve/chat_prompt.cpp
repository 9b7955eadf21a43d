#include "serve/chat_prompt.h"

#include <utility>

#include "chat/chat_json.h"
#include "decode/turn_ends.h"
#include "format/strict_json.h"
#include "serve/output_format.h"
#include "serve/reply.h"
#include "serve/sampling_fields.h"

namespace canter::serve {
namespace {

std::string at(const std::string& place, std::size_t index) {
  return place + "[" + std::to_string(index) + "]";
}

Checked<void> check_content(const Json& content, const std::string& place) {
  if (!content.is_array()) return {};
  for (std::size_t i = 0; i < content.size(); ++i) {
    const Json& part = content[i];
    if (part.is_object() && part.contains("type") && part["type"].is_string() &&
        part["type"] != "text")
      return refuse(400, "`" + at(place, i) + "` is no text, and this model reads nothing else",
                    at(place, i) + ".type", "unsupported_value");
  }
  return {};
}

/// Templates want the arguments of calls as objects; OpenAI's clients send them as texts.
void unfold_arguments(Json& message) {
  const auto calls = message.find("tool_calls");
  if (calls == message.end() || !calls->is_array()) return;
  for (Json& call : *calls) {
    if (!call.is_object() || !call.contains("function") || !call["function"].is_object()) continue;
    Json& function = call["function"];
    if (!function.contains("arguments") || !function["arguments"].is_string()) continue;
    auto arguments = parse_ordered_json(function["arguments"].get_ref<const std::string&>(),
                                        "the arguments", {.depth = kMostJsonDepth});
    if (arguments && arguments->is_object()) function["arguments"] = std::move(*arguments);
  }
}

}  // namespace

Checked<std::vector<ChatMessage>> read_messages(const Json& list, const std::string& place) {
  Json messages = list;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    Json& message = messages[i];
    if (!message.is_object()) continue;
    for (const char* name : {"images", "audio", "function_call"})
      if (message.contains(name) && !message[name].is_null() && !message[name].empty())
        return refuse(400, "`" + at(place, i) + "." + name + "` is not supported, leave it out",
                      at(place, i) + "." + name, "unsupported_parameter");
    if (message.contains("content"))
      if (const auto checked = check_content(message["content"], at(place, i) + ".content");
          !checked)
        return tl::unexpected(checked.error());
    unfold_arguments(message);
  }
  auto read = read_chat_messages(messages, place);
  if (!read) return refuse(400, read.error().message, place);
  return std::move(*read);
}

Checked<void> check_length(const ServedModel& served, std::size_t tokens,
                           const std::string& place) {
  if (tokens < std::size_t(served.context())) return {};
  return refuse(400,
                "the prompt has " + std::to_string(tokens) + " tokens; with its answer it has to " +
                    "fit " + std::to_string(served.context()) + ", shorten it",
                place, "context_length_exceeded");
}

Checked<void> check_thinking(const ServedModel& served, ThinkingWish wish,
                             const std::string& param) {
  const Thinking& thinking = served.chat().thinking();
  const bool is_switch = wish == ThinkingWish::kOn || wish == ThinkingWish::kOff;
  if (wish == ThinkingWish::kDefault || (is_switch ? thinking.can_switch : thinking.has_effort))
    return {};
  if (wish == ThinkingWish::kOff && !thinking.thinks()) return {};
  return refuse(400, "`" + param + "` asks for a way to think that this model does not have", param,
                "unsupported_value");
}

Checked<ChatPrompt> make_chat_prompt(const ServedModel& served, const ChatTask& task) {
  const ChatFormat& chat = served.chat();
  GenerationSettings settings = with_turn_ends(task.settings, chat);
  PromptOptions options{.thinking = task.thinking, .tools = task.tools.list};
  if (settings.grammar && options.thinking == ThinkingWish::kDefault && chat.thinking().can_switch)
    options.thinking = ThinkingWish::kOff;  // what has a form is the answer itself
  const auto parts = chat.render(task.messages, options);
  if (!parts) {
    RequestError error = request_error(parts.error());
    error.param = task.messages_place;
    return tl::unexpected(std::move(error));
  }
  const auto tokens = chat.encode(*parts);
  if (!tokens) return tl::unexpected(request_error(tokens.error()));
  if (const auto checked = check_length(served, tokens->size(), task.messages_place); !checked)
    return tl::unexpected(checked.error());

  ChatPrompt prompt;
  if (!settings.grammar) prompt.splitter = chat.splitter(*parts);
  const bool opens = task.messages.back().role != "assistant";
  for (int i = 0; i < task.answers; ++i)
    prompt.requests.push_back({.prompt = *tokens,
                               .settings = settings_of(settings, i),
                               .at_text_start = opens,
                               .likelihoods = task.likelihoods});
  return prompt;
}

}  // namespace canter::serve
