#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <utility>

#include "base/local_time.h"
#include "chat/chat_format.h"
#include "chat/jinja/template.h"
#include "commands.h"
#include "generation.h"
#include "input.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

using nlohmann::ordered_json;

struct RenderArguments {
  std::string model;
  std::string template_file;
  std::string chat;
  std::string input;
  ThinkingWish think = ThinkingWish::kDefault;
  std::string date;
  bool no_generation_prompt = false;
};

Outcome<> check(const RenderArguments& arguments) {
  if (arguments.model.empty() == arguments.template_file.empty()) {
    return usage_failure("render needs one template, give either --model or --template");
  }
  if (arguments.chat.empty() == arguments.input.empty()) {
    return usage_failure("render needs one conversation, give either --chat or --input");
  }
  return {};
}

Outcome<ordered_json> read_json(const std::string& path) {
  const Outcome<std::string> text = read_input(path);
  if (!text) return tl::unexpected(text.error());
  ordered_json document = ordered_json::parse(*text, nullptr, false);
  if (document.is_discarded()) {
    return usage_failure(path + " holds no valid JSON, correct it");
  }
  return document;
}

/// The variables of the template.
Outcome<ordered_json> read_variables(const RenderArguments& arguments) {
  Outcome<ordered_json> document =
      read_json(arguments.input.empty() ? arguments.chat : arguments.input);
  if (!document) return document;
  ordered_json variables = std::move(*document);
  if (arguments.input.empty()) {
    if (!variables.is_array()) {
      return usage_failure(arguments.chat +
                           " holds no JSON array, give [{\"role\": \"user\", \"content\": \"…\"}]");
    }
    variables = {{"messages", std::move(variables)}, {"add_generation_prompt", true}};
  } else if (!variables.is_object()) {
    return usage_failure(
        arguments.input +
        " holds no JSON object, give the template's variables: {\"messages\": […]}");
  }
  if (arguments.no_generation_prompt) variables["add_generation_prompt"] = false;
  if (arguments.think != ThinkingWish::kDefault) {
    variables["enable_thinking"] = arguments.think != ThinkingWish::kOff;
  }
  return variables;
}

/// Seconds since 1970 of the given day, or of the clock on the wall.
Outcome<std::int64_t> read_clock(const std::string& date) {
  using namespace std::chrono;
  if (date.empty()) return local_seconds();
  int year_number = 0;
  unsigned month_number = 0;
  unsigned day_number = 0;
  int length = 0;
  const int read =
      std::sscanf(date.c_str(), "%4d-%2u-%2u%n", &year_number, &month_number, &day_number, &length);
  const year_month_day day{year(year_number), month(month_number), std::chrono::day(day_number)};
  if (read != 3 || static_cast<std::size_t>(length) != date.size() || !day.ok()) {
    return usage_failure("--date is no day, write it like --date 2026-11-28");
  }
  return sys_seconds(sys_days(day)).time_since_epoch().count();
}

/// Ranges of characters that were said by somebody.
ordered_json character_spans(std::span<const PromptPart> prompt) {
  ordered_json spans = ordered_json::array();
  std::ptrdiff_t character = 0;
  for (const PromptPart& part : prompt) {
    const std::ptrdiff_t begin = character;
    character += std::ranges::count_if(
        part.text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    if (!part.markup) spans.push_back({begin, character});
  }
  return spans;
}

void add_token_texts(const Tokenizer& tokenizer, ordered_json& variables) {
  for (const auto& [name, token] :
       {std::pair("bos_token", tokenizer.bos()), std::pair("eos_token", tokenizer.eos())}) {
    if (token >= 0 && !variables.contains(name)) {
      variables[name] = tokenizer.piece_bytes(token, true);
    }
  }
}

Outcome<std::vector<PromptPart>> run_template(const std::string& source,
                                              const ordered_json& variables, std::int64_t now) {
  const Result<jinja::Template> parsed = jinja::Template::parse(source);
  if (!parsed) return model_failure(parsed.error());
  const auto rendered = parsed->render(variables, {.now = now, .limits = {}});
  if (!rendered) return model_failure(rendered.error().error);
  return prompt_parts(*rendered);
}

Outcome<std::vector<PromptPart>> render_template_file(const RenderArguments& arguments,
                                                      std::int64_t now) {
  const Outcome<ordered_json> variables = read_variables(arguments);
  if (!variables) return tl::unexpected(variables.error());
  const Outcome<std::string> source = read_input(arguments.template_file);
  if (!source) return tl::unexpected(source.error());
  return run_template(*source, *variables, now);
}

/// With the variables as they are given.
Outcome<std::vector<PromptPart>> render_own_template(const RenderArguments& arguments,
                                                     const Tokenizer& tokenizer, std::int64_t now) {
  Outcome<ordered_json> variables = read_variables(arguments);
  if (!variables) return tl::unexpected(variables.error());
  if (tokenizer.chat_template().empty()) {
    return model_failure({ErrorKind::kUnsupported,
                          arguments.model + " has no chat template, give one with --template"});
  }
  add_token_texts(tokenizer, *variables);
  return run_template(tokenizer.chat_template(), *variables, now);
}

/// As a chat with the model reads it.
Outcome<std::vector<PromptPart>> render_chat(const RenderArguments& arguments,
                                             const Tokenizer& tokenizer, std::int64_t now) {
  const auto messages = read_chat(arguments.chat);
  if (!messages) return tl::unexpected(messages.error());
  auto prompt = ChatFormat(tokenizer).render(
      *messages, {.add_generation_prompt = !arguments.no_generation_prompt,
                  .thinking = arguments.think,
                  .now = now});
  if (!prompt) return tl::unexpected(Failure{ExitCode::kModel, prompt.error().message});
  return std::move(*prompt);
}

Outcome<> render(const RenderArguments& arguments, const CommonOptions& options) {
  const Outcome<std::int64_t> now = read_clock(arguments.date);
  if (!now) return tl::unexpected(now.error());
  std::optional<Tokenizer> tokenizer;
  if (!arguments.model.empty()) {
    Outcome<Tokenizer> opened = open_tokenizer(arguments.model, options);
    if (!opened) return tl::unexpected(opened.error());
    tokenizer.emplace(std::move(*opened));
  }
  const auto prompt = !tokenizer               ? render_template_file(arguments, *now)
                      : arguments.chat.empty() ? render_own_template(arguments, *tokenizer, *now)
                                               : render_chat(arguments, *tokenizer, *now);
  if (!prompt) return tl::unexpected(prompt.error());

  const std::string text = prompt_text(*prompt);
  if (!options.json) return print(text + '\n');
  ordered_json document = {{"text", text}, {"spans", character_spans(*prompt)}};
  if (tokenizer) {
    const auto tokens = ChatFormat(*tokenizer).encode(*prompt);
    if (!tokens) return request_failure(tokens.error());
    document["tokens"] = *tokens;
  }
  return print_json(document);
}

}  // namespace

void add_render(Command parent) {
  Command command = parent.add_command("render", "Show the prompt that a conversation becomes");
  const auto arguments = std::make_shared<RenderArguments>();
  add_model_option(command, arguments->model);
  command
      .add_option("--template", arguments->template_file,
                  "A chat template in the place of a model's; - reads the input")
      .value_name("FILE");
  command.add_option("--chat", arguments->chat, "JSON array of {role, content}; - reads the input")
      .value_name("FILE");
  command
      .add_option("--input", arguments->input,
                  "JSON object with all variables of the template; - reads the input")
      .value_name("FILE");
  add_think_option(command, arguments->think);
  command.add_flag("--no-generation-prompt", arguments->no_generation_prompt,
                   "Do not ask for an answer at the end");
  command.add_option("--date", arguments->date, "What day it is for the template")
      .value_name("YYYY-MM-DD");
  command.does([=](const CommonOptions& options) -> Outcome<> {
    if (Outcome<> checked = check(*arguments); !checked) return checked;
    return render(*arguments, options);
  });
}

}  // namespace canter::cli
