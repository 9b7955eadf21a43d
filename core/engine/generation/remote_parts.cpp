#include "engine/generation/remote_parts.h"

#include <algorithm>
#include <utility>

#include "engine/generation/answer_parts.h"

namespace canter::engine {
namespace {

ThinkingMarkers common_markers() {
  return {.style = ThinkingStyle::kTags,
          .open = "<think>",
          .close = "</think>",
          .opening = "<think>\n",
          .closing = "\n</think>\n\n"};
}

}  // namespace

RemoteParts::RemoteParts(Message& answer, Clock::time_point asked)
    : answer_(&answer), splitter_(common_markers()), asked_(asked), last_(asked) {}

TextAppended RemoteParts::add(const remote::ChatDelta& delta, Clock::time_point now) {
  if (!first_) first_ = last_ = now;
  if (splitter_.thinking() || !delta.thinking.empty()) thought_ += now - last_;
  last_ = now;
  ++pieces_;
  std::vector<AnswerPart> parts;
  if (!delta.thinking.empty()) parts.push_back({AnswerPart::Kind::kThinking, delta.thinking});
  if (!delta.text.empty())
    for (AnswerPart& part : splitter_.push(kNoToken, delta.text)) parts.push_back(std::move(part));
  return take(std::move(parts));
}

TextAppended RemoteParts::finish() {
  return take(splitter_.finish());
}

TextAppended RemoteParts::take(std::vector<AnswerPart> parts) {
  TextAppended added = append(parts, std::int64_t(thought_.count()), *answer_);
  added.tokens_per_second = statistics({}, last_).tokens_per_second();
  return added;
}

AnswerStatistics RemoteParts::statistics(const std::optional<remote::ChatUsage>& usage,
                                         Clock::time_point now) const {
  AnswerStatistics statistics;
  statistics.generated = pieces_;
  if (usage) {
    statistics.prompt_tokens = usage->prompt;
    statistics.reused_tokens = std::min(usage->cached, usage->prompt);
    if (usage->completion > 0) statistics.generated = usage->completion;
  }
  statistics.steps = std::max(0, statistics.generated - 1);
  statistics.rows = statistics.steps;
  statistics.total_ms = milliseconds_since_asked(now);
  statistics.first_token_ms = first_ ? milliseconds_since_asked(*first_) : statistics.total_ms;
  statistics.prompt_ms = statistics.first_token_ms;
  return statistics;
}

double RemoteParts::milliseconds_since_asked(Clock::time_point now) const {
  return std::chrono::duration<double, std::milli>(now - asked_).count();
}

}  // namespace canter::engine
