#include "decode/answer_writer.h"

#include <algorithm>
#include <utility>

namespace canter {

AnswerWriter::AnswerWriter(const Tokenizer& tokenizer, std::span<const TokenId> prompt,
                           const GenerationSettings& settings, int context, const OnToken& on_token,
                           bool at_text_start)
    : tokenizer_(&tokenizer),
      settings_(&settings),
      on_token_(&on_token),
      context_(context),
      sampler_(settings.sampling),
      detokenizer_(tokenizer, at_text_start),
      stops_(settings.stop_strings),
      sequence_(prompt.begin(), prompt.end()) {
  answer_.finish = FinishReason::kStopped;
  if (settings.grammar)
    constraint_.emplace(settings.grammar, tokenizer,
                        TokenConstraint::Options{.at_text_start = at_text_start,
                                                 .end_tokens = settings.end_tokens,
                                                 .may_choose_end = !settings.ignore_eos});
}

int AnswerWriter::room() const {
  const int in_context = context_ - int(sequence_.size());
  const int limit = settings_->max_tokens;
  return limit > 0 ? std::min(limit - written(), in_context) : in_context;
}

bool AnswerWriter::write(std::span<const float> logits,
                         const std::function<bool(TokenId)>& drafted) {
  std::span<const float> choices = logits;
  if (constraint_ && !constrain(choices)) return false;
  const TokenId token = sampler_.choose(choices, sequence_);
  if (constraint_) constraint_->accept(token);
  sequence_.push_back(token);
  answer_.tokens.push_back(token);
  const bool ends = !settings_->ignore_eos && ends_answer(token);
  const std::string text = ends ? std::string() : stops_.push(detokenizer_.push(token));
  answer_.text += text;
  const bool goes_on =
      !*on_token_ || (*on_token_)({token, text, drafted && drafted(token), logits});
  if (ends) {
    answer_.finish = FinishReason::kEndToken;
  } else if (stops_.stopped()) {
    answer_.finish = FinishReason::kStopString;
  } else if (!goes_on) {
    answer_.finish = FinishReason::kStopped;
  } else if (constraint_ && constraint_->must_end()) {
    answer_.finish = FinishReason::kEndToken;
  } else if (settings_->max_tokens > 0 && written() >= settings_->max_tokens) {
    answer_.finish = FinishReason::kTokenLimit;
  } else if (int(sequence_.size()) >= context_) {
    answer_.finish = FinishReason::kContextFull;
  } else if (constraint_ && !constraint_->may_go_on()) {
    answer_.finish = end_by_grammar();
  } else {
    return true;
  }
  return false;
}

bool AnswerWriter::constrain(std::span<const float>& logits) {
  if (!constraint_->may_go_on()) {
    answer_.finish = end_by_grammar();
    return false;
  }
  masked_.assign(logits.begin(), logits.end());
  constraint_->mask(masked_);
  logits = masked_;
  return true;
}

/// No token may follow: the text is whole, or the vocabulary cannot write what would come.
FinishReason AnswerWriter::end_by_grammar() const {
  return constraint_->may_end() ? FinishReason::kEndToken : FinishReason::kStopped;
}

bool AnswerWriter::ends_answer(TokenId token) const {
  return tokenizer_->ends_generation(token) ||
         std::ranges::find(settings_->end_tokens, token) != settings_->end_tokens.end();
}

Answer AnswerWriter::finish() {
  answer_.text += stops_.push(detokenizer_.finish());
  answer_.text += stops_.finish();
  answer_.statistics.generated = written();
  return std::move(answer_);
}

}  // namespace canter
