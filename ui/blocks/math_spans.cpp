#include "blocks/math_spans.h"

#include <algorithm>
#include <optional>

namespace canter::ui {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_sign(char c) {
  return c > ' ' && c < '\x7f' && !is_letter(c) && !is_digit(c);
}

/// `20/day or 30`: amounts with words between them, from "$20/day or 30$".
bool is_between_prices(QByteArrayView inside) {
  if (!is_digit(inside.front()) || !is_digit(inside.back())) return false;
  int braces = 0;
  for (qsizetype i = 1; i + 1 < inside.size(); ++i) {
    if (inside[i] == '{') ++braces;
    if (inside[i] == '}') --braces;
    const bool word = is_letter(inside[i]) && is_letter(inside[i + 1]) &&
                      (inside[i - 1] == ' ' || inside[i - 1] == '/') && braces == 0;
    if (word) return true;
  }
  return false;
}

/// A place that is looked for again and again, always further on, so that all of it takes one walk
/// through the text.
class NextPlace {
 public:
  NextPlace(const QByteArray& text, const char* sought) : text_(text), sought_(sought) {}
  /// Where it is at or behind `from`, else the text's end.
  qsizetype behind(qsizetype from) {
    if (at_ >= from) return at_;
    at_ = text_.indexOf(sought_, from);
    if (at_ < 0) at_ = text_.size();
    return at_;
  }

 private:
  const QByteArray& text_;
  const char* sought_;
  qsizetype at_ = -1;
};

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
      } else if (c == '$') {
        at_ += run_length(at_);
      } else {
        at_ += c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
      }
    }
    return std::move(found_);
  }

 private:
  char at(qsizetype i) const { return i >= 0 && i < text_.size() ? text_[i] : '\n'; }
  qsizetype line_end(qsizetype from) { return lines_.behind(from); }
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
      while (is_digit(at(mark))) ++mark;
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
  QByteArrayView behind_run(qsizetype from) {
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

  qsizetype paragraph_end(qsizetype from) { return paragraphs_.behind(from); }

  std::optional<MathSpan> span_here() {
    if (at(at_) == '\\' && at(at_ + 1) == '(')
      return between(round_.behind(at_ + 2), line_end(at_), false);
    if (at(at_) == '\\' && at(at_ + 1) == '[')
      return between(square_.behind(at_ + 2), paragraph_end(at_), true);
    if (at(at_) != '$') return std::nullopt;
    switch (run_length(at_)) {
      case 1:
        return inline_dollars();
      case 2:
        return between(next_two_dollars(), paragraph_end(at_), true);
      default:
        return std::nullopt;
    }
  }

  std::optional<MathSpan> between(qsizetype end, qsizetype limit, bool display) {
    if (end >= limit || fences_.behind(at_ + 2) < end) return std::nullopt;
    if (std::all_of(text_.begin() + at_ + 2, text_.begin() + end, is_blank)) return std::nullopt;
    return MathSpan{at_, end + 2, 2, display};
  }

  /// Neither more nor fewer, in this paragraph; else its end.
  qsizetype next_two_dollars() {
    const qsizetype limit = paragraph_end(at_);
    for (qsizetype i = at_ + 2; i < limit; ++i) {
      const qsizetype run = text_[i] == '$' ? run_length(i) : 0;
      if (run == 2) return i;
      if (run > 2) i += run - 1;
      if (text_[i] == '\\') ++i;
    }
    return limit;
  }

  std::optional<MathSpan> inline_dollars() {
    if (!opens(at_)) return std::nullopt;
    const qsizetype limit = line_end(at_);
    for (qsizetype i = at_ + 1; i < limit; ++i) {
      if (text_[i] == '`') return std::nullopt;
      if (text_[i] == '\\')
        ++i;
      else if (text_[i] == '$' && closes(i))
        return MathSpan{at_, i + 1, 1, false};
      else if (text_[i] == '$')
        return std::nullopt;
    }
    return std::nullopt;
  }

  /// Behind a word or a number only what goes on with it: `10$^{-3}$`, `H$_2$O`.
  bool opens(qsizetype dollar) const {
    const char before = at(dollar - 1), next = at(dollar + 1);
    if (is_blank(next) || QByteArrayView(")/,;:!?'\"").contains(next)) return false;
    return !(is_letter(before) || is_digit(before)) || QByteArrayView("\\^_{").contains(next);
  }
  /// Before a letter only what may end a formula: `$n$th`, but `$a=$b`.
  bool closes(qsizetype dollar) const {
    const char last = at(dollar - 1), next = at(dollar + 1);
    if (is_blank(last) || is_digit(next)) return false;
    if (is_letter(next) && is_sign(last) && !QByteArrayView(")]}'").contains(last)) return false;
    return !is_between_prices(QByteArrayView(text_).sliced(at_ + 1, dollar - at_ - 1));
  }

  const QByteArray& text_;
  Ranges* fenced_;
  NextPlace lines_{text_, "\n"};
  NextPlace paragraphs_{text_, "\n\n"};
  NextPlace round_{text_, "\\)"};
  NextPlace square_{text_, "\\]"};
  NextPlace fences_{text_, "```"};
  std::vector<MathSpan> found_;
  qsizetype at_ = 0;
  bool line_start_ = true;
};

}  // namespace

std::vector<MathSpan> find_math(const QByteArray& utf8, Ranges* fenced) {
  return Finder(utf8, fenced).find();
}

}  // namespace canter::ui
