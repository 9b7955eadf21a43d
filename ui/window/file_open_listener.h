#pragma once

#include <QObject>
#include <QUrl>

namespace canter::ui {

/// Hears which files the system asks the application to open, as the Finder of macOS does.
class FileOpenListener : public QObject {
  Q_OBJECT

 public:
  /// Needs a QApplication.
  explicit FileOpenListener(QObject* parent = nullptr);

  bool eventFilter(QObject* receiver, QEvent* event) override;

 Q_SIGNALS:
  void asked(const QUrl& file);
};

}  // namespace canter::ui
