#include "remote/chat.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "format/strict_json.h"

namespace canter::remote {
namespace {

using nlohmann::json;

constexpr JsonLimits kLimits{.depth = 32, .values = 1u << 20, .members = 4096};
constexpr std::size_t kMostWords = 300;

const json* member(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// A text, or a list of parts with texts.
std::string text_of(const json* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  std::string text;
  if (value->is_array())
    for (const json& part : *value) text += text_of(member(part, "text"));
  return text;
}

int count_of(const json* value) {
  if (value == nullptr || !value->is_number_integer()) return 0;
  return int(
      std::clamp<std::int64_t>(value->get<std::int64_t>(), 0, std::numeric_limits<int>::max()));
}

std::optional<ChatFinish> finish_of(const json* value) {
  const std::string name = text_of(value);
  if (name.empty()) return std::nullopt;
  if (name == "stop" || name == "eos" || name == "end_turn") return ChatFinish::kStop;
  if (name == "length") return ChatFinish::kLength;
  if (name == "content_filter") return ChatFinish::kFilter;
  return ChatFinish::kOther;
}

std::optional<ChatUsage> usage_of(const json* value) {
  if (value == nullptr || !value->is_object()) return std::nullopt;
  ChatUsage usage;
  usage.prompt = count_of(member(*value, "prompt_tokens"));
  usage.completion = count_of(member(*value, "completion_tokens"));
  if (const json* details = member(*value, "prompt_tokens_details"))
    usage.cached = count_of(member(*details, "cached_tokens"));
  return usage;
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
    const json* value = member(document, name);
    if (value == nullptr) continue;
    if (value->is_array() && !value->empty()) value = &value->front();
    if (value->is_string()) return value->get<std::string>();
    if (const json* inner = member(*value, "message")) return text_of(inner);
    if (const json* inner = member(*value, "msg")) return text_of(inner);
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
  if (member(*parsed, "error") != nullptr || text_of(member(*parsed, "object")) == "error") {
    const std::string words = error_words(text);
    return fail(ErrorKind::kIo, "the server ends the answer" + (words.empty() ? "" : ": " + words));
  }
  ChatDelta delta;
  delta.usage = usage_of(member(*parsed, "usage"));
  const json* choices = member(*parsed, "choices");
  if (choices == nullptr || !choices->is_array() || choices->empty()) return delta;
  const json& choice = choices->front();
  delta.finish = finish_of(member(choice, "finish_reason"));
  const json* said = member(choice, "delta");
  if (said == nullptr) said = member(choice, "message");
  if (said == nullptr) return delta;
  delta.text = text_of(member(*said, "content"));
  delta.thinking = text_of(member(*said, "reasoning_content"));
  if (delta.thinking.empty()) delta.thinking = text_of(member(*said, "reasoning"));
  return delta;
}

Result<std::vector<std::string>> read_models(std::string_view text) {
  const auto parsed = parse_strict_json(to_valid_utf8(text), "", kLimits);
  const json* list = parsed ? member(*parsed, "data") : nullptr;
  if (list == nullptr || !list->is_array())
    return fail(ErrorKind::kBadFile, "it sends no list of models");
  std::vector<std::string> models;
  for (const json& model : *list) {
    std::string name = text_of(member(model, "id"));
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
