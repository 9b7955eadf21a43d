#include "decode/score.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "base/thread_pool.h"
#include "commands.h"
#include "format/message.h"
#include "generation.h"
#include "input.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

struct ScoreArguments {
  std::string model;
  std::string file;
  std::string tokens;
  int top = 10;
  TensorType cache = TensorType::kF32;
};

/// The `count` largest, largest first; equal ones by token number.
std::vector<TokenId> largest(const std::vector<float>& logits, int count) {
  std::vector<TokenId> order(logits.size());
  std::iota(order.begin(), order.end(), 0);
  const auto rank = [&](TokenId token) {
    const float logit = logits[static_cast<std::size_t>(token)];
    return std::pair(std::isnan(logit) ? INFINITY : -logit, token);
  };
  const std::size_t kept = std::min(order.size(), static_cast<std::size_t>(count));
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    [&](TokenId a, TokenId b) { return rank(a) < rank(b); });
  order.resize(kept);
  return order;
}

Outcome<> print_document(const Score& score, const std::vector<TokenId>& top) {
  auto last_logits = nlohmann::ordered_json::array();
  for (const TokenId token : top) {
    const float logit = score.last_logits[static_cast<std::size_t>(token)];
    last_logits.push_back({{"token", token}, {"logit", logit}});
  }
  return print_json({{"tokens", score.tokens},
                     {"nll", score.nll},
                     {"perplexity", score.perplexity()},
                     {"last_logits", std::move(last_logits)}});
}

Outcome<> print_listing(const Score& score, const std::vector<TokenId>& top,
                        const Tokenizer& tokenizer) {
  std::string text = fmt::format("tokens      {}\nnll         {:.6f}\nperplexity  {:.6f}\n",
                                 score.tokens, score.nll, score.perplexity());
  for (const TokenId token : top) {
    fmt::format_to(std::back_inserter(text), "{:>7}  {:>12.6f}  {}\n", token,
                   score.last_logits[static_cast<std::size_t>(token)],
                   in_quotes(tokenizer.stored_piece(token)));
  }
  return print(text);
}

Outcome<> score(const ScoreArguments& arguments, const CommonOptions& options) {
  const bool from_file = !arguments.file.empty();
  Outcome<std::string> text;
  if (from_file) text = read_input(arguments.file);
  if (!text) return tl::unexpected(text.error());
  Outcome<std::vector<TokenId>> tokens;
  if (!from_file) tokens = parse_tokens(arguments.tokens);
  if (!tokens) return tl::unexpected(tokens.error());

  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  if (from_file) {
    Result<std::vector<TokenId>> encoded = model->tokenizer().encode(*text);
    if (!encoded) return request_failure(encoded.error());
    tokens = std::move(*encoded);
  }
  ThreadPool pool(options.threads);
  const Result<Score> result = score_tokens(*model, pool, *tokens, arguments.cache);
  if (!result) return request_failure(result.error());
  const std::vector<TokenId> top = largest(result->last_logits, arguments.top);
  return options.json ? print_document(*result, top)
                      : print_listing(*result, top, model->tokenizer());
}

}  // namespace

void add_score(Command parent) {
  Command command = parent.add_command("score", "How likely a model finds a text");
  const auto arguments = std::make_shared<ScoreArguments>();
  add_model_option(command, arguments->model).required();
  const Option file = command.add_option("--file", arguments->file, "The text; - reads the input")
                          .value_name("FILE");
  const Option tokens =
      command.add_option("--tokens", arguments->tokens, "Token numbers, used as they are")
          .value_name("1,2,3");
  command.add_option("--top", arguments->top, "Show the K largest logits behind the last token")
      .not_negative()
      .shows_default();
  add_cache_option(command, arguments->cache);
  command.does([=](const CommonOptions& options) -> Outcome<> {
    if (file.count() + tokens.count() != 1) {
      return usage_failure("score needs one text, give either --file or --tokens");
    }
    return score(*arguments, options);
  });
}

}  // namespace canter::cli
