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
  Finder(const QByteArray& text, Ranges* fenced) : text_(text), fenced_(fenced) {}

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

  /// Past the marks of quotes and, where an item may begin, of lists.
  qsizetype content_of(qsizetype line, bool items) const {
    while (true) {
      while (at(line) == ' ' || at(line) == '>' || at(line) == '\t') ++line;
      if (!items) return line;
      qsizetype mark = line;
      while (at(mark) >= '0' && at(mark) <= '9') ++mark;
      const QByteArrayView signs = mark == line ? "-*+" : ".)";
      if (!signs.contains(at(mark)) || !is_blank(at(mark + 1))) return line;
      line = mark + 1;
    }
  }
  /// The fence that stands there, or -1.
  qsizetype fence_at(qsizetype content) const {
    const bool fence = (at(content) == '`' || at(content) == '~') && run_length(content) >= 3;
    return fence ? content : -1;
  }
  QByteArrayView behind_run(qsizetype from) const {
    const qsizetype begin = from + run_length(from);
    return QByteArrayView(text_).sliced(begin, line_end(begin) - begin);
  }

  bool skip_fence() {
    const qsizetype begin = at_;
    const qsizetype open = fence_at(content_of(at_, true));
    if (open < 0 || (text_[open] == '`' && behind_run(open).contains('`'))) return false;
    const qsizetype length = run_length(open);
    for (at_ = line_end(open); at_ < text_.size();) {
      const qsizetype close = fence_at(content_of(++at_, false));
      at_ = line_end(at_);
      if (close >= 0 && text_[close] == text_[open] && run_length(close) >= length &&
          behind_run(close).trimmed().isEmpty())
        break;
    }
    if (fenced_ != nullptr) fenced_->emplace_back(begin, at_);
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
  Ranges* fenced_;
  std::vector<MathSpan> found_;
  qsizetype at_ = 0;
  bool line_start_ = true;
};

}  // namespace

std::vector<MathSpan> find_math(const QByteArray& utf8, Ranges* fenced) {
  return Finder(utf8, fenced).find();
}

}  // namespace canter::ui
