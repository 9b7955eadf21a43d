#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/thread_pool.h"
#include "commands.h"
#include "decode/decoder.h"
#include "drafting.h"
#include "generation.h"
#include "input.h"
#include "interrupt.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

struct Arguments {
  std::string model;
  DraftArguments drafting;
  std::optional<std::string> prompt;
  std::optional<std::string> chat;
  std::optional<std::string> tokens;
  TensorType cache = TensorType::kF32;
  GenerationSettings settings;
};

/// What is to be continued, as far as it is known before the model is open.
struct Request {
  std::vector<TokenId> tokens;
  std::vector<ChatMessage> messages;
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

Outcome<> check(const Arguments& arguments) {
  if (arguments.prompt.has_value() + arguments.chat.has_value() + arguments.tokens.has_value() !=
      1) {
    return usage_failure("generate needs one prompt, give one of --prompt, --chat and --tokens");
  }
  return check_generation(arguments.settings);
}

Outcome<Request> read_request(const Arguments& arguments) {
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

Result<std::vector<TokenId>> prompt_tokens(const Arguments& arguments, const Request& request,
                                           const Tokenizer& tokenizer) {
  if (arguments.tokens) return request.tokens;
  if (arguments.chat) return encode_chat(tokenizer, request.messages);
  return tokenizer.encode(*arguments.prompt, {.add_bos = true, .allow_special = true});
}

/// Does the answer open a text of its own, or go on in the middle of one?
bool opens_text(const Arguments& arguments, const Request& request) {
  if (arguments.chat) return request.messages.back().role != "assistant";
  return arguments.prompt && arguments.prompt->empty();
}

nlohmann::ordered_json document(const Answer& answer, const std::string& reason) {
  const AnswerStatistics& statistics = answer.statistics;
  return {
      {"text", answer.text},
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
      {"finish", finish_name(answer.finish)},
  };
}

/// Shows the text as it comes.
class Streamer {
 public:
  void show(std::string_view text) {
    if (!written_) return;
    shown_ += text.size();
    if (!text.empty()) written_ = print(text);
  }
  /// Ends the line behind what had to be held back until the answer was complete.
  void finish(std::string_view whole_text) {
    show(whole_text.substr(std::min(shown_, whole_text.size())));
    show("\n");
  }
  const Outcome<>& written() const { return written_; }

 private:
  std::size_t shown_ = 0;
  Outcome<> written_;
};

Outcome<> generate(const Arguments& arguments, const CommonOptions& options) {
  const auto asked = std::chrono::steady_clock::now();
  if (Outcome<> checked = check(arguments); !checked) return checked;
  const Outcome<Request> request = read_request(arguments);
  if (!request) return tl::unexpected(request.error());
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const Result<std::vector<TokenId>> prompt =
      prompt_tokens(arguments, *request, model->tokenizer());
  if (!prompt) return request_failure(prompt.error());
  ThreadPool pool(options.threads);
  Result<Decoder> decoder = Decoder::create(*model, pool, 0, arguments.cache);
  if (!decoder) return model_failure(decoder.error());

  const Outcome<Drafting> drafting =
      open_drafting(arguments.drafting, *model, pool, arguments.cache, options);
  if (!drafting) return tl::unexpected(drafting.error());
  decoder->draft_with(drafting->drafter.get());

  GenerationSettings settings = arguments.settings;
  if (arguments.chat) settings.stop_strings = stop_strings(model->tokenizer());
  const InterruptListener interrupt;
  Streamer streamer;
  const auto wait = std::chrono::steady_clock::now() - asked;
  Result<Answer> answer = decoder->generate(
      *prompt, settings,
      [&](const WrittenToken& token) {
        if (!options.json) streamer.show(token.text);
        return streamer.written() && interrupt.pending() == 0;
      },
      [&] { return interrupt.pending() != 0; }, opens_text(arguments, *request));
  if (!answer) return request_failure(answer.error());
  answer->statistics.add_wait(std::chrono::duration<double, std::milli>(wait).count());

  if (!options.json) {
    streamer.finish(answer->text);
    if (!streamer.written()) return streamer.written();
    print_note(statistics_line(answer->statistics));
  }
  keep_experience(*drafting, *model, pool.threads(), options);
  if (answer->finish == FinishReason::kStopped) {
    return tl::unexpected(
        Failure{ExitCode::kInterrupted, "interrupted before the answer was complete"});
  }
  return options.json ? print_json(document(*answer, drafting->reason)) : Outcome<>();
}

}  // namespace

void add_generate(CLI::App& parent, Program& program) {
  CLI::App* command = add_command(parent, "generate", "Continue a text or answer a conversation");
  const auto arguments = std::make_shared<Arguments>();
  add_model_option(*command, arguments->model)->required();
  add_draft_options(*command, arguments->drafting);
  command->add_option("--prompt", arguments->prompt, "Raw text to continue");
  command
      ->add_option("--chat", arguments->chat,
                   "JSON array of {role, content} to answer; - reads the input")
      ->option_text("FILE");
  command->add_option("--tokens", arguments->tokens, "Token numbers to continue, used as they are")
      ->option_text("1,2,3");
  add_cache_option(*command, arguments->cache);
  add_generation_options(*command, arguments->settings);
  command->callback([arguments, &program] {
    program.action = [arguments, &program] { return generate(*arguments, program.options); };
  });
}

}  // namespace canter::cli
