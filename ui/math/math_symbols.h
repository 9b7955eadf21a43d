#pragma once

#include <QHash>
#include <QString>

namespace canter::ui {

/// What a command of LaTeX without arguments stands for; null: not known.
QString math_symbol(const QString& command);
/// A character raised or lowered; null where Unicode has none.
QChar superscript(QChar c);
QChar subscript(QChar c);
/// A letter in the style of \mathbb, \mathcal, \mathfrak or \mathbf; itself where there is none.
QString math_letter(const QString& style, QChar letter);
/// The combining mark of \hat, \bar and the like; null: not known.
QChar math_accent(const QString& command);

}  // namespace canter::ui
