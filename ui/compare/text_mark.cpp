#include "compare/text_mark.h"

#include <QTextBlock>
#include <algorithm>

namespace canter::ui {

class TextMark::Highlighter : public QSyntaxHighlighter {
 public:
  Highlighter(const TextMark& mark, QTextDocument* document)
      : QSyntaxHighlighter(document), mark_(&mark) {}

 protected:
  void highlightBlock(const QString& text) override {
    if (!mark_) return;
    const int start = currentBlock().position();
    const int from = std::max(0, mark_->from_ - start);
    const int to = std::min(int(text.size()), mark_->to_ - start);
    if (from >= to) return;
    QTextCharFormat format;
    format.setForeground(mark_->color_);
    format.setBackground(mark_->background_);
    setFormat(from, to - from, format);
  }

 private:
  QPointer<const TextMark> mark_;
};

TextMark::TextMark(QObject* parent) : QObject(parent) {
  connect(this, &TextMark::changed, this, [this] {
    if (highlighter_) highlighter_->rehighlight();
  });
}

void TextMark::set_document(QQuickTextDocument* document) {
  if (document == document_) return;
  delete highlighter_;
  document_ = document;
  if (document) highlighter_ = new Highlighter(*this, document->textDocument());
  Q_EMIT changed();
}

}  // namespace canter::ui
