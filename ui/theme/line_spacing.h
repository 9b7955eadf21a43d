#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>

namespace canter::ui {

/// Gives the lines of a TextEdit, which has no such property of its own, a fixed distance. Lines of
/// paragraphs with images in them are higher where these are.
class LineSpacing : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickTextDocument* document READ document WRITE set_document NOTIFY documentChanged)
  Q_PROPERTY(qreal height READ height WRITE set_height NOTIFY heightChanged)

 public:
  using QObject::QObject;

  QQuickTextDocument* document() const { return document_; }
  void set_document(QQuickTextDocument* document);
  qreal height() const { return height_; }
  void set_height(qreal height);

 Q_SIGNALS:
  void documentChanged();
  void heightChanged();

 private:
  void apply();

  QPointer<QQuickTextDocument> document_;
  qreal height_ = 0;
};

}  // namespace canter::ui
