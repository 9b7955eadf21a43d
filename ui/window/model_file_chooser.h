#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QWindow>

class QFileDialog;

namespace canter::ui {

/// The system's dialog for opening a file, where it has one, else Qt's own.
class ModelFileChooser : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  using QObject::QObject;
  ~ModelFileChooser() override;

  /// Shows the dialog and returns at once.
  Q_INVOKABLE void choose(QWindow* above);

 Q_SIGNALS:
  void chosen(const QUrl& file);

 private:
  QPointer<QFileDialog> dialog_;
};

}  // namespace canter::ui
