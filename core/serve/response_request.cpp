#include "serve/response_request.h"

#include <limits>
#include <utility>

#include "serve/chat_request.h"
#include "serve/output_format.h"
#include "serve/sampling_fields.h"

namespace canter::serve {
namespace {

std::string item_place(std::size_t index) {
  return "input[" + std::to_string(index) + "]";
}

/// The texts of a message, as chats have them.
Checked<Json> read_content(const Json& content, const std::string& place) {
  if (content.is_string()) return content;
  if (!content.is_array())
    return refuse(400, "`" + place + "` has to be a text or a list of texts", place);
  auto parts = Json::array();
  for (std::size_t i = 0; i < content.size(); ++i) {
    const Json& part = content[i];
    const std::string type =
        part.is_object() && part.contains("type") && part["type"].is_string() ? part["type"] : "";
    const bool is_text = type == "input_text" || type == "output_text" || type == "text";
    if (!is_text || !part.contains("text") || !part["text"].is_string()) {
      const std::string wrong = place + "[" + std::to_string(i) + "].type";
      return refuse(400, "`" + wrong + "` has to be input_text or output_text", wrong,
                    "unsupported_value");
    }
    parts.push_back({{"type", "text"}, {"text", part["text"]}});
  }
  return parts;
}

Checked<Json> read_item(const Json& item, const std::string& place) {
  if (!item.is_object()) return refuse(400, "`" + place + "` has to be an object", place);
  JsonFields fields(item, place + ".");
  fields.only("type", {"message"});
  const auto role = fields.text("role");
  if (!role) fields.reject("role", "has to be a text");
  const Json* content = fields.value("content");
  if (!content) fields.reject("content", "has to be a text or a list of texts");
  fields.labels({"id", "status", "phase"});
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  auto texts = read_content(*content, place + ".content");
  if (!texts) return texts;
  Json message = {{"role", *role}};
  message["content"] = std::move(*texts);
  return message;
}

Checked<Json> read_input(const Json* input) {
  auto messages = Json::array();
  if (input && input->is_string()) {
    messages.push_back({{"role", "user"}, {"content", *input}});
    return messages;
  }
  if (!input || !input->is_array() || input->empty())
    return refuse(400, "`input` has to be a text or a list of messages", "input");
  for (std::size_t i = 0; i < input->size(); ++i) {
    auto message = read_item((*input)[i], item_place(i));
    if (!message) return message;
    messages.push_back(std::move(*message));
  }
  return messages;
}

ThinkingWish read_reasoning(JsonFields& fields) {
  const Json* reasoning = fields.object("reasoning");
  if (!reasoning) return ThinkingWish::kDefault;
  JsonFields inside(*reasoning, "reasoning.");
  const ThinkingWish wish = read_effort(inside, "effort");
  inside.unsupported({"summary", "generate_summary"});
  if (const auto checked = inside.finish(); !checked) fields.reject(checked.error());
  return wish;
}

void read_unsupported_in_response(JsonFields& fields) {
  fields.labels({"user", "safety_identifier", "prompt_cache_key", "prompt_cache_retention"});
  fields.only("store", {false});
  fields.only("service_tier", {"auto", "default"});
  fields.only("truncation", {"disabled"});
  fields.only("parallel_tool_calls", {true});
  fields.only("tool_choice", {"none", "auto"});
  fields.only("top_logprobs", {0});
  fields.only("background", {false});
  fields.unsupported({"tools", "include", "previous_response_id", "conversation", "prompt",
                      "max_tool_calls", "stream_options"});
}

}  // namespace

Checked<ResponseRequest> read_response_request(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  ResponseRequest read;
  ChatTask& task = read.task;
  task.messages_place = "input";
  task.settings.sampling = served.sampling();
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  const Json* input = fields.value("input");
  const auto instructions = fields.text("instructions");
  SamplingSettings& sampling = task.settings.sampling;
  read_sampling(fields, sampling, kMostOpenAiTemperature);
  sampling.seed = read_seed(fields);
  const auto tokens = fields.integer("max_output_tokens", 1, std::numeric_limits<int>::max());
  task.settings.max_tokens = int(tokens.value_or(0));
  read.streamed = fields.boolean("stream").value_or(false);
  task.settings.grammar = read_text_format(fields);
  task.thinking = read_reasoning(fields);
  if (const auto able = check_thinking(served, task.thinking, "reasoning.effort"); !able)
    fields.reject(able.error());
  const Json* metadata = fields.object("metadata");
  read_unsupported_in_response(fields);
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());

  auto list = read_input(input);
  if (!list) return tl::unexpected(list.error());
  if (instructions)
    list->insert(list->begin(), Json{{"role", "system"}, {"content", *instructions}});
  auto messages = read_messages(*list, "input");
  if (!messages) return tl::unexpected(messages.error());
  task.messages = std::move(*messages);
  read.repeated = {{"instructions", instructions ? Json(*instructions) : Json()},
                   {"max_output_tokens", tokens ? Json(*tokens) : Json()},
                   {"metadata", metadata ? *metadata : Json::object()},
                   {"temperature", sampling.temperature},
                   {"top_p", sampling.top_p},
                   {"text", request.contains("text") && request["text"].is_object()
                                ? request["text"]
                                : Json{{"format", {{"type", "text"}}}}}};
  return read;
}

}  // namespace canter::serve
