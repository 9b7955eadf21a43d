#include "blocks/markdown_marks.h"

#include <algorithm>

namespace canter::ui {
namespace {

/// A line that is longer is cut.
constexpr qsizetype kLineBytes = 4000;

}  // namespace

QByteArray mark_source(const QByteArray& source, const std::vector<MathSpan>& math) {
  QByteArray text = source;
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') c = ' ';
  char mark = kMath;
  for (const MathSpan& span : math) {
    std::fill(text.begin() + span.begin, text.begin() + span.end, mark);
    mark = mark == kMath ? kOtherMath : kMath;
  }
  qsizetype line = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line = i + 1;
    if (text[i] != ' ' || i - line < kLineBytes || i + 1 == text.size()) continue;
    text[i] = kCut;
    line = i + 1;
  }
  return text;
}

qsizetype break_tag(const char* text) {
  const char* at = text;
  if (*at++ != '<') return 0;
  if (*at == '/') ++at;
  if (qstrnicmp(at, "br", 2) != 0) return 0;
  at += 2;
  while (*at == ' ') ++at;
  if (*at == '/') ++at;
  return *at == '>' ? at + 1 - text : 0;
}

QByteArray without_escaped_bars(const QByteArray& source, qsizetype begin, qsizetype end) {
  QByteArray unescaped;
  for (qsizetype i = begin; i < end; ++i)
    if (source[i] != '\\' || source.mid(i + 1, 1) != "|") unescaped += source[i];
  return unescaped;
}

qsizetype character_start(QByteArrayView utf8, qsizetype at) {
  while ((uchar(utf8[at]) & 0xc0) == 0x80) --at;
  return at;
}

}  // namespace canter::ui
