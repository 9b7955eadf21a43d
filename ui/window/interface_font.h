#pragma once

#include <QFont>

namespace canter::ui {

/// The system's, with families for what it lacks that suit the default locale. `percent`: of the
/// usual size.
QFont interface_font(int percent);

}  // namespace canter::ui
