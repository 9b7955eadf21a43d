#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/thread_pool.h"
#include "commands.h"
#include "decode/decoder.h"
#include "decode/turn_ends.h"
#include "drafting.h"
#include "generate_remote.h"
#include "generation.h"
#include "input.h"
#include "interrupt.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

struct GenerateArguments {
  std::string model;
  RemoteArguments remote;
  DraftArguments drafting;
  std::optional<std::string> prompt;
  std::optional<std::string> chat;
  std::optional<std::string> tokens;
  ThinkingWish think = ThinkingWish::kDefault;
  TensorType cache = TensorType::kF32;
  GenerationSettings settings;
  PartialSampling sampling;  ///< of the settings, what was given
  bool fixed_seed = false;   ///< one was given
};

/// What is to be continued, as far as it is known before the model is open.
struct Request {
  std::vector<TokenId> tokens;
  std::vector<ChatMessage> messages;
};

/// The same for the model, with what tells thinking from the answer.
struct Prompt {
  std::vector<TokenId> tokens;
  AnswerSplitter splitter{{}};
};

std::string_view finish_name(FinishReason reason) {
  switch (reason) {
    case FinishReason::kEndToken:
      return "end";
    case FinishReason::kStopString:
      return "stop";
    case FinishReason::kTokenLimit:
      return "length";
    case FinishReason::kContextFull:
      return "context";
    case FinishReason::kStopped:
      break;
  }
  return "interrupted";
}

Outcome<> check(const GenerateArguments& arguments) {
  if (arguments.prompt.has_value() + arguments.chat.has_value() + arguments.tokens.has_value() !=
      1) {
    return usage_failure("generate needs one prompt, give one of --prompt, --chat and --tokens");
  }
  if (arguments.think != ThinkingWish::kDefault && !arguments.chat)
    return usage_failure("--think is for conversations, give one with --chat");
  return check_generation(arguments.settings);
}

Outcome<Request> read_request(const GenerateArguments& arguments) {
  Request request;
  if (arguments.tokens) {
    Outcome<std::vector<TokenId>> tokens = parse_tokens(*arguments.tokens);
    if (!tokens) return tl::unexpected(tokens.error());
    request.tokens = std::move(*tokens);
  }
  if (arguments.chat) {
    Outcome<std::vector<ChatMessage>> messages = read_chat(*arguments.chat);
    if (!messages) return tl::unexpected(messages.error());
    request.messages = std::move(*messages);
  }
  return request;
}

Result<Prompt> make_prompt(const GenerateArguments& arguments, const Request& request,
                           const Tokenizer& tokenizer, const ChatFormat& chat) {
  if (arguments.tokens) return Prompt{request.tokens};
  if (!arguments.chat) {
    auto tokens = tokenizer.encode(*arguments.prompt, {.add_bos = true, .allow_special = true});
    if (!tokens) return propagate(tokens);
    return Prompt{std::move(*tokens)};
  }
  const auto parts = chat.render(request.messages, {.thinking = arguments.think});
  if (!parts) return propagate(parts);
  auto tokens = chat.encode(*parts);
  if (!tokens) return propagate(tokens);
  return Prompt{std::move(*tokens), chat.splitter(*parts)};
}

/// Does the answer open a text of its own, or go on in the middle of one?
bool opens_text(const GenerateArguments& arguments, const Request& request) {
  if (arguments.chat) return request.messages.back().role != "assistant";
  return arguments.prompt && arguments.prompt->empty();
}

/// Takes the answer apart as it comes, and shows it.
class Streamer {
 public:
  Streamer(AnswerSplitter splitter, bool shows) : splitter_(std::move(splitter)), shows_(shows) {}

  void take(TokenId token, std::string_view text) {
    taken_ += text.size();
    add(splitter_.push(token, text));
  }
  /// With what had to be held back until the answer was complete.
  void finish(std::string_view whole_text) {
    constexpr TokenId kNone = -1;
    take(kNone, whole_text.substr(std::min(taken_, whole_text.size())));
    add(splitter_.finish());
    if (shows_ && written_) written_ = print("\n");
  }
  const std::string& text() const { return text_; }
  const std::string& thinking() const { return thinking_; }
  const Outcome<>& written() const { return written_; }

 private:
  void add(const std::vector<AnswerPart>& parts) {
    for (const AnswerPart& part : parts) {
      const bool thought = part.kind == AnswerPart::Kind::kThinking;
      if (!thought && text_.empty() && !thinking_.empty()) show_thought("\n\n");
      (thought ? thinking_ : text_) += part.text;
      if (thought)
        show_thought(part.text);
      else if (shows_ && written_)
        written_ = print(part.text);
    }
  }
  void show_thought(std::string_view text) {
    if (shows_ && written_) written_ = print_thought(text);
  }

  AnswerSplitter splitter_;
  bool shows_;
  std::size_t taken_ = 0;
  std::string text_;
  std::string thinking_;
  Outcome<> written_;
};

nlohmann::ordered_json document(const Answer& answer, const Streamer& streamer, bool thinks,
                                const std::string& reason) {
  const AnswerStatistics& statistics = answer.statistics;
  nlohmann::ordered_json document = {{"text", streamer.text()}};
  if (thinks) document["thinking"] = streamer.thinking();
  document.update({
      {"tokens", answer.tokens},
      {"prompt_tokens", statistics.prompt_tokens},
      {"generated", statistics.generated},
      {"steps", statistics.steps},
      {"tokens_per_step", statistics.tokens_per_step()},
      {"tokens_per_second", statistics.tokens_per_second()},
      {"prompt_ms", statistics.prompt_ms},
      {"first_token_ms", statistics.first_token_ms},
      {"total_ms", statistics.total_ms},
      {"acceleration", acceleration_name(statistics)},
      {"reason", reason},
      {"rows_per_step", statistics.rows_per_step()},
      {"accepted", statistics.accepted},
      {"by_source", by_source(statistics.drafted_by_source, statistics.accepted_by_source)},
      {"drafting_ms", statistics.drafting_ms},
      {"verifying_ms", statistics.verifying_ms},
      {"finish", finish_name(answer.finish)},
  });
  return document;
}

/// A server's model is asked in a conversation, with its own template.
RemoteRequest remote_request(const GenerateArguments& arguments, Request request) {
  if (arguments.prompt) request.messages = {{"user", *arguments.prompt}};
  const SamplingSettings& sampling = arguments.settings.sampling;
  return {std::move(request.messages), arguments.sampling,
          arguments.fixed_seed ? std::optional(sampling.seed) : std::nullopt,
          arguments.settings.max_tokens};
}

Outcome<> generate(const GenerateArguments& arguments, const CommonOptions& options) {
  const auto asked = std::chrono::steady_clock::now();
  if (Outcome<> checked = check(arguments); !checked) return checked;
  Outcome<Request> request = read_request(arguments);
  if (!request) return tl::unexpected(request.error());
  if (arguments.remote.given())
    return generate_remotely(arguments.remote, remote_request(arguments, std::move(*request)),
                             options);
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const ChatFormat chat(model->tokenizer());
  if (Outcome<> checked = check_thinking(arguments.think, chat.thinking()); !checked)
    return checked;
  const Result<Prompt> prompt = make_prompt(arguments, *request, model->tokenizer(), chat);
  if (!prompt) return request_failure(prompt.error());
  ThreadPool pool(options.threads);
  Result<Decoder> decoder = Decoder::create(*model, pool, 0, arguments.cache);
  if (!decoder) return model_failure(decoder.error());

  const Outcome<Drafting> drafting =
      open_drafting(arguments.drafting, *model, pool, arguments.cache, options);
  if (!drafting) return tl::unexpected(drafting.error());
  decoder->draft_with(drafting->drafter.get());

  const GenerationSettings settings =
      arguments.chat ? with_turn_ends(arguments.settings, chat) : arguments.settings;
  const bool thinks = arguments.chat && chat.thinking().thinks();
  const InterruptListener interrupt;
  Streamer streamer(prompt->splitter, !options.json);
  const auto wait = std::chrono::steady_clock::now() - asked;
  Result<Answer> answer = decoder->generate(
      prompt->tokens, settings,
      [&](const WrittenToken& token) {
        streamer.take(token.id, token.text);
        return streamer.written() && interrupt.pending() == 0;
      },
      [&] { return interrupt.pending() != 0; }, opens_text(arguments, *request));
  if (!answer) return request_failure(answer.error());
  answer->statistics.add_wait(std::chrono::duration<double, std::milli>(wait).count());

  streamer.finish(answer->text);
  if (!streamer.written()) return streamer.written();
  if (!options.json) {
    print_note(statistics_line(answer->statistics));
  }
  keep_experience(*drafting, *model, pool.threads(), options);
  if (answer->finish == FinishReason::kStopped) {
    return tl::unexpected(
        Failure{ExitCode::kInterrupted, "interrupted before the answer was complete"});
  }
  return options.json ? print_json(document(*answer, streamer, thinks, drafting->reason))
                      : Outcome<>();
}

}  // namespace

void add_generate(Command parent) {
  Command command = parent.add_command("generate", "Continue a text or answer a conversation");
  const auto arguments = std::make_shared<GenerateArguments>();
  add_model_option(command, arguments->model);
  add_draft_options(command, arguments->drafting);
  command.add_option("--prompt", arguments->prompt,
                     "Raw text to continue; with --remote, a message to answer");
  command
      .add_option("--chat", arguments->chat,
                  "JSON array of {role, content} to answer; - reads the input")
      .value_name("FILE");
  command.add_option("--tokens", arguments->tokens, "Token numbers to continue, used as they are")
      .value_name("1,2,3");
  add_think_option(command, arguments->think);
  add_cache_option(command, arguments->cache);
  add_generation_options(command, arguments->settings);
  add_remote_options(command, arguments->remote);
  command.does([arguments, command](const CommonOptions& options) -> Outcome<> {
    if (command.count("--model") + command.count("--remote") == 0)
      return usage_failure("--model or --remote is required, see canter-cli generate --help");
    arguments->sampling = given_sampling(command, arguments->settings.sampling);
    arguments->fixed_seed = command.count("--seed") > 0;
    return generate(*arguments, options);
  });
}

}  // namespace canter::cli
