#pragma once

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "decode/grammar/grammar_states.h"
#include "decode/grammar/token_texts.h"

namespace canter {

/// Holds an answer to a grammar: says which tokens may follow, so that the text that comes of them
/// is one of the grammar's. Belongs to one thread.
class TokenConstraint {
 public:
  struct Options {
    /// The first token opens a text, as DetokenizerStream has it.
    bool at_text_start = false;
    /// Tokens that end the answer besides the tokenizer's own.
    std::vector<TokenId> end_tokens = {};
    /// End tokens may be chosen where the text may end; else never.
    bool may_choose_end = true;
  };

  /// `tokenizer` must outlive the object.
  TokenConstraint(std::shared_ptr<const Grammar> grammar, const Tokenizer& tokenizer,
                  Options options);
  TokenConstraint(std::shared_ptr<const Grammar> grammar, const Tokenizer& tokenizer)
      : TokenConstraint(std::move(grammar), tokenizer, Options()) {}

  /// Makes what may not follow -infinity, and what may finite. `logits`: [vocabulary or more].
  void mask(std::span<float> logits);
  void accept(TokenId token);

  /// Tokens may follow, other than those that end the answer.
  bool may_go_on() { return allowed().any; }
  /// The text so far is one of the grammar's.
  bool may_end() const { return states_.may_end(state_); }
  /// Nothing can follow the text in the grammar.
  bool must_end() const { return states_.must_end(state_); }

 private:
  struct Allowed {
    std::vector<std::uint64_t> bits;  ///< [vocabulary]
    bool any = false;                 ///< besides end tokens
  };

  const Allowed& allowed();
  Allowed find_allowed();
  bool ends(TokenId token) const;

  const Tokenizer* tokenizer_;
  Options options_;
  std::shared_ptr<const TokenTexts> texts_;
  std::vector<TokenId> ends_;  ///< sorted
  GrammarStates states_;
  GrammarStates::State state_;
  bool at_text_start_;
  std::vector<GrammarStates::State> path_;
  std::unordered_map<GrammarStates::State, Allowed> allowed_;  ///< in the middle of a text
  Allowed first_;                                              ///< while it begins
};

}  // namespace canter
