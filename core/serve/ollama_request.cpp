#include "serve/ollama_request.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "serve/output_format.h"
#include "serve/sampling_fields.h"

namespace canter::serve {
namespace {

constexpr int kMost = std::numeric_limits<int>::max();
constexpr double kMostOllamaTemperature = 100;

OutputFormat read_format(JsonFields& fields) {
  const Json* format = fields.value("format");
  if (!format || *format == "") return nullptr;
  if (*format == "json") return json_format(fields, "format");
  if (format->is_object()) return schema_format(fields, "format", *format);
  fields.reject("format", "has to be \"json\" or a JSON schema");
  return nullptr;
}

ThinkingWish read_think(JsonFields& fields) {
  const Json* think = fields.value("think");
  if (!think) return ThinkingWish::kDefault;
  if (*think == true) return ThinkingWish::kOn;
  if (*think == false) return ThinkingWish::kOff;
  if (*think == "low") return ThinkingWish::kLow;
  if (*think == "medium") return ThinkingWish::kMedium;
  if (*think == "high") return ThinkingWish::kHigh;
  fields.reject("think", "has to be true, false, low, medium or high");
  return ThinkingWish::kDefault;
}

/// What both have in common.
OllamaRequest read_common(const ServedModel& served, JsonFields& fields) {
  OllamaRequest read;
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  read.task.settings.sampling = served.sampling();
  read_options(served, fields, read.task.settings);
  read.streamed = fields.boolean("stream").value_or(true);
  read.task.settings.grammar = read_format(fields);
  read.task.thinking = read_think(fields);
  // Level names switch thinking on where a model knows no levels.
  const Thinking& can = served.chat().thinking();
  if (read.task.thinking == ThinkingWish::kOn && can.has_effort && !can.can_switch)
    read.task.thinking = ThinkingWish::kDefault;
  if (const auto able = check_thinking(served, read.task.thinking, "think"); !able)
    fields.reject(able.error());
  read_keep_alive(fields);
  return read;
}

}  // namespace

void read_options(const ServedModel& served, JsonFields& fields, GenerationSettings& settings) {
  const Json none = Json::object();
  const Json* given = fields.object("options");
  JsonFields options(given ? *given : none, "options.");
  SamplingSettings& sampling = settings.sampling;
  read_sampling(options, sampling, kMostOllamaTemperature);
  sampling.seed = read_seed(options);
  settings.stop_strings = read_stop(options);
  // Below 0: as many as there is room for.
  if (const auto tokens = options.integer("num_predict", -2, kMost))
    settings.max_tokens = int(std::max<std::int64_t>(*tokens, 0));
  if (const auto window = options.integer("repeat_last_n", -1, kMost))
    sampling.repeat_window = *window < 0 ? served.context() : int(*window);
  if (const auto context = options.integer("num_ctx", 1, kMost);
      context && *context > served.context())
    options.reject("num_ctx", "is more than the " + std::to_string(served.context()) +
                                  " tokens that the server was started with");
  options.only("presence_penalty", {0});
  options.only("frequency_penalty", {0});
  options.only("typical_p", {1});
  options.only("tfs_z", {1});
  options.only("mirostat", {0});
  if (const auto checked = options.finish(); !checked) fields.reject(checked.error());
}

void read_keep_alive(JsonFields& fields) {
  const Json* kept = fields.value("keep_alive");
  if (kept && (*kept == 0 || *kept == "0"))
    fields.reject("keep_alive", "cannot close the model: it stays open while the server runs");
}

Checked<OllamaRequest> read_ollama_chat(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  OllamaRequest read = read_common(served, fields);
  const Json* messages = fields.array("messages");
  read.only_loads = !messages || messages->empty();
  read.task.tools = read_tools(fields, served.chat().takes_tools());
  fields.unsupported({"logprobs", "top_logprobs"});
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  if (read.only_loads) return read;
  auto said = read_messages(*messages, "messages");
  if (!said) return tl::unexpected(said.error());
  read.task.messages = std::move(*said);
  return read;
}

Checked<OllamaRequest> read_ollama_generate(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  OllamaRequest read = read_common(served, fields);
  const std::string prompt = fields.text("prompt").value_or("");
  const std::string system = fields.text("system").value_or("");
  const bool raw = fields.boolean("raw").value_or(false);
  fields.unsupported({"suffix", "images", "template", "context", "logprobs", "top_logprobs"});
  if (raw && !system.empty()) fields.reject("system", "has no place in a raw prompt");
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  read.only_loads = prompt.empty();
  if (read.only_loads) return read;
  read.task.messages_place = "prompt";
  if (!raw) {
    if (!system.empty()) read.task.messages.push_back({.role = "system", .content = system});
    read.task.messages.push_back({.role = "user", .content = prompt});
    return read;
  }
  auto tokens = served.tokenizer().encode(prompt, {.add_bos = true, .allow_special = true});
  if (!tokens) return refuse(400, tokens.error().message, "prompt");
  if (const auto fits = check_length(served, tokens->size(), "prompt"); !fits)
    return tl::unexpected(fits.error());
  read.raw = std::move(*tokens);
  return read;
}

}  // namespace canter::serve
