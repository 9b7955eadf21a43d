#include <spdlog/fmt/fmt.h>

#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>

#include "commands.h"
#include "format/message.h"
#include "input.h"
#include "model_argument.h"
#include "tokenize_lines.h"

namespace canter::cli {
namespace {

struct TokenizeArguments {
  std::string model;
  std::string text;
  std::string file;
  std::string jsonl;
  bool no_bos = false;
  bool no_special = false;
};

Outcome<> tokenize(const TokenizeArguments& arguments, const CommonOptions& options) {
  Outcome<std::string> text = arguments.text;
  const std::string& source = arguments.jsonl.empty() ? arguments.file : arguments.jsonl;
  if (!source.empty()) text = read_input(source);
  if (!text) return tl::unexpected(text.error());
  const Outcome<Tokenizer> tokenizer = open_tokenizer(arguments.model, options);
  if (!tokenizer) return tl::unexpected(tokenizer.error());
  for (const std::string& note : tokenizer->notes()) print_note(note);
  if (!arguments.jsonl.empty()) return tokenize_lines(*tokenizer, *text, in_quotes(source));
  const Tokenizer::EncodeOptions encoding{.add_bos = !arguments.no_bos,
                                          .allow_special = !arguments.no_special};
  const Result<std::vector<TokenId>> tokens = tokenizer->encode(*text, encoding);
  if (!tokens) return request_failure(tokens.error());

  if (!options.json) {
    std::string listing;
    for (const TokenId token : *tokens) {
      fmt::format_to(std::back_inserter(listing), "{:>7}  {}\n", token,
                     in_quotes(tokenizer->stored_piece(token)));
    }
    return print(listing);
  }
  // The start token that was put in front is no part of the text, however it may be written.
  const bool named_bos =
      encoding.allow_special && text->starts_with(tokenizer->stored_piece(tokenizer->bos()));
  const bool bos_added = encoding.add_bos && tokenizer->adds_bos() && !named_bos;
  const auto own = std::span(*tokens).subspan(bos_added ? 1 : 0);
  return print_json({{"tokens", *tokens}, {"text", tokenizer->decode(own, true)}});
}

}  // namespace

void add_tokenize(Command parent) {
  Command command = parent.add_command("tokenize", "Turn text into a model's tokens and back");
  const auto arguments = std::make_shared<TokenizeArguments>();
  add_model_option(command, arguments->model).required();
  const Option text = command.add_option("--text", arguments->text, "The text");
  const Option file = command.add_option("--file", arguments->file, "Its file; - reads the input")
                          .value_name("FILE");
  const Option jsonl =
      command
          .add_option(
              "--jsonl", arguments->jsonl,
              "JSON lines {\"text\", \"special\" or \"content\"} or {\"ids\", \"special\"}, "
              "one line of answer for each")
          .value_name("FILE");
  command.add_flag("--no-bos", arguments->no_bos, "Put no start token in front");
  command.add_flag("--no-special", arguments->no_special,
                   "Markup such as <|user|> is ordinary text");
  command.does([=](const CommonOptions& options) -> Outcome<> {
    if (text.count() + file.count() + jsonl.count() != 1) {
      return usage_failure("tokenize needs one text, give --text, --file or --jsonl");
    }
    return tokenize(*arguments, options);
  });
}

}  // namespace canter::cli
