#include "serve/tool_calls.h"

#include <algorithm>
#include <utility>

#include "format/strict_json.h"
#include "serve/reply.h"

namespace canter::serve {
namespace {

constexpr std::string_view kOpen = "<tool_call>";
constexpr std::string_view kClose = "</tool_call>";
constexpr std::string_view kPythonTag = "<|python_tag|>";
constexpr std::string_view kBlank = " \t\r\n";

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Bytes at the end of `text` that may be the beginning of `marker`.
std::size_t begun(std::string_view text, std::string_view marker) {
  for (std::size_t size = std::min(text.size(), marker.size() - 1); size > 0; --size)
    if (text.ends_with(marker.substr(0, size))) return size;
  return 0;
}

/// The length of the JSON object at the beginning of `text`; 0: it does not end.
std::size_t object_length(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == '{') {
      ++depth;
    } else if (!quoted && c == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

/// A tool as the request describes it; its name, or nothing where that is wrong.
std::optional<std::string> read_tool(JsonFields& fields, const Json& tool,
                                     const std::string& place) {
  if (!tool.is_object() || !tool.contains("type") || tool["type"] != "function") {
    fields.reject(place, "has to be an object of the type \"function\"");
    return std::nullopt;
  }
  const auto function = tool.find("function");
  const auto* name = function != tool.end() && function->is_object() && function->contains("name")
                         ? (*function)["name"].get_ptr<const std::string*>()
                         : nullptr;
  if (!name || name->empty()) {
    fields.reject(place + ".function.name", "has to be a text");
    return std::nullopt;
  }
  const auto parameters = function->find("parameters");
  if (parameters != function->end() && !parameters->is_null() && !parameters->is_object())
    fields.reject(place + ".function.parameters", "has to be an object");
  return *name;
}

Json call_schema(const Json& function) {
  Json arguments = {{"type", "object"}};
  const auto parameters = function.find("parameters");
  if (parameters != function.end() && parameters->is_object() && !parameters->empty())
    arguments = *parameters;
  return {{"type", "object"},
          {"properties", {{"name", {{"const", function["name"]}}}, {"arguments", arguments}}},
          {"required", {"name", "arguments"}},
          {"additionalProperties", false}};
}

/// The schema of a call of one of these tools, or of the one that is named.
std::string forced_schema(const Json& list, const std::string& named) {
  auto calls = Json::array();
  for (const Json& tool : list)
    if (named.empty() || tool["function"]["name"] == named)
      calls.push_back(call_schema(tool["function"]));
  return written(calls.size() == 1 ? calls.front() : Json{{"anyOf", calls}});
}

/// Of `{"type": "function", "function": {"name": …}}`.
std::string chosen_name(const Json& choice) {
  if (!choice.is_object() || !choice.contains("function")) return {};
  const Json& function = choice["function"];
  if (!function.is_object() || !function.contains("name") || !function["name"].is_string())
    return {};
  return function["name"].get<std::string>();
}

void read_choice(JsonFields& fields, const Json* list, Tools& tools) {
  const Json* choice = fields.value("tool_choice");
  if (!choice || *choice == "auto") return;
  if (*choice == "none") {
    tools = {};
    return;
  }
  if (!list || list->empty()) {
    fields.reject("tool_choice", "needs `tools` to choose from");
    return;
  }
  const std::string name = chosen_name(*choice);
  if (*choice != "required" && !tools.names.contains(name)) {
    fields.reject("tool_choice", "has to be none, auto, required or one of the tools");
    return;
  }
  if (fields.sound()) tools.forced = forced_schema(*list, name);
}

}  // namespace

Tools read_tools(JsonFields& fields, bool model_takes_tools) {
  Tools tools;
  const Json* list = fields.array("tools");
  if (list && !list->empty()) {
    if (!model_takes_tools)
      fields.reject("tools",
                    "cannot be told to this model: its chat template has no place for them",
                    "unsupported_parameter");
    for (std::size_t i = 0; i < list->size(); ++i)
      if (auto name = read_tool(fields, (*list)[i], "tools[" + std::to_string(i) + "]"))
        tools.names.insert(std::move(*name));
    tools.list = written(*list);
  }
  read_choice(fields, list, tools);
  return tools;
}

ToolCallReader::Part ToolCallReader::push(std::string_view text) {
  Part part;
  pending_ += text;
  while (advance(part, false)) {
  }
  return part;
}

ToolCallReader::Part ToolCallReader::finish() {
  Part part;
  while (advance(part, true)) {
  }
  if (state_ == State::kBare) read_bare(part);
  part.text += std::exchange(pending_, {});
  return part;
}

bool ToolCallReader::advance(Part& part, bool at_end) {
  switch (state_) {
    case State::kStart:
      return read_start(at_end);
    case State::kText:
      return read_text(part, at_end);
    case State::kMarked:
      return read_marked(part, at_end);
    case State::kBare:
      break;
  }
  return false;
}

bool ToolCallReader::read_start(bool at_end) {
  const std::string_view text = without_blanks(pending_);
  if (text.starts_with('{') || text.starts_with(kPythonTag)) {
    state_ = State::kBare;
    return true;
  }
  const bool may_be = text.empty() || kPythonTag.starts_with(text);
  if (may_be && !at_end) return false;
  state_ = State::kText;
  return true;
}

bool ToolCallReader::read_text(Part& part, bool at_end) {
  const std::size_t found = pending_.find(kOpen);
  if (found != pending_.npos) {
    // What stands before a call is said; the line ends between belong to neither.
    const std::size_t last = std::string_view(pending_).substr(0, found).find_last_not_of(kBlank);
    part.text += pending_.substr(0, last == pending_.npos ? 0 : last + 1);
    pending_.erase(0, found + kOpen.size());
    state_ = State::kMarked;
    return true;
  }
  if (at_end && called_ && without_blanks(pending_).empty()) pending_.clear();
  std::size_t held = at_end ? 0 : begun(pending_, kOpen);
  const std::string_view certain = std::string_view(pending_).substr(0, pending_.size() - held);
  if (!at_end) held += certain.size() - (certain.find_last_not_of(kBlank) + 1);
  part.text += pending_.substr(0, pending_.size() - held);
  pending_.erase(0, pending_.size() - held);
  return false;
}

bool ToolCallReader::read_marked(Part& part, bool at_end) {
  const std::size_t found = pending_.find(kClose);
  if (found == pending_.npos && !at_end) return false;
  const std::string inside = pending_.substr(0, found);
  const std::string rest = found == pending_.npos ? "" : pending_.substr(found + kClose.size());
  if (auto call = read_call(inside)) {
    part.calls.push_back(std::move(*call));
    called_ = true;
  } else {
    part.text += std::string(kOpen) + inside;
    if (found != pending_.npos) part.text += kClose;
  }
  pending_ = rest;
  state_ = State::kText;
  return true;
}

void ToolCallReader::read_bare(Part& part) {
  std::string_view rest = without_blanks(pending_);
  if (rest.starts_with(kPythonTag)) rest.remove_prefix(kPythonTag.size());
  std::vector<ToolCall> calls;
  while (!rest.empty()) {
    const std::size_t first = rest.find_first_not_of(" \t\r\n;,");
    if (first == rest.npos) break;
    rest.remove_prefix(first);
    const std::size_t length = object_length(rest);
    auto call = read_call(rest.substr(0, length));
    if (length == 0 || !call) return;
    calls.push_back(std::move(*call));
    rest.remove_prefix(length);
  }
  if (calls.empty()) return;
  part.calls = std::move(calls);
  pending_.clear();
}

std::optional<ToolCall> ToolCallReader::read_call(std::string_view json) const {
  const auto read = parse_ordered_json(without_blanks(json), "a call", {.depth = kMostJsonDepth});
  if (!read || !read->is_object() || !read->contains("name")) return std::nullopt;
  const auto* name = (*read)["name"].get_ptr<const std::string*>();
  if (!name || !names_.contains(*name)) return std::nullopt;
  Json arguments = Json::object();
  for (const char* member : {"arguments", "parameters"})
    if (read->contains(member)) arguments = (*read)[member];
  if (const auto* text = arguments.get_ptr<const std::string*>()) {
    auto inside = parse_ordered_json(*text, "the arguments", {.depth = kMostJsonDepth});
    if (!inside) return std::nullopt;
    arguments = std::move(*inside);
  }
  if (!arguments.is_object()) return std::nullopt;
  return ToolCall{random_id("call_"), *name, written(arguments)};
}

}  // namespace canter::serve
