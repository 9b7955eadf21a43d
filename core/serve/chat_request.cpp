#include "serve/chat_request.h"

#include <limits>
#include <utility>

#include "serve/output_format.h"
#include "serve/sampling_fields.h"

namespace canter::serve {
namespace {

constexpr int kMostTokens = std::numeric_limits<int>::max();

void read_length(JsonFields& fields, GenerationSettings& settings) {
  for (const char* name : {"max_tokens", "max_completion_tokens"})
    if (const auto tokens = fields.integer(name, 1, kMostTokens))
      settings.max_tokens = int(*tokens);
}

void read_logprobs(JsonFields& fields, ChatRequest& read) {
  read.logprobs = fields.boolean("logprobs").value_or(false);
  const auto top = fields.integer("top_logprobs", 0, kMostLogprobs);
  if (top && *top > 0 && !read.logprobs) fields.reject("top_logprobs", "needs `logprobs`: true");
  if (read.logprobs) read.task.likelihoods = int(top.value_or(0));
}

/// Thinking as OpenAI, or as vLLM and llama.cpp name it; the member that was used.
std::string read_thinking(JsonFields& fields, ThinkingWish& wish) {
  wish = read_effort(fields, "reasoning_effort");
  const Json* variables = fields.object("chat_template_kwargs");
  if (!variables) return "reasoning_effort";
  JsonFields inside(*variables, "chat_template_kwargs.");
  if (const auto on = inside.boolean("enable_thinking"))
    wish = *on ? ThinkingWish::kOn : ThinkingWish::kOff;
  if (const auto checked = inside.finish(); !checked) fields.reject(checked.error());
  return "chat_template_kwargs";
}

void read_unsupported_in_chat(JsonFields& fields) {
  fields.labels(
      {"user", "metadata", "safety_identifier", "prompt_cache_key", "prompt_cache_retention"});
  fields.only("frequency_penalty", {0});
  fields.only("presence_penalty", {0});
  fields.only("store", {false});
  fields.only("service_tier", {"auto", "default"});
  fields.only("modalities", {Json::array({"text"})});
  fields.only("verbosity", {"medium"});
  fields.only("parallel_tool_calls", {true});
  fields.unsupported(
      {"logit_bias", "audio", "prediction", "functions", "function_call", "web_search_options"});
}

}  // namespace

ThinkingWish read_effort(JsonFields& fields, const std::string& name) {
  const auto effort = fields.text(name);
  if (!effort) return ThinkingWish::kDefault;
  if (*effort == "none") return ThinkingWish::kOff;
  if (*effort == "low" || *effort == "minimal") return ThinkingWish::kLow;
  if (*effort == "medium") return ThinkingWish::kMedium;
  if (*effort == "high") return ThinkingWish::kHigh;
  fields.reject(name, "has to be none, minimal, low, medium or high");
  return ThinkingWish::kDefault;
}

Checked<ChatRequest> read_chat_request(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  ChatRequest read;
  ChatTask& task = read.task;
  GenerationSettings& settings = task.settings;
  settings.sampling = served.sampling();
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  const Json* messages = fields.array("messages");
  if (!messages || messages->empty()) fields.reject("messages", "has to be a list of messages");
  read_sampling(fields, settings.sampling, kMostOpenAiTemperature);
  settings.sampling.seed = read_seed(fields);
  settings.stop_strings = read_stop(fields);
  read_length(fields, settings);
  task.answers = int(fields.integer("n", 1, kMostAnswers).value_or(1));
  read_logprobs(fields, read);
  read.streaming = read_streaming(fields);
  settings.grammar = read_output_format(fields);
  task.tools = read_tools(fields, served.chat().takes_tools());
  if (!task.tools.forced.empty()) {
    if (settings.grammar) fields.reject("tool_choice", "cannot force a call beside a format");
    settings.grammar =
        schema_format(fields, "tools", Json::parse(task.tools.forced, nullptr, false));
  }
  const std::string thinking = read_thinking(fields, task.thinking);
  if (const auto able = check_thinking(served, task.thinking, thinking); !able)
    fields.reject(able.error());
  read_unsupported_in_chat(fields);
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  auto said = read_messages(*messages, "messages");
  if (!said) return tl::unexpected(said.error());
  task.messages = std::move(*said);
  return read;
}

}  // namespace canter::serve
