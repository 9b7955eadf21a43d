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
  /// Drafted words are marked in answers.
  Q_PROPERTY(
      bool draftsMarked READ drafts_marked WRITE set_drafts_marked NOTIFY draftsMarkedChanged)

 public:
  explicit WindowSettings(const QString& file, QObject* parent = nullptr);

  bool sidebar_folded() const;
  void set_sidebar_folded(bool folded);

  bool drafts_marked() const;
  void set_drafts_marked(bool marked);

  /// Leaves the window as it is when nothing was kept or no screen shows the place any more.
  void restore(QQuickWindow& window) const;
  void keep(const QQuickWindow& window);

 Q_SIGNALS:
  void sidebarFoldedChanged();
  void draftsMarkedChanged();

 private:
  QSettings settings_;
};

}  // namespace canter::ui
