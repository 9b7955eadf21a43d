#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "session/session.h"

namespace canter::ui {

/// How Canter looks and computes.
class SettingsController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  explicit SettingsController(Session& session, QObject* parent = nullptr);

 private:
  Session& session_;
};

}  // namespace canter::ui
