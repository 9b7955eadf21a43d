#include "remote/chat.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "format/json_members.h"
#include "format/strict_json.h"

namespace canter::remote {
namespace {

using nlohmann::json;

constexpr JsonLimits kLimits{.depth = 32, .values = 1u << 20, .members = 4096};
constexpr std::size_t kMostWords = 300;

/// A text, or a list of parts with texts.
std::string text_of(const json& value) {
  if (!value.is_array()) return json_text(value);
  std::string text;
  for (const json& part : value) text += text_of(json_member(part, "text"));
  return text;
}

int count_of(const json& value) {
  return int(std::min<std::uint64_t>(json_size(value), std::numeric_limits<int>::max()));
}

std::optional<ChatFinish> finish_of(const json& value) {
  const std::string name = text_of(value);
  if (name.empty()) return std::nullopt;
  if (name == "stop" || name == "eos" || name == "end_turn") return ChatFinish::kStop;
  if (name == "length") return ChatFinish::kLength;
  if (name == "content_filter") return ChatFinish::kFilter;
  return ChatFinish::kOther;
}

std::optional<ChatUsage> usage_of(const json& value) {
  if (!value.is_object()) return std::nullopt;
  const json& details = json_member(value, "prompt_tokens_details");
  return ChatUsage{.prompt = count_of(json_member(value, "prompt_tokens")),
                   .cached = count_of(json_member(details, "cached_tokens")),
                   .completion = count_of(json_member(value, "completion_tokens"))};
}

std::string one_line(std::string_view text) {
  std::string line = replace_controls(to_valid_utf8(text), [](unsigned) { return " "; });
  const std::size_t end = line.find_last_not_of(' ');
  line.resize(end == std::string::npos ? 0 : end + 1);
  if (line.size() <= kMostWords) return line;
  line.resize(complete_utf8_prefix(std::string_view(line).substr(0, kMostWords)));
  return line + "…";
}

/// `{"error": {"message": …}}`, `{"error": …}`, `{"message": …}`, `{"detail": …}`.
std::string words_of(const json& document) {
  for (const char* name : {"error", "message", "detail"}) {
    const json& member = json_member(document, name);
    const json& value = member.is_array() && !member.empty() ? member.front() : member;
    if (value.is_string()) return json_text(value);
    for (const char* inner : {"message", "msg"})
      if (const json& words = json_member(value, inner); !words.is_null()) return text_of(words);
  }
  return {};
}

}  // namespace

std::string write_question(const ChatQuestion& question) {
  json messages = json::array();
  for (const RemoteMessage& message : question.messages)
    messages.push_back({{"role", message.role}, {"content", message.content}});
  json body = {{"model", question.model},
               {"messages", std::move(messages)},
               {"stream", true},
               {"stream_options", {{"include_usage", true}}}};
  if (question.temperature) body["temperature"] = *question.temperature;
  if (question.top_p) body["top_p"] = *question.top_p;
  // Others count seeds as signed numbers.
  if (question.seed) body["seed"] = *question.seed & std::uint64_t(INT64_MAX);
  if (question.max_tokens > 0) body["max_tokens"] = question.max_tokens;
  if (!question.stop.empty()) body["stop"] = question.stop;
  return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<ChatDelta> read_answer(std::string_view text) {
  const auto parsed = parse_strict_json(to_valid_utf8(text), "", kLimits);
  if (!parsed || !parsed->is_object())
    return fail(ErrorKind::kBadFile, "it sends what is no answer; check the address");
  if (!json_member(*parsed, "error").is_null() ||
      json_text(json_member(*parsed, "object")) == "error") {
    const std::string words = error_words(text);
    return fail(ErrorKind::kIo, "the server ends the answer" + (words.empty() ? "" : ": " + words));
  }
  ChatDelta delta;
  delta.usage = usage_of(json_member(*parsed, "usage"));
  const json& choices = json_member(*parsed, "choices");
  if (!choices.is_array() || choices.empty()) return delta;
  const json& choice = choices.front();
  delta.finish = finish_of(json_member(choice, "finish_reason"));
  const json& added = json_member(choice, "delta");
  const json& said = added.is_null() ? json_member(choice, "message") : added;
  delta.text = text_of(json_member(said, "content"));
  delta.thinking = text_of(json_member(said, "reasoning_content"));
  if (delta.thinking.empty()) delta.thinking = text_of(json_member(said, "reasoning"));
  return delta;
}

Result<std::vector<std::string>> read_models(std::string_view text) {
  const auto parsed = parse_strict_json(to_valid_utf8(text), "", kLimits);
  if (!parsed || !json_member(*parsed, "data").is_array())
    return fail(ErrorKind::kBadFile, "it sends no list of models");
  std::vector<std::string> models;
  for (const json& model : json_member(*parsed, "data")) {
    std::string name = text_of(json_member(model, "id"));
    const bool sound = !name.empty() && one_line(name) == name;
    if (sound && std::ranges::find(models, name) == models.end()) models.push_back(std::move(name));
  }
  return models;
}

std::string error_words(std::string_view body) {
  const auto parsed = parse_strict_json(to_valid_utf8(body), "", kLimits);
  if (parsed) return one_line(words_of(*parsed));
  // Proxies answer with pages.
  return body.find('<') == body.npos ? one_line(body) : std::string();
}

}  // namespace canter::remote
