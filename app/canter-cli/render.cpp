#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/local_time.h"
#include "chat/jinja/template.h"
#include "commands.h"
#include "input.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

using nlohmann::ordered_json;

struct Arguments {
  std::string model;
  std::string template_file;
  std::string chat;
  std::string input;
  std::string think;
  std::string date;
  bool no_generation_prompt = false;
};

Outcome<> check(const Arguments& arguments) {
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
Outcome<ordered_json> read_variables(const Arguments& arguments) {
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
  if (!arguments.think.empty()) variables["enable_thinking"] = arguments.think == "on";
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

/// Ranges of characters, as ranges of bytes are.
ordered_json character_spans(const jinja::Rendered& rendered) {
  ordered_json spans = ordered_json::array();
  std::size_t position = 0;
  std::size_t character = 0;
  const auto character_at = [&](std::size_t byte) {
    for (; position < byte; ++position) {
      if ((static_cast<unsigned char>(rendered.text[position]) & 0xC0) != 0x80) ++character;
    }
    return character;
  };
  for (const jinja::ByteRange& range : rendered.content) {
    const std::size_t begin = character_at(range.begin);
    spans.push_back({begin, character_at(range.end)});
  }
  return spans;
}

/// Pieces of the text, in turn markup and content.
std::vector<Tokenizer::TextPart> parts_of(const jinja::Rendered& rendered) {
  std::vector<Tokenizer::TextPart> parts;
  const std::string_view text = rendered.text;
  std::size_t position = 0;
  for (const jinja::ByteRange& range : rendered.content) {
    parts.push_back({text.substr(position, range.begin - position), true});
    parts.push_back({text.substr(range.begin, range.end - range.begin), false});
    position = range.end;
  }
  parts.push_back({text.substr(position), true});
  return parts;
}

void add_token_texts(const Tokenizer& tokenizer, ordered_json& variables) {
  for (const auto& [name, token] :
       {std::pair("bos_token", tokenizer.bos()), std::pair("eos_token", tokenizer.eos())}) {
    if (token >= 0 && !variables.contains(name)) {
      variables[name] = tokenizer.piece_bytes(token, true);
    }
  }
}

Outcome<> render(const Arguments& arguments, const CommonOptions& options) {
  Outcome<ordered_json> variables = read_variables(arguments);
  if (!variables) return tl::unexpected(variables.error());
  const Outcome<std::int64_t> now = read_clock(arguments.date);
  if (!now) return tl::unexpected(now.error());

  std::optional<Tokenizer> tokenizer;
  Outcome<std::string> source = std::string();
  if (arguments.model.empty()) {
    source = read_input(arguments.template_file);
    if (!source) return tl::unexpected(source.error());
  } else {
    Outcome<Tokenizer> opened = open_tokenizer(arguments.model, options);
    if (!opened) return tl::unexpected(opened.error());
    tokenizer.emplace(std::move(*opened));
    source = tokenizer->chat_template();
    if (source->empty()) {
      return model_failure({ErrorKind::kUnsupported,
                            arguments.model + " has no chat template, give one with --template"});
    }
    add_token_texts(*tokenizer, *variables);
  }
  const Result<jinja::Template> parsed = jinja::Template::parse(*source);
  if (!parsed) return model_failure(parsed.error());
  const auto rendered = parsed->render(*variables, {.now = *now, .limits = {}});
  if (!rendered) return model_failure(rendered.error().error);

  if (!options.json) return print(rendered->text + '\n');
  ordered_json document = {{"text", rendered->text}, {"spans", character_spans(*rendered)}};
  if (tokenizer) {
    const auto tokens = tokenizer->encode_parts(parts_of(*rendered), true);
    if (!tokens) return request_failure(tokens.error());
    document["tokens"] = *tokens;
  }
  return print_json(document);
}

}  // namespace

void add_render(CLI::App& parent, Program& program) {
  CLI::App* command = add_command(parent, "render", "Show the prompt that a conversation becomes");
  const auto arguments = std::make_shared<Arguments>();
  add_model_option(*command, arguments->model);
  command
      ->add_option("--template", arguments->template_file,
                   "A chat template in the place of a model's; - reads the input")
      ->option_text("FILE");
  command->add_option("--chat", arguments->chat, "JSON array of {role, content}; - reads the input")
      ->option_text("FILE");
  command
      ->add_option("--input", arguments->input,
                   "JSON object with all variables of the template; - reads the input")
      ->option_text("FILE");
  command
      ->add_option("--think", arguments->think,
                   "Whether the model is to think, where its template asks")
      ->check(CLI::IsMember({"on", "off"}));
  command->add_flag("--no-generation-prompt", arguments->no_generation_prompt,
                    "Do not ask for an answer at the end");
  command->add_option("--date", arguments->date, "What day it is for the template")
      ->option_text("YYYY-MM-DD");
  command->callback([=, &program] {
    program.action = [=, &program]() -> Outcome<> {
      if (Outcome<> checked = check(*arguments); !checked) return checked;
      return render(*arguments, program.options);
    };
  });
}

}  // namespace canter::cli
