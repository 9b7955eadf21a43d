// A listing: its language on the first line, then what is coloured line by line.

#include "blocks/highlight.h"

#include <QStringList>

#include "input.h"

using namespace canter;
using namespace canter::ui;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QStringList lines =
      QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size))
          .split(u'\n');
  const Language* language = find_language(lines.front());
  if (language == nullptr) return 0;
  int state = 0;
  for (const QString& line : lines.mid(1)) {
    const HighlightedLine coloured = highlight_line(*language, line, state);
    qsizetype end = 0;
    for (const HighlightSpan& span : coloured.spans) {
      fuzz::require(span.begin >= end && span.length > 0, "colours follow each other");
      end = span.begin + span.length;
    }
    fuzz::require(end <= line.size(), "colours lie in their line");
    state = coloured.state;
  }
  return 0;
}
