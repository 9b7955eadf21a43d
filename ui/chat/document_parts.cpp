#include "chat/document_parts.h"

#include <algorithm>
#include <utility>

namespace canter::ui {
namespace {

constexpr QChar kPageEnd = u'\f';
constexpr qsizetype kLeastCharacters = 200;

/// The end of a piece that begins at `begin`, at the end of a line or word where one is near.
qsizetype piece_end(const QString& text, qsizetype begin, qsizetype characters) {
  qsizetype end = begin + characters;
  if (end >= text.size()) return text.size();
  for (const QChar mark : {QChar(u'\n'), QChar(u' ')}) {
    const qsizetype found = text.lastIndexOf(mark, end - 1);
    if (found >= end - characters / 4) return found + 1;
  }
  return text[end].isLowSurrogate() ? end - 1 : end;
}

}  // namespace

DocumentParts::DocumentParts(QString text, qsizetype characters) : text_(std::move(text)) {
  begins_.append(0);
  for (qsizetype at = text_.indexOf(kPageEnd); at >= 0; at = text_.indexOf(kPageEnd, at + 1))
    begins_.append(at + 1);
  pages_ = begins_.size() > 1;
  if (pages_) return;
  // No piece is much shorter than the others.
  const qsizetype most = std::max(kLeastCharacters, characters);
  const qsizetype pieces = text_.size() / most + 1;
  const qsizetype length = std::max(kLeastCharacters, text_.size() / pieces + 1);
  for (qsizetype end = piece_end(text_, 0, length); end < text_.size();
       end = piece_end(text_, end, length))
    begins_.append(end);
}

QString DocumentParts::text(int first, int last) const {
  if (first < 1 || last < first || last > count()) return {};
  const qsizetype begin = begins_[first - 1];
  const qsizetype end = last < count() ? begins_[last] : text_.size();
  QString part = text_.mid(begin, end - begin);
  part.remove(kPageEnd);
  return part;
}

QString DocumentParts::taken(int first, int last) const {
  const QString part = text(first, last).trimmed();
  if (part.isEmpty()) return {};
  const QString what = pages_ ? QStringLiteral("pages") : QStringLiteral("parts");
  return QStringLiteral("[%1 %2 to %3 of %4]\n").arg(what).arg(first).arg(last).arg(count()) +
         part + u'\n';
}

double DocumentParts::share(int first, int last) const {
  return text_.isEmpty() ? 0 : double(text(first, last).size()) / double(text_.size());
}

}  // namespace canter::ui
