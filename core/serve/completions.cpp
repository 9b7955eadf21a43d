#include "serve/completions.h"

#include <limits>
#include <utility>
#include <vector>

#include "serve/chat_prompt.h"
#include "serve/output_format.h"
#include "serve/sampling_fields.h"
#include "serve/streaming_fields.h"
#include "serve/token_list.h"
#include "serve/token_logprobs.h"
#include "serve/usage.h"

namespace canter::serve {
namespace {

constexpr int kUsualTokens = 16;

struct Prompt {
  std::vector<TokenId> tokens = {};
  std::string text = {};  ///< for `echo`
};

struct CompletionRequest {
  std::vector<Prompt> prompts = {};
  GenerationSettings settings = {};
  int answers = 1;  ///< to each prompt
  int likelihoods = -1;
  bool echo = false;
  Streaming streaming = {};
};

/// A text, or tokens as they are.
Checked<Prompt> read_prompt(const ServedModel& served, const Json& prompt) {
  const Tokenizer& tokenizer = served.tokenizer();
  Prompt read;
  if (const auto* text = prompt.get_ptr<const std::string*>()) {
    auto tokens = tokenizer.encode(*text, {.add_bos = true, .allow_special = true});
    if (!tokens) return refuse(400, tokens.error().message, "prompt");
    read = {std::move(*tokens), *text};
  } else if (is_token_list(prompt)) {
    auto tokens = read_token_list(served, prompt, "prompt");
    if (!tokens) return tl::unexpected(tokens.error());
    read.tokens = std::move(*tokens);
    read.text = tokenizer.decode(read.tokens);
  } else {
    return refuse(400, "`prompt` has to be a text, a list of tokens, or a list of such", "prompt");
  }
  if (read.tokens.empty()) return refuse(400, "`prompt` is empty, write something", "prompt");
  if (const auto fits = check_length(served, read.tokens.size(), "prompt"); !fits)
    return tl::unexpected(fits.error());
  return read;
}

Checked<std::vector<Prompt>> read_prompts(const ServedModel& served, const Json* given) {
  if (!given) return refuse(400, "`prompt` is missing, write one", "prompt");
  const bool several = given->is_array() && !given->empty() && !is_token_list(*given);
  std::vector<Prompt> prompts;
  for (const Json& one : several ? *given : Json::array({*given})) {
    auto prompt = read_prompt(served, one);
    if (!prompt) return tl::unexpected(prompt.error());
    prompts.push_back(std::move(*prompt));
  }
  return prompts;
}

Checked<CompletionRequest> read_request(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  CompletionRequest read;
  GenerationSettings& settings = read.settings;
  settings.sampling = served.sampling();
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  const Json* prompt = fields.value("prompt");
  read_sampling(fields, settings.sampling, kMostOpenAiTemperature);
  settings.sampling.seed = read_seed(fields);
  settings.stop_strings = read_stop(fields);
  settings.max_tokens =
      int(fields.integer("max_tokens", 1, std::numeric_limits<int>::max()).value_or(kUsualTokens));
  settings.grammar = read_output_format(fields);
  read.answers = int(fields.integer("n", 1, kMostAnswers).value_or(1));
  read.likelihoods = int(fields.integer("logprobs", 0, kMostLogprobs).value_or(-1));
  read.echo = fields.boolean("echo").value_or(false);
  if (read.echo && read.likelihoods >= 0)
    fields.reject("echo", "cannot be used with `logprobs`: a prompt's likelihoods are not kept",
                  "unsupported_value");
  read.streaming = read_streaming(fields);
  fields.labels({"user"});
  fields.only("frequency_penalty", {0});
  fields.only("presence_penalty", {0});
  fields.only("best_of", {1, read.answers});
  fields.unsupported({"suffix", "logit_bias"});
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  auto prompts = read_prompts(served, prompt);
  if (!prompts) return tl::unexpected(prompts.error());
  if (prompts->size() * std::size_t(read.answers) > std::size_t(kMostAnswers))
    return refuse(400, "`prompt` and `n` ask for more than 64 answers, ask for fewer", "prompt");
  read.prompts = std::move(*prompts);
  return read;
}

class CompletionRendering : public Rendering {
 public:
  CompletionRendering(const ServedModel& served, const CompletionRequest& request)
      : served_(&served),
        streamed_(request.streaming.wished),
        usage_wished_(request.streaming.includes_usage) {
    for (const Prompt& prompt : request.prompts) {
      prompt_tokens_ += int(prompt.tokens.size());
      for (int i = 0; i < request.answers; ++i) {
        choices_.push_back({.echo = request.echo ? prompt.text : ""});
        if (request.likelihoods >= 0) choices_.back().logprobs.emplace(served.tokenizer(), 0);
      }
    }
  }

  std::string begin() override {
    std::string events;
    for (std::size_t i = 0; streamed_ && i < choices_.size(); ++i)
      if (!choices_[i].echo.empty()) events += chunk(int(i), choices_[i].echo, Json());
    return events;
  }
  std::string token(const TokenCame& came) override {
    usage_.add(came);
    Choice& choice = choices_[came.answer];
    choice.text += came.text;
    if (choice.logprobs && !served_->tokenizer().ends_generation(came.token))
      choice.logprobs->add(came);
    return streamed_ && !came.text.empty() ? chunk(came.answer, came.text, Json()) : "";
  }
  std::string ended(int answer, const Answer& whole) override {
    usage_.add(whole);
    Choice& choice = choices_[answer];
    const std::string rest = whole.text.substr(std::min(choice.text.size(), whole.text.size()));
    choice.text = whole.text;
    choice.finish = finish_name(whole.finish);
    return streamed_ ? chunk(answer, rest, choice.finish) : "";
  }
  std::string end() override {
    usage_.prompt = prompt_tokens_;
    Json document = head();
    document["choices"] = Json::array();
    if (streamed_) {
      document["usage"] = completion_usage(usage_);
      return (usage_wished_ ? event(document) : "") + "data: [DONE]\n\n";
    }
    for (std::size_t i = 0; i < choices_.size(); ++i)
      document["choices"].push_back(
          choice_json(int(i), choices_[i].echo + choices_[i].text, choices_[i].finish));
    document["usage"] = completion_usage(usage_);
    return written(document);
  }
  std::string failed(const RequestError& error) override {
    return streamed_ ? event(openai_error(error)) : "";
  }

 private:
  struct Choice {
    std::string echo = {};
    std::string text = {};
    std::string finish = {};
    std::optional<TextLogprobs> logprobs = {};
  };

  Json head() const {
    return {{"id", id_},
            {"object", "text_completion"},
            {"created", created_},
            {"model", served_->name()},
            {"system_fingerprint", served_->summary().fingerprint}};
  }
  Json choice_json(int index, const std::string& text, const Json& finish) {
    auto& logprobs = choices_[index].logprobs;
    return {{"index", index},
            {"text", text},
            {"logprobs", logprobs ? logprobs->take() : Json()},
            {"finish_reason", finish}};
  }
  std::string chunk(int index, const std::string& text, const Json& finish) {
    Json document = head();
    document["choices"] = Json::array({choice_json(index, text, finish)});
    if (usage_wished_) document["usage"] = nullptr;
    return event(document);
  }

  const ServedModel* served_;
  bool streamed_, usage_wished_;
  int prompt_tokens_ = 0;
  std::string id_ = random_id("cmpl-");
  std::int64_t created_ = seconds_now();
  std::vector<Choice> choices_;
  Usage usage_;
};

}  // namespace

Checked<Reply> completions(const ServedModel& served, const Json& request) {
  const auto read = read_request(served, request);
  if (!read) return tl::unexpected(read.error());
  std::vector<engine::GenerationRequest> requests;
  for (const Prompt& prompt : read->prompts)
    for (int i = 0; i < read->answers; ++i)
      requests.push_back({.prompt = prompt.tokens,
                          .settings = settings_of(read->settings, i),
                          .at_text_start = false,
                          .likelihoods = read->likelihoods});
  auto generations = Generations::start(served.generator(), std::move(requests));
  if (!generations) return tl::unexpected(generations.error());
  auto rendering = std::make_unique<CompletionRendering>(served, *read);
  return Reply{
      .type = read->streaming.wished ? kEventStreamType : kJsonType,
      .live = std::make_unique<AnswersReply>(std::move(*generations), std::move(rendering))};
}

}  // namespace canter::serve
