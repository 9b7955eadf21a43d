#include "chat/answer_splitter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace canter {
namespace {

using Kind = AnswerPart::Kind;

constexpr std::string_view kBlanks = " \t\n\v\f\r";
constexpr std::string_view kStart = "<|start|>";
constexpr std::string_view kChannel = "<|channel|>";
constexpr std::string_view kMessage = "<|message|>";
/// What a message of a channel ends with, or what shows that it has ended.
constexpr std::array kMessageEnds = {std::string_view("<|end|>"), std::string_view("<|return|>"),
                                     std::string_view("<|call|>"), kStart, kChannel};
/// A header names a role, a channel and a recipient; what is longer is none.
constexpr std::size_t kLongestHeader = 1024;

bool is_beginning(std::string_view text, std::string_view marker) {
  return text.size() < marker.size() && marker.starts_with(text);
}

/// Length of the longest end of `text` that may be the beginning of `marker`.
std::size_t begun(std::string_view text, std::string_view marker) {
  for (std::size_t n = std::min(marker.size() - 1, text.size()); n > 0; --n)
    if (text.ends_with(marker.substr(0, n))) return n;
  return 0;
}

}  // namespace

AnswerSplitter::AnswerSplitter(ThinkingMarkers markers, std::map<TokenId, std::string> hidden)
    : markers_(std::move(markers)), hidden_(std::move(hidden)) {
  begin_behind({}, false);
}

void AnswerSplitter::begin_behind(std::string_view markup, bool inside_text) {
  if (markers_.style == ThinkingStyle::kNone) {
    state_ = State::kAnswer;
  } else if (markers_.style == ThinkingStyle::kChannels) {
    const auto start = markup.rfind(kStart);
    const auto header = start == markup.npos ? std::string_view() : markup.substr(start);
    state_ = State::kBetween;
    if (const auto message = header.find(kMessage); message != header.npos)
      begin_message(header.substr(0, message));
  } else {
    const auto open = markup.rfind(markers_.open), close = markup.rfind(markers_.close);
    const bool closed = close != markup.npos && (open == markup.npos || close > open);
    state_ = State::kBefore;
    at_start_ = closed;
    if (open != markup.npos && !closed)
      begin_thinking();
    else if (inside_text)
      state_ = State::kAnswer;
  }
  if (inside_text) at_start_ = false;
}

std::vector<AnswerPart> AnswerSplitter::push(TokenId token, std::string_view text) {
  pending_ += text;
  const auto marker = hidden_.find(token);
  const bool markers_matter =
      markers_.style == ThinkingStyle::kChannels || state_ != State::kAnswer;
  if (marker != hidden_.end() && markers_matter) pending_ += marker->second;
  return split(false);
}

std::vector<AnswerPart> AnswerSplitter::finish() {
  return split(true);
}

std::vector<AnswerPart> AnswerSplitter::split(bool at_end) {
  const auto read = [&] {
    switch (state_) {
      case State::kBefore:
        return read_before(at_end);
      case State::kBetween:
        return read_between(at_end);
      case State::kHeader:
        return read_header(at_end);
      case State::kThinking:
      case State::kAnswer:
        break;
    }
    if (markers_.style == ThinkingStyle::kChannels) return read_message(at_end);
    if (state_ == State::kThinking) return read_block(at_end);
    emit(Kind::kAnswer, std::exchange(pending_, {}));
    return false;
  };
  while (read()) {
  }
  return std::exchange(parts_, {});
}

bool AnswerSplitter::read_before(bool at_end) {
  const auto text = std::min(pending_.find_first_not_of(kBlanks), pending_.size());
  blanks_ += pending_.substr(0, text);
  pending_.erase(0, text);
  if (at_start_) blanks_.erase(0, blanks_.find_first_not_of('\n'));
  if (pending_.starts_with(markers_.open)) {
    pending_.erase(0, markers_.open.size());
    begin_thinking();
    return true;
  }
  if (!at_end && is_beginning(pending_, markers_.open)) return false;
  pending_.insert(0, std::exchange(blanks_, {}));
  state_ = State::kAnswer;
  return true;
}

bool AnswerSplitter::read_block(bool at_end) {
  const auto close = pending_.find(markers_.close);
  if (close != std::string::npos) {
    emit_thought(std::string_view(pending_).substr(0, close));
    pending_.erase(0, close + markers_.close.size());
    blanks_.clear();
    at_start_ = true;
    state_ = State::kBefore;
    return true;
  }
  const auto certain = pending_.size() - (at_end ? 0 : begun(pending_, markers_.close));
  emit_thought(std::string_view(pending_).substr(0, certain));
  pending_.erase(0, certain);
  if (at_end) emit(Kind::kThinking, std::exchange(blanks_, {}));
  return false;
}

bool AnswerSplitter::read_between(bool at_end) {
  pending_.erase(0, std::min(pending_.find_first_not_of(kBlanks), pending_.size()));
  for (const auto marker : {kStart, kChannel, kMessage}) {
    if (pending_.starts_with(marker)) {
      state_ = State::kHeader;
      return true;
    }
    if (!at_end && is_beginning(pending_, marker)) return false;
  }
  if (pending_.empty()) return false;
  state_ = State::kAnswer;  // a model that writes no header
  return true;
}

bool AnswerSplitter::read_header(bool at_end) {
  const auto end = pending_.find(kMessage);
  if (end != std::string::npos) {
    begin_message(std::string_view(pending_).substr(0, end));
    pending_.erase(0, end + kMessage.size());
    return true;
  }
  if (at_end) pending_.clear();
  if (pending_.size() <= kLongestHeader) return false;
  state_ = State::kAnswer;
  emit(Kind::kAnswer, std::exchange(pending_, {}));
  return false;
}

bool AnswerSplitter::read_message(bool at_end) {
  const auto kind = thinking() ? Kind::kThinking : Kind::kAnswer;
  std::size_t end = pending_.size(), held = 0, length = 0;
  for (const auto marker : kMessageEnds) {
    if (const auto at = pending_.find(marker); at < end) {
      end = at;
      length = marker == kStart || marker == kChannel ? 0 : marker.size();
    }
    held = std::max(held, begun(pending_, marker));
  }
  const bool ended = end < pending_.size();
  if (!ended && !at_end) end -= held;
  emit(kind, std::string_view(pending_).substr(0, end));
  pending_.erase(0, end + length);
  if (ended) state_ = State::kBetween;
  return ended;
}

void AnswerSplitter::begin_thinking() {
  blanks_.clear();
  at_start_ = true;
  state_ = State::kThinking;
}

void AnswerSplitter::begin_message(std::string_view header) {
  const bool analysis = header.find(std::string(kChannel) + "analysis") != std::string_view::npos;
  state_ = analysis ? State::kThinking : State::kAnswer;
  parted_ = said_[std::size_t(analysis ? Kind::kThinking : Kind::kAnswer)];
}

void AnswerSplitter::emit_thought(std::string_view text) {
  if (at_start_) text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
  const auto last = text.find_last_not_of('\n');
  const auto length = last == text.npos ? 0 : last + 1;
  if (length > 0) {
    at_start_ = false;
    emit(Kind::kThinking, std::exchange(blanks_, {}));
    emit(Kind::kThinking, text.substr(0, length));
  }
  blanks_ += text.substr(length);
}

void AnswerSplitter::emit(AnswerPart::Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (parts_.empty() || parts_.back().kind != kind) parts_.push_back({kind, {}});
  if (std::exchange(parted_, false)) parts_.back().text += "\n\n";
  parts_.back().text += text;
  said_[std::size_t(kind)] = true;
}

}  // namespace canter
