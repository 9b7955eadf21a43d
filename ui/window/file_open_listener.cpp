#include "window/file_open_listener.h"

#include <QCoreApplication>
#include <QFileOpenEvent>

namespace canter::ui {

FileOpenListener::FileOpenListener(QObject* parent) : QObject(parent) {
  QCoreApplication::instance()->installEventFilter(this);
}

bool FileOpenListener::eventFilter(QObject* receiver, QEvent* event) {
  if (event->type() != QEvent::FileOpen) return QObject::eventFilter(receiver, event);
  Q_EMIT asked(static_cast<QFileOpenEvent*>(event)->url());
  return true;
}

}  // namespace canter::ui
