#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSettings>

class QQuickWindow;

namespace canter::ui {

/// Size, place and sidebar of the window, kept from one run to the next.
class WindowSettings : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(
      bool sidebarFolded READ sidebar_folded WRITE set_sidebar_folded NOTIFY sidebarFoldedChanged)

 public:
  explicit WindowSettings(const QString& file, QObject* parent = nullptr);

  bool sidebar_folded() const;
  void set_sidebar_folded(bool folded);

  /// Leaves the window as it is when nothing was kept or no screen shows the place any more.
  void restore(QQuickWindow& window) const;
  void keep(const QQuickWindow& window);

 Q_SIGNALS:
  void sidebarFoldedChanged();

 private:
  QSettings settings_;
};

}  // namespace canter::ui
