#pragma once

#include <QByteArray>
#include <QString>

#include "blocks/math_spans.h"

namespace canter::ui {

/// What stands between the marks of a formula.
QString formula_source(const QByteArray& utf8, const MathSpan& span);

/// Bytes of the signs at `begin` and before `end` that must not begin a line, such as a comma.
qsizetype closing_signs(const QByteArray& utf8, qsizetype begin, qsizetype end);

/// Rich text of a formula within other text and of the `signs` bytes of signs behind it; readable
/// text where it cannot be set. What stands directly before it stays on its line.
QString inline_math(const QByteArray& utf8, const MathSpan& span, qsizetype signs);

}  // namespace canter::ui
