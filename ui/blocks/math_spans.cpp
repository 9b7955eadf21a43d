#include "blocks/math_spans.h"

#include <algorithm>
#include <optional>

namespace canter::ui {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Walks a source and knows what is code.
class Finder {
 public:
  explicit Finder(const QByteArray& text) : text_(text) {}

  std::vector<MathSpan> find() {
    while (at_ < text_.size()) {
      if (line_start_ && skip_fence()) continue;
      line_start_ = false;
      const char c = text_[at_];
      if (c == '\n') {
        line_start_ = true;
        ++at_;
      } else if (c == '`') {
        skip_code();
      } else if (const auto span = span_here()) {
        found_.push_back(*span);
        at_ = span->end;
      } else {
        at_ += c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
      }
    }
    return std::move(found_);
  }

 private:
  char at(qsizetype i) const { return i >= 0 && i < text_.size() ? text_[i] : '\n'; }
  qsizetype line_end(qsizetype from) const {
    const qsizetype end = text_.indexOf('\n', from);
    return end < 0 ? text_.size() : end;
  }
  qsizetype run_length(qsizetype from) const {
    qsizetype end = from;
    while (end < text_.size() && text_[end] == text_[from]) ++end;
    return end - from;
  }

  /// The fence that a line begins with, past the marks of quotes and lists.
  qsizetype fence_at(qsizetype line) const {
    while (at(line) == ' ' || at(line) == '>' || at(line) == '\t') ++line;
    const bool fence = (at(line) == '`' || at(line) == '~') && run_length(line) >= 3;
    return fence ? line : -1;
  }

  bool skip_fence() {
    const qsizetype open = fence_at(at_);
    if (open < 0) return false;
    const qsizetype length = run_length(open);
    for (at_ = line_end(open); at_ < text_.size();) {
      const qsizetype close = fence_at(++at_);
      at_ = line_end(at_);
      if (close >= 0 && text_[close] == text_[open] && run_length(close) >= length) break;
    }
    return true;
  }

  void skip_code() {
    const qsizetype length = run_length(at_);
    const qsizetype begin = at_ + length;
    const qsizetype end = paragraph_end(begin);
    for (qsizetype i = begin; i < end; ++i) {
      if (text_[i] != '`') continue;
      const qsizetype run = run_length(i);
      if (run == length) {
        at_ = i + run;
        return;
      }
      i += run - 1;
    }
    at_ = begin;
  }

  qsizetype paragraph_end(qsizetype from) const {
    const qsizetype end = text_.indexOf("\n\n", from);
    return end < 0 ? text_.size() : end;
  }

  std::optional<MathSpan> span_here() const {
    if (at(at_) == '\\' && at(at_ + 1) == '(') return between("\\)", line_end(at_), false);
    if (at(at_) == '\\' && at(at_ + 1) == '[') return between("\\]", paragraph_end(at_), true);
    if (at(at_) != '$') return std::nullopt;
    if (at(at_ + 1) == '$') return between("$$", paragraph_end(at_), true);
    return inline_dollars();
  }

  std::optional<MathSpan> between(const char* close, qsizetype limit, bool display) const {
    const qsizetype end = text_.indexOf(close, at_ + 2);
    if (end <= at_ + 2 || end >= limit) return std::nullopt;
    const QByteArray inside = text_.mid(at_ + 2, end - at_ - 2);
    if (inside.trimmed().isEmpty() || inside.contains("```")) return std::nullopt;
    return MathSpan{at_, end + 2, 2, display};
  }

  std::optional<MathSpan> inline_dollars() const {
    if (is_blank(at(at_ + 1))) return std::nullopt;
    const qsizetype limit = line_end(at_);
    for (qsizetype i = at_ + 1; i < limit; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '`') {
        return std::nullopt;
      } else if (text_[i] == '$') {
        const bool closes =
            i > at_ + 1 && !is_blank(at(i - 1)) && !(at(i + 1) >= '0' && at(i + 1) <= '9');
        if (closes) return MathSpan{at_, i + 1, 1, false};
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  const QByteArray& text_;
  std::vector<MathSpan> found_;
  qsizetype at_ = 0;
  bool line_start_ = true;
};

}  // namespace

std::vector<MathSpan> find_math(const QByteArray& utf8) {
  return Finder(utf8).find();
}

}  // namespace canter::ui
