#include "serve/token_logprobs.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/utf8.h"

namespace canter::serve {
namespace {

/// JSON has no infinity.
double finite(double logarithm) {
  constexpr double kNever = -9999;
  return logarithm > kNever ? logarithm : kNever;
}

Json entry(const Tokenizer& tokenizer, const engine::TokenLikelihood& likelihood) {
  const std::string bytes = token_bytes(tokenizer, likelihood.token);
  auto numbers = Json::array();
  for (const char byte : bytes) numbers.push_back(static_cast<unsigned char>(byte));
  return {{"token", to_valid_utf8(bytes)},
          {"logprob", finite(likelihood.log_probability)},
          {"bytes", std::move(numbers)}};
}

std::size_t characters(std::string_view text) {
  return std::size_t(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace

std::string token_bytes(const Tokenizer& tokenizer, TokenId token) {
  return tokenizer.piece_bytes(token, true);
}

Json chat_logprob(const Tokenizer& tokenizer, const TokenCame& came) {
  if (came.likelihoods.empty()) return entry(tokenizer, {came.token, 0});
  Json written = entry(tokenizer, came.likelihoods.front());
  auto best = Json::array();
  for (std::size_t i = 1; i < came.likelihoods.size(); ++i)
    best.push_back(entry(tokenizer, came.likelihoods[i]));
  written["top_logprobs"] = std::move(best);
  return written;
}

void TextLogprobs::add(const TokenCame& came) {
  const std::string text = to_valid_utf8(token_bytes(*tokenizer_, came.token));
  tokens_.push_back(text);
  offsets_.push_back(offset_);
  offset_ += characters(text);
  auto best = Json::object();
  for (std::size_t i = 0; i < came.likelihoods.size(); ++i) {
    const engine::TokenLikelihood& one = came.likelihoods[i];
    const double logarithm = finite(one.log_probability);
    if (i == 0)
      likelihoods_.push_back(logarithm);
    else
      best[to_valid_utf8(token_bytes(*tokenizer_, one.token))] = logarithm;
  }
  best_.push_back(std::move(best));
}

Json TextLogprobs::take() {
  return {{"tokens", std::exchange(tokens_, Json::array())},
          {"token_logprobs", std::exchange(likelihoods_, Json::array())},
          {"top_logprobs", std::exchange(best_, Json::array())},
          {"text_offset", std::exchange(offsets_, Json::array())}};
}

}  // namespace canter::serve
