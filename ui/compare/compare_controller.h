#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "session/session.h"

namespace canter::ui {

/// Plain and accelerated answers to the same prompt, side by side.
class CompareController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

 public:
  explicit CompareController(Session& session, QObject* parent = nullptr);

 private:
  Session& session_;
};

}  // namespace canter::ui
