#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "decode/answer.h"
#include "decode/grammar/token_constraint.h"
#include "decode/sampler.h"
#include "decode/settings.h"
#include "decode/stop_matcher.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// Chooses an answer's tokens one after another, within the settings' grammar, passes them on, and
/// knows when the answer ends: the same whether logits come from passes of one row or of many.
class AnswerWriter {
 public:
  /// `tokenizer`, `settings` and `on_token` must outlive the object. `context`: most tokens of
  /// prompt and answer together.
  AnswerWriter(const Tokenizer& tokenizer, std::span<const TokenId> prompt,
               const GenerationSettings& settings, int context, const OnToken& on_token,
               bool at_text_start);

  /// Chooses the token that follows, from its logits, [vocabulary]; `drafted` tells whether it was
  /// guessed. False when the answer ends with it, or before the first one, if no token can begin a
  /// text of the grammar.
  bool write(std::span<const float> logits, const std::function<bool(TokenId)>& drafted = {});

  /// Prompt and answer so far.
  std::span<const TokenId> sequence() const { return sequence_; }
  int written() const { return int(answer_.tokens.size()); }
  /// Tokens that may still follow.
  int room() const;

  /// The answer with its text complete; kStopped unless it ended by itself.
  Answer finish();

 private:
  /// False: the grammar has no token that may come first.
  bool constrain(std::span<const float>& logits);
  FinishReason end_by_grammar() const;
  bool ends_answer(TokenId token) const;

  const Tokenizer* tokenizer_;
  const GenerationSettings* settings_;
  const OnToken* on_token_;
  int context_;
  Sampler sampler_;
  DetokenizerStream detokenizer_;
  StopMatcher stops_;
  std::optional<TokenConstraint> constraint_;
  std::vector<float> masked_;  ///< logits with what the grammar forbids at -infinity
  std::vector<TokenId> sequence_;
  Answer answer_;
};

}  // namespace canter
