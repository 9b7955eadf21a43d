#include "blocks/text_direction.h"

namespace canter::ui {

Qt::LayoutDirection text_direction(const QString& text) {
  for (const QChar c : text) {
    const QChar::Direction direction = c.direction();
    if (direction == QChar::DirL) return Qt::LeftToRight;
    if (direction == QChar::DirR || direction == QChar::DirAL) return Qt::RightToLeft;
  }
  return Qt::LayoutDirectionAuto;
}

}  // namespace canter::ui
