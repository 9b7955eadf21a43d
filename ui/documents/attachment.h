#pragma once

#include <QCoreApplication>

namespace canter::ui {

/// The words about files that people attach.
struct Attachment {
  Q_DECLARE_TR_FUNCTIONS(Attachment)
};

}  // namespace canter::ui
