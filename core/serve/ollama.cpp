#include "serve/ollama.h"

#include <chrono>
#include <utility>

#include "base/utc.h"
#include "format/strict_json.h"
#include "serve/answer_reader.h"
#include "serve/ollama_request.h"
#include "serve/usage.h"

namespace canter::serve {
namespace {

using Clock = std::chrono::steady_clock;

enum class Kind { kChat, kGenerate };

std::int64_t nanoseconds(double milliseconds) {
  return std::int64_t(milliseconds * 1e6);
}

Json call_json(const ToolCall& call) {
  auto arguments = parse_ordered_json(call.arguments, "the arguments", {.depth = kMostJsonDepth});
  return {
      {"function", {{"name", call.name}, {"arguments", arguments ? *arguments : Json::object()}}}};
}

class OllamaRendering : public Rendering {
 public:
  OllamaRendering(const ServedModel& served, Kind kind, const OllamaRequest& request,
                  const AnswerSplitter& splitter, Clock::time_point begun)
      : served_(&served),
        kind_(kind),
        streamed_(request.streamed),
        reader_(splitter, request.task.tools.names),
        begun_(begun) {}

  std::string token(const TokenCame& came) override {
    const AnswerAddition added = reader_.push(came.token, came.text);
    return streamed_ && !added.empty() ? line(added) : "";
  }
  std::string ended(int, const Answer& whole) override {
    usage_.add(whole);
    reason_ = finish_name(whole.finish);
    const AnswerAddition rest = reader_.finish(whole.text);
    return streamed_ && !rest.empty() ? line(rest) : "";
  }
  std::string end() override {
    Json document = content(streamed_ ? AnswerAddition() : reader_.all());
    document["done"] = true;
    document["done_reason"] = reason_;
    const double reading = usage_.prompt_ms;
    const double writing = std::max(usage_.total_ms - usage_.first_token_ms, 0.0);
    document.update({{"total_duration", nanoseconds(passed())},
                     {"load_duration", 0},
                     {"prompt_eval_count", usage_.prompt},
                     {"prompt_eval_duration", nanoseconds(reading)},
                     {"eval_count", usage_.generated},
                     {"eval_duration", nanoseconds(writing)}});
    return written(document) + (streamed_ ? "\n" : "");
  }
  std::string failed(const RequestError& error) override {
    return streamed_ ? written({{"error", error.message}}) + "\n" : "";
  }

 private:
  double passed() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - begun_).count();
  }
  Json content(const AnswerAddition& said) const {
    Json document = {{"model", served_->name()},
                     {"created_at", utc_text(seconds_now(), "%Y-%m-%dT%H:%M:%SZ")}};
    if (kind_ == Kind::kGenerate) {
      document["response"] = said.content;
      if (!said.thinking.empty()) document["thinking"] = said.thinking;
      return document;
    }
    Json message = {{"role", "assistant"}, {"content", said.content}};
    if (!said.thinking.empty()) message["thinking"] = said.thinking;
    for (const ToolCall& call : said.calls) message["tool_calls"].push_back(call_json(call));
    document["message"] = std::move(message);
    return document;
  }
  std::string line(const AnswerAddition& added) const {
    Json document = content(added);
    document["done"] = false;
    return written(document) + "\n";
  }

  const ServedModel* served_;
  Kind kind_;
  bool streamed_;
  AnswerReader reader_;
  Usage usage_;
  std::string reason_;
  Clock::time_point begun_;
};

/// Nothing was asked, so the model is open and that is all.
Reply loaded(const ServedModel& served, Kind kind) {
  Json document = {{"model", served.name()},
                   {"created_at", utc_text(seconds_now(), "%Y-%m-%dT%H:%M:%SZ")}};
  if (kind == Kind::kChat)
    document["message"] = {{"role", "assistant"}, {"content", ""}};
  else
    document["response"] = "";
  document["done"] = true;
  document["done_reason"] = "load";
  return json_reply(document);
}

Checked<ChatPrompt> make_prompt(const ServedModel& served, const OllamaRequest& read) {
  if (!read.raw) return make_chat_prompt(served, read.task);
  ChatPrompt prompt;
  prompt.requests.push_back(
      {.prompt = *read.raw, .settings = read.task.settings, .at_text_start = false});
  return prompt;
}

Checked<Reply> answer(const ServedModel& served, Kind kind, const Checked<OllamaRequest>& read) {
  if (!read) return tl::unexpected(read.error());
  if (read->only_loads) return loaded(served, kind);
  const auto begun = Clock::now();
  auto prompt = make_prompt(served, *read);
  if (!prompt) return tl::unexpected(prompt.error());
  auto generations = Generations::start(served.generator(), std::move(prompt->requests));
  if (!generations) return tl::unexpected(generations.error());
  auto rendering = std::make_unique<OllamaRendering>(served, kind, *read, prompt->splitter, begun);
  return Reply{
      .type = read->streamed ? kJsonLinesType : kJsonType,
      .live = std::make_unique<AnswersReply>(std::move(*generations), std::move(rendering))};
}

}  // namespace

Checked<Reply> ollama_chat(const ServedModel& served, const Json& request) {
  return answer(served, Kind::kChat, read_ollama_chat(served, request));
}

Checked<Reply> ollama_generate(const ServedModel& served, const Json& request) {
  return answer(served, Kind::kGenerate, read_ollama_generate(served, request));
}

}  // namespace canter::serve
