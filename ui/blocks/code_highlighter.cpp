#include "blocks/code_highlighter.h"

#include <QTextDocument>
#include <algorithm>

#include "blocks/highlight.h"

namespace canter::ui {

CodeHighlighter::CodeHighlighter(QObject* parent) : QSyntaxHighlighter(parent) {}

void CodeHighlighter::set_text_document(QQuickTextDocument* document) {
  if (document == document_) return;
  document_ = document;
  setDocument(document ? document->textDocument() : nullptr);
  Q_EMIT textDocumentChanged();
}

void CodeHighlighter::set_language(const QString& language) {
  if (language == language_) return;
  language_ = language;
  rehighlight();
  Q_EMIT languageChanged();
}

void CodeHighlighter::set_initial_state(int state) {
  if (state == initial_state_) return;
  initial_state_ = state;
  rehighlight();
  Q_EMIT initialStateChanged();
}

void CodeHighlighter::set_colors(const QList<QColor>& colors) {
  if (colors == colors_) return;
  colors_ = colors;
  rehighlight();
  Q_EMIT colorsChanged();
}

void CodeHighlighter::highlightBlock(const QString& line) {
  const Language* known = find_language(language_);
  if (known == nullptr) return;
  const bool first = !currentBlock().previous().isValid();
  const HighlightedLine colored =
      highlight_line(*known, line, first ? initial_state_ : std::max(0, previousBlockState()));
  setCurrentBlockState(colored.state);
  for (const HighlightSpan& span : colored.spans)
    setFormat(int(span.begin), int(span.length), colors_.value(int(span.kind)));
}

}  // namespace canter::ui
