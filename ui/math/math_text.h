#pragma once

#include <QString>

namespace canter::ui {

/// LaTeX as Unicode, as far as Unicode goes: Greek, operators, arrows, scripts, fractions, roots,
/// matrices and cases line by line. What it does not know stays as it was written.
QString math_text(const QString& latex);

}  // namespace canter::ui
