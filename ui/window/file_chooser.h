#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QWindow>
#include <functional>

class QFileDialog;

namespace canter::ui {

/// The system's dialog for choosing a file or a folder, or for saving, where it has one, else Qt's
/// own.
class FileChooser : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  /// Both are asked each time, in the language of then.
  using Title = std::function<QString()>;
  using Filters = std::function<QStringList()>;

  /// `filters` as QFileDialog has them: `Models (*.gguf)`. Without any it chooses a folder.
  explicit FileChooser(Title title, Filters filters = {}, QObject* parent = nullptr);
  ~FileChooser() override;

  /// Shows the dialog and returns at once.
  Q_INVOKABLE void choose(QWindow* above);
  /// The same for a file that is to be written; `name` is suggested, `filter` as above. Asks before
  /// a file is replaced.
  void save(QWindow* above, const QString& name, const QString& filter);

 Q_SIGNALS:
  void chosen(const QUrl& file);

 private:
  void make_dialog();
  void show(QWindow* above);

  Title title_;
  Filters filters_;
  QPointer<QFileDialog> dialog_;
};

}  // namespace canter::ui
