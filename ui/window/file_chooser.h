#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QWindow>
#include <utility>

class QFileDialog;

namespace canter::ui {

/// The system's dialog for choosing a file or a folder, or for saving, where it has one, else Qt's
/// own.
class FileChooser : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  /// `filters` as QFileDialog has them: `Models (*.gguf)`.
  FileChooser(QString title, QStringList filters, QObject* parent = nullptr);
  /// Chooses a folder.
  explicit FileChooser(QString title) : FileChooser(std::move(title), {}) {}
  ~FileChooser() override;

  /// Shows the dialog and returns at once.
  Q_INVOKABLE void choose(QWindow* above);
  /// The same for a file that is to be written; `name` is suggested, `filter` as above. Asks before
  /// a file is replaced.
  void save(QWindow* above, const QString& name, const QString& filter);

 Q_SIGNALS:
  void chosen(const QUrl& file);

 private:
  void show(QWindow* above);

  QString title_;
  QStringList filters_;
  QPointer<QFileDialog> dialog_;
};

}  // namespace canter::ui
