#include "serve/chat_completions.h"

#include <utility>
#include <vector>

#include "serve/answer_reader.h"
#include "serve/chat_request.h"
#include "serve/token_logprobs.h"
#include "serve/usage.h"

namespace canter::serve {
namespace {

/// What both ways to reply have in common.
class ChatRendering : public Rendering {
 protected:
  struct Choice {
    AnswerReader reader;
    Json logprobs = Json::array();
    std::string finish = {};
  };

  ChatRendering(const ServedModel& served, const ChatRequest& request,
                const AnswerSplitter& splitter)
      : served_(&served), logprobs_(request.logprobs), id_(random_id("chatcmpl-")) {
    for (int i = 0; i < request.task.answers; ++i)
      choices_.push_back({AnswerReader(splitter, request.task.tools.names)});
  }

  Json head(const char* object) const {
    return {{"id", id_},
            {"object", object},
            {"created", created_},
            {"model", served_->name()},
            {"system_fingerprint", served_->summary().fingerprint}};
  }

  /// What the token added.
  AnswerAddition read(const TokenCame& came) {
    usage_.add(came);
    Choice& choice = choices_[came.answer];
    if (logprobs_ && !served_->tokenizer().ends_generation(came.token))
      choice.logprobs.push_back(chat_logprob(served_->tokenizer(), came));
    return choice.reader.push(came.token, came.text);
  }
  /// What the end added.
  AnswerAddition read_end(int answer, const Answer& whole) {
    usage_.add(whole);
    Choice& choice = choices_[answer];
    AnswerAddition rest = choice.reader.finish(whole.text);
    choice.finish = choice.reader.all().calls.empty() ? finish_name(whole.finish) : "tool_calls";
    return rest;
  }

  static Json call_json(const ToolCall& call) {
    return {{"id", call.id},
            {"type", "function"},
            {"function", {{"name", call.name}, {"arguments", call.arguments}}}};
  }

  const ServedModel* served_;
  bool logprobs_;
  std::string id_;
  std::int64_t created_ = seconds_now();
  std::vector<Choice> choices_;
  Usage usage_;
};

class WholeChat : public ChatRendering {
 public:
  WholeChat(const ServedModel& served, const ChatRequest& request, const AnswerSplitter& splitter)
      : ChatRendering(served, request, splitter) {}

  std::string token(const TokenCame& came) override {
    read(came);
    return {};
  }
  std::string ended(int answer, const Answer& whole) override {
    read_end(answer, whole);
    return {};
  }
  std::string end() override {
    Json document = head("chat.completion");
    document["choices"] = Json::array();
    for (std::size_t i = 0; i < choices_.size(); ++i)
      document["choices"].push_back(choice_json(int(i), choices_[i]));
    document["usage"] = completion_usage(usage_);
    return written(document);
  }

 private:
  Json choice_json(int index, const Choice& choice) const {
    const AnswerAddition& said = choice.reader.all();
    const bool only_calls = said.content.empty() && !said.calls.empty();
    Json message = {{"role", "assistant"},
                    {"content", only_calls ? Json() : Json(said.content)},
                    {"refusal", nullptr}};
    if (!said.thinking.empty()) message["reasoning_content"] = said.thinking;
    for (const ToolCall& call : said.calls) message["tool_calls"].push_back(call_json(call));
    return {{"index", index},
            {"message", std::move(message)},
            {"logprobs", logprobs_ ? Json{{"content", choice.logprobs}} : Json()},
            {"finish_reason", choice.finish}};
  }
};

class StreamedChat : public ChatRendering {
 public:
  StreamedChat(const ServedModel& served, const ChatRequest& request,
               const AnswerSplitter& splitter)
      : ChatRendering(served, request, splitter),
        includes_usage_(request.streaming.includes_usage) {}

  std::string begin() override {
    std::string events;
    for (std::size_t i = 0; i < choices_.size(); ++i)
      events += chunk(int(i), {{"role", "assistant"}, {"content", ""}});
    return events;
  }
  std::string token(const TokenCame& came) override { return additions(came.answer, read(came)); }
  std::string ended(int answer, const Answer& whole) override {
    std::string events = additions(answer, read_end(answer, whole));
    return events + chunk(answer, Json::object(), choices_[answer].finish);
  }
  std::string end() override {
    std::string events;
    if (includes_usage_) {
      Json last = head("chat.completion.chunk");
      last["choices"] = Json::array();
      last["usage"] = completion_usage(usage_);
      events = event(last);
    }
    return events + "data: [DONE]\n\n";
  }
  std::string failed(const RequestError& error) override { return event(openai_error(error)); }

 private:
  std::string additions(int answer, const AnswerAddition& added) {
    std::string events;
    if (!added.thinking.empty()) events += chunk(answer, {{"reasoning_content", added.thinking}});
    if (!added.content.empty()) events += chunk(answer, {{"content", added.content}});
    int number = int(choices_[answer].reader.all().calls.size() - added.calls.size());
    for (const ToolCall& call : added.calls) {
      Json delta = call_json(call);
      delta["index"] = number++;
      events += chunk(answer, {{"tool_calls", Json::array({delta})}});
    }
    return events;
  }

  /// With the likelihoods that no chunk has told yet.
  std::string chunk(int answer, Json delta, const std::string& finish = {}) {
    Choice& choice = choices_[answer];
    Json logprobs;
    if (logprobs_ && !choice.logprobs.empty())
      logprobs = {{"content", std::exchange(choice.logprobs, Json::array())}};
    Json document = head("chat.completion.chunk");
    document["choices"] =
        Json::array({{{"index", answer},
                      {"delta", std::move(delta)},
                      {"logprobs", std::move(logprobs)},
                      {"finish_reason", finish.empty() ? Json() : Json(finish)}}});
    if (includes_usage_) document["usage"] = nullptr;
    return event(document);
  }

  bool includes_usage_;
};

}  // namespace

Checked<Reply> chat_completions(const ServedModel& served, const Json& request) {
  const auto read = read_chat_request(served, request);
  if (!read) return tl::unexpected(read.error());
  auto prompt = make_chat_prompt(served, read->task);
  if (!prompt) return tl::unexpected(prompt.error());
  auto generations = Generations::start(served.generator(), std::move(prompt->requests));
  if (!generations) return tl::unexpected(generations.error());
  std::unique_ptr<Rendering> rendering;
  if (read->streaming.wished)
    rendering = std::make_unique<StreamedChat>(served, *read, prompt->splitter);
  else
    rendering = std::make_unique<WholeChat>(served, *read, prompt->splitter);
  return Reply{
      .type = read->streaming.wished ? kEventStreamType : kJsonType,
      .live = std::make_unique<AnswersReply>(std::move(*generations), std::move(rendering))};
}

}  // namespace canter::serve
