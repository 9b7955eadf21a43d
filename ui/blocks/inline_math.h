#pragma once

#include <QByteArray>
#include <QString>

#include "blocks/math_spans.h"

namespace canter::ui {

/// What stands between the marks of a formula.
QString formula_source(const QByteArray& utf8, const MathSpan& span);

/// Rich text of a formula within other text; readable text where it cannot be set. What stands
/// directly before it stays on its line.
QString inline_math(const QByteArray& utf8, const MathSpan& span);

}  // namespace canter::ui
