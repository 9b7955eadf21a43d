#pragma once

#include <QString>

namespace canter::ui {

/// Which way a text is read, by its first letter; auto: it has none.
Qt::LayoutDirection text_direction(const QString& text);

}  // namespace canter::ui
