#include "theme/line_spacing.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace canter::ui {

void LineSpacing::set_document(QQuickTextDocument* document) {
  if (document == document_) return;
  if (document_) disconnect(document_->textDocument(), nullptr, this, nullptr);
  document_ = document;
  if (document_) {
    connect(document_->textDocument(), &QTextDocument::contentsChanged, this, &LineSpacing::apply);
  }
  apply();
  Q_EMIT documentChanged();
}

void LineSpacing::set_height(qreal height) {
  if (height == height_) return;
  height_ = height;
  apply();
  Q_EMIT heightChanged();
}

// Changing a format announces changed contents once more, when nothing is left to do.
void LineSpacing::apply() {
  if (!document_ || height_ <= 0) return;
  QTextDocument* text = document_->textDocument();
  for (QTextBlock block = text->begin(); block.isValid(); block = block.next()) {
    const bool images = block.text().contains(QChar::ObjectReplacementCharacter);
    const int kind = images ? QTextBlockFormat::MinimumHeight : QTextBlockFormat::FixedHeight;
    const QTextBlockFormat now = block.blockFormat();
    if (now.lineHeight() == height_ && now.lineHeightType() == kind) continue;
    QTextBlockFormat format;
    format.setLineHeight(height_, kind);
    QTextCursor(block).mergeBlockFormat(format);
  }
}

}  // namespace canter::ui
