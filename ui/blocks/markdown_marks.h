#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <vector>

#include "blocks/math_spans.h"

namespace canter::ui {

/// Stand for mathematics and for cuts in what md4c is given, byte for byte.
inline constexpr char kMath = '\x01';
inline constexpr char kOtherMath = '\x02';
inline constexpr char kCut = '\x03';

/// What md4c is given: control characters and carriage returns gone, mathematics and cuts replaced
/// by bytes that mean nothing to it. Endless lines are cut at a blank.
QByteArray mark_source(const QByteArray& source, const std::vector<MathSpan>& math);

/// How long HTML's line break is that begins there, as people and models write it: `<br>`, `<br/>`,
/// `<BR />`, `</br>`. 0: there is none. `text` ends with a zero.
qsizetype break_tag(const char* text);

/// A part of a table's code, where a bar is written `\|`.
QByteArray without_escaped_bars(const QByteArray& source, qsizetype begin, qsizetype end);

/// Where the character begins that this byte is part of.
qsizetype character_start(QByteArrayView utf8, qsizetype at);

}  // namespace canter::ui
