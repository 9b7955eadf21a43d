#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QWindow>

class QFileDialog;

namespace canter::ui {

/// The system's dialog for opening a file, where it has one, else Qt's own.
class FileChooser : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  /// `filters` as QFileDialog has them: `Models (*.gguf)`.
  FileChooser(QString title, QStringList filters, QObject* parent = nullptr);
  ~FileChooser() override;

  /// Shows the dialog and returns at once.
  Q_INVOKABLE void choose(QWindow* above);

 Q_SIGNALS:
  void chosen(const QUrl& file);

 private:
  QString title_;
  QStringList filters_;
  QPointer<QFileDialog> dialog_;
};

}  // namespace canter::ui
