#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace canter::ui {

enum class TokenKind { kKeyword, kType, kText, kNumber, kComment, kAdded, kRemoved };

struct HighlightSpan {
  qsizetype begin = 0;
  qsizetype length = 0;
  TokenKind kind = TokenKind::kKeyword;
};

/// Colours of one line. `state` is what the next line begins with: 0, or inside a comment or text
/// that goes on.
struct HighlightedLine {
  std::vector<HighlightSpan> spans;
  int state = 0;
};

/// How a language is written, as far as colours need to know.
struct Language;

/// By the name behind a fence, in any case, aliases included; nullptr: not known.
const Language* find_language(const QString& name);

HighlightedLine highlight_line(const Language& language, QStringView line, int state);

}  // namespace canter::ui
