#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "session/session.h"

namespace canter::ui {

/// What models there are, and what is known of them.
class ModelsController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  explicit ModelsController(Session& session, QObject* parent = nullptr);

 private:
  Session& session_;
};

}  // namespace canter::ui
