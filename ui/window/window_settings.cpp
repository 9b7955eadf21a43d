#include "window/window_settings.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QScreen>
#include <algorithm>

namespace canter::ui {
namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kMaximized = QStringLiteral("window/maximized");
const QString kDraftsMarked = QStringLiteral("chat/draftsMarked");
const QString kSidebarFolded = QStringLiteral("sidebar/folded");

}  // namespace

WindowSettings::WindowSettings(const QString& file, QObject* parent)
    : QObject(parent), settings_(file, QSettings::IniFormat) {}

bool WindowSettings::sidebar_folded() const {
  return settings_.value(kSidebarFolded).toBool();
}

void WindowSettings::set_sidebar_folded(bool folded) {
  if (folded == sidebar_folded()) return;
  settings_.setValue(kSidebarFolded, folded);
  Q_EMIT sidebarFoldedChanged();
}

bool WindowSettings::drafts_marked() const {
  return settings_.value(kDraftsMarked).toBool();
}

void WindowSettings::set_drafts_marked(bool marked) {
  if (marked == drafts_marked()) return;
  settings_.setValue(kDraftsMarked, marked);
  Q_EMIT draftsMarkedChanged();
}

void WindowSettings::restore(QQuickWindow& window) const {
  const QRect geometry = settings_.value(kGeometry).toRect();
  const auto screens = QGuiApplication::screens();
  const bool can_be_seen = std::any_of(screens.begin(), screens.end(), [&](const QScreen* screen) {
    return screen->availableGeometry().contains(geometry.center());
  });
  if (geometry.isValid() && can_be_seen) window.setGeometry(geometry);
  if (settings_.value(kMaximized).toBool()) window.setWindowStates(Qt::WindowMaximized);
}

void WindowSettings::keep(const QQuickWindow& window) {
  const bool maximized = window.windowStates().testFlag(Qt::WindowMaximized);
  settings_.setValue(kMaximized, maximized);
  if (window.windowStates() == Qt::WindowNoState) settings_.setValue(kGeometry, window.geometry());
}

}  // namespace canter::ui
