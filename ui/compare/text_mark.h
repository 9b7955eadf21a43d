#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>

namespace canter::ui {

/// Marks a stretch of a TextEdit's text with a background, without changing the text.
class TextMark : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickTextDocument* document READ document WRITE set_document NOTIFY changed)
  /// In characters; nothing is marked where both are the same.
  Q_PROPERTY(int from MEMBER from_ NOTIFY changed)
  Q_PROPERTY(int to MEMBER to_ NOTIFY changed)
  Q_PROPERTY(QColor color MEMBER color_ NOTIFY changed)
  Q_PROPERTY(QColor background MEMBER background_ NOTIFY changed)

 public:
  explicit TextMark(QObject* parent = nullptr);

  QQuickTextDocument* document() const { return document_; }
  void set_document(QQuickTextDocument* document);

 Q_SIGNALS:
  void changed();

 private:
  class Highlighter;

  QPointer<QQuickTextDocument> document_;
  QPointer<QSyntaxHighlighter> highlighter_;
  int from_ = 0;
  int to_ = 0;
  QColor color_;
  QColor background_;
};

}  // namespace canter::ui
