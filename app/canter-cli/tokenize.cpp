#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>

#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>

#include "commands.h"
#include "format/message.h"
#include "input.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

struct Arguments {
  std::string model;
  std::string text;
  std::string file;
  bool no_bos = false;
  bool no_special = false;
};

Outcome<> tokenize(const Arguments& arguments, const CommonOptions& options) {
  Outcome<std::string> text = arguments.text;
  if (!arguments.file.empty()) text = read_input(arguments.file);
  if (!text) return tl::unexpected(text.error());
  const Outcome<Tokenizer> tokenizer = open_tokenizer(arguments.model, options);
  if (!tokenizer) return tl::unexpected(tokenizer.error());
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
  const bool bos_added = encoding.add_bos && tokenizer->adds_bos();
  const auto own = std::span(*tokens).subspan(bos_added ? 1 : 0);
  return print_json({{"tokens", *tokens}, {"text", tokenizer->decode(own, true)}});
}

}  // namespace

void add_tokenize(CLI::App& parent, Program& program) {
  CLI::App* command = add_command(parent, "tokenize", "Turn text into a model's tokens and back");
  const auto arguments = std::make_shared<Arguments>();
  add_model_option(*command, arguments->model)->required();
  CLI::Option* text = command->add_option("--text", arguments->text, "The text");
  CLI::Option* file = command->add_option("--file", arguments->file, "Its file; - reads the input")
                          ->option_text("FILE");
  command->add_flag("--no-bos", arguments->no_bos, "Put no start token in front");
  command->add_flag("--no-special", arguments->no_special,
                    "Markup such as <|user|> is ordinary text");
  command->callback([=, &program] {
    program.action = [=, &program]() -> Outcome<> {
      if (text->count() + file->count() != 1) {
        return usage_failure("tokenize needs one text, give either --text or --file");
      }
      return tokenize(*arguments, program.options);
    };
  });
}

}  // namespace canter::cli
