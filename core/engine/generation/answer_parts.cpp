#include "engine/generation/answer_parts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canter::engine {
AnswerParts::AnswerParts(Message& answer, AnswerSplitter splitter)
    : answer_(&answer), splitter_(std::move(splitter)), thought_(double(answer.thinking_ms)) {}

TextAppended AnswerParts::add(const WrittenToken& token, Clock::time_point now) {
  if (!first_token_) first_token_ = last_token_ = now;
  if (splitter_.thinking()) thought_ += now - last_token_;
  last_token_ = now;
  added_bytes_ += token.text.size();
  ++tokens_;
  TextAppended added = take(splitter_.push(token.id, token.text));
  added.tokens.push_back({int(added.text.size()), token.drafted, int(added.thinking.size())});
  return added;
}

TextAppended AnswerParts::finish(std::string_view written) {
  std::vector<AnswerPart> parts;
  if (written.size() > added_bytes_) parts = splitter_.push(kNoToken, written.substr(added_bytes_));
  std::ranges::move(splitter_.finish(), std::back_inserter(parts));
  return take(parts);
}

TextAppended append(const std::vector<AnswerPart>& parts, std::int64_t thinking_ms,
                    Message& answer) {
  TextAppended added;
  added.conversation = answer.conversation;
  added.answer = answer.id;
  for (const AnswerPart& part : parts)
    (part.kind == AnswerPart::Kind::kThinking ? added.thinking : added.text) += part.text;
  answer.thinking += added.thinking;
  answer.content += added.text;
  answer.thinking_ms = thinking_ms;
  added.thinking_ms = thinking_ms;
  return added;
}

TextAppended AnswerParts::take(const std::vector<AnswerPart>& parts) {
  TextAppended added = append(parts, std::int64_t(thought_.count()), *answer_);
  added.tokens_per_second = tokens_per_second();
  return added;
}

double AnswerParts::tokens_per_second() const {
  if (tokens_ < 2 || last_token_ == first_token_) return 0;
  return (tokens_ - 1) / std::chrono::duration<double>(last_token_ - *first_token_).count();
}

}  // namespace canter::engine
