#include "chat/thought.h"

#include <QClipboard>
#include <QGuiApplication>

namespace canter::ui {

void Thought::set_unfolded(bool unfolded) {
  if (unfolded == unfolded_) return;
  if (blocks_.text().isEmpty()) blocks_.append(said_.text(), said_.drafted());
  unfolded_ = unfolded;
  Q_EMIT unfoldedChanged();
}

void Thought::append(const StreamedText& piece, qint64 milliseconds) {
  if (piece.empty()) return;
  said_.append(piece);
  if (!blocks_.text().isEmpty()) blocks_.append(piece.text(), piece.drafted());
  milliseconds_ = milliseconds;
  running_ = true;
  Q_EMIT changed();
}

void Thought::pause() {
  if (!running_) return;
  running_ = false;
  Q_EMIT changed();
}

void Thought::finish(const QString& text, qint64 milliseconds) {
  if (text != said_.text()) said_ = StreamedText(text);
  if (!blocks_.text().isEmpty()) blocks_.set_text(text);
  milliseconds_ = milliseconds;
  running_ = false;
  Q_EMIT changed();
}

void Thought::copy() const {
  QGuiApplication::clipboard()->setText(text());
}

}  // namespace canter::ui
