#include "blocks/highlight.h"

#include <QHash>

#include "blocks/language.h"

namespace canter::ui {
namespace {

bool begins_word(QChar c) {
  return c.isLetter() || c == u'_' || c == u'@' || c == u'#';
}
bool in_word(QChar c) {
  return c.isLetterOrNumber() || c == u'_';
}

/// One line from left to right.
class Scanner {
 public:
  Scanner(const Language& language, QStringView line, int state)
      : language_(language), line_(line), state_(state) {}

  HighlightedLine scan() {
    if (language_.patch) return scan_patch();
    if (state_ > 0) continue_delimited();
    while (at_ < line_.size())
      if (!comment_to_end() && !delimited() && !tag() && !number() && !word()) ++at_;
    result_.state = state_;
    return std::move(result_);
  }

 private:
  // States: 0, then the comments, then the texts of the language.
  const Language::Delimiters& delimiters(int state) const {
    const auto index = std::size_t(state - 1);
    return index < language_.comments.size() ? language_.comments[index]
                                             : language_.texts[index - language_.comments.size()];
  }
  TokenKind kind_of(int state) const {
    return std::size_t(state - 1) < language_.comments.size() ? TokenKind::kComment
                                                              : TokenKind::kText;
  }

  void add(qsizetype begin, qsizetype end, TokenKind kind) {
    if (end > begin) result_.spans.push_back({begin, end - begin, kind});
    at_ = end;
  }

  HighlightedLine scan_patch() {
    const bool added = line_.startsWith(u'+'), removed = line_.startsWith(u'-');
    if (added || removed)
      add(0, line_.size(), added ? TokenKind::kAdded : TokenKind::kRemoved);
    else if (line_.startsWith(u'@'))
      add(0, line_.size(), TokenKind::kComment);
    return std::move(result_);
  }

  /// Behind the closing mark, or the line's end; then it goes on or, if it cannot, ends there.
  qsizetype close(const Language::Delimiters& pair, qsizetype from, bool& closed) const {
    for (qsizetype i = from; i < line_.size(); ++i) {
      if (pair.escapes && line_[i] == u'\\') {
        ++i;
      } else if (line_.mid(i).startsWith(pair.close)) {
        closed = true;
        return i + pair.close.size();
      }
    }
    closed = false;
    return line_.size();
  }

  void continue_delimited() {
    bool closed = false;
    const int state = state_;
    const qsizetype end = close(delimiters(state), 0, closed);
    if (closed) state_ = 0;
    add(0, end, kind_of(state));
  }

  bool comment_to_end() {
    for (const QString& mark : language_.line_comments) {
      if (!line_.mid(at_).startsWith(mark)) continue;
      // In shells and the like a mark within a word is none.
      if (mark == u"#" && at_ > 0 && !line_[at_ - 1].isSpace()) continue;
      add(at_, line_.size(), TokenKind::kComment);
      return true;
    }
    return false;
  }

  bool delimited() {
    const int count = int(language_.comments.size() + language_.texts.size());
    for (int state = 1; state <= count; ++state) {
      const Language::Delimiters& pair = delimiters(state);
      if (!line_.mid(at_).startsWith(pair.open)) continue;
      bool closed = false;
      const qsizetype end = close(pair, at_ + pair.open.size(), closed);
      if (!closed && pair.spans_lines) state_ = state;
      add(at_, end, kind_of(state));
      return true;
    }
    return false;
  }

  bool tag() {
    if (!language_.tags || line_[at_] != u'<') return false;
    qsizetype end = at_ + 1;
    if (end < line_.size() && line_[end] == u'/') ++end;
    const qsizetype name = end;
    while (end < line_.size() && (in_word(line_[end]) || line_[end] == u'-' || line_[end] == u':'))
      ++end;
    if (end == name) return false;
    add(name, end, TokenKind::kKeyword);
    return true;
  }

  bool number() {
    if (!line_[at_].isDigit()) return false;
    qsizetype end = at_;
    while (end < line_.size() && (in_word(line_[end]) || line_[end] == u'.')) ++end;
    add(at_, end, TokenKind::kNumber);
    return true;
  }

  bool word() {
    if (!begins_word(line_[at_])) return false;
    qsizetype end = at_ + 1;
    while (end < line_.size() && in_word(line_[end])) ++end;
    const QString text = line_.mid(at_, end - at_).toString();
    const QString looked_up = language_.any_case ? text.toLower() : text;
    if (language_.keywords.contains(looked_up))
      add(at_, end, TokenKind::kKeyword);
    else if (language_.types.contains(looked_up))
      add(at_, end, TokenKind::kType);
    at_ = end;
    return true;
  }

  const Language& language_;
  QStringView line_;
  int state_;
  qsizetype at_ = 0;
  HighlightedLine result_;
};

}  // namespace

const Language* find_language(const QString& name) {
  static const QHash<QString, const Language*> known = [] {
    QHash<QString, const Language*> by_name;
    for (const Language& language : languages())
      for (const QString& each : language.names) by_name.insert(each, &language);
    return by_name;
  }();
  return known.value(name.toLower());
}

HighlightedLine highlight_line(const Language& language, QStringView line, int state) {
  return Scanner(language, line, state).scan();
}

}  // namespace canter::ui
