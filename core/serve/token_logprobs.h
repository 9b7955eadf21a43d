#pragma once

#include <string>

#include "serve/generations.h"
#include "serve/json_fields.h"

namespace canter::serve {

/// A token's bytes, with those of control tokens.
std::string token_bytes(const Tokenizer& tokenizer, TokenId token);

/// An entry of `logprobs.content` of a chat: token, bytes, and those that were as likely.
Json chat_logprob(const Tokenizer& tokenizer, const TokenCame& came);

/// The four lists that text completions have instead.
class TextLogprobs {
 public:
  /// `tokenizer` must outlive it. `offset`: characters before the first token.
  TextLogprobs(const Tokenizer& tokenizer, std::size_t offset)
      : tokenizer_(&tokenizer), offset_(offset) {}

  void add(const TokenCame& came);
  /// What was added since the last call.
  Json take();

 private:
  const Tokenizer* tokenizer_;
  std::size_t offset_;
  Json tokens_ = Json::array(), likelihoods_ = Json::array(), best_ = Json::array(),
       offsets_ = Json::array();
};

}  // namespace canter::serve
