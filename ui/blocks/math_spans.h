#pragma once

#include <QByteArray>
#include <utility>
#include <vector>

namespace canter::ui {

/// Mathematics in a Markdown source.
struct MathSpan {
  qsizetype begin = 0;  ///< of the opening mark
  qsizetype end = 0;    ///< behind the closing mark
  int mark = 0;         ///< bytes of either mark
  bool display = false;

  bool operator==(const MathSpan&) const = default;
};

/// Byte ranges of a text, [begin, end), in order and apart.
using Ranges = std::vector<std::pair<qsizetype, qsizetype>>;

/// In `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, outside code. One dollar opens and closes on the same
/// line by pandoc's rule (tex_math_dollars): it opens only before and closes only behind something
/// that is no blank, and does not close before a digit. So that prices and the variables of shells
/// are none, besides: it opens behind a letter or digit only before `\`, `^`, `_` or `{`, and never
/// before signs that begin no formula, such as `/` and `,`; it closes before a letter only behind a
/// letter, a digit or a closing bracket; and amounts with words between them are two prices. More
/// than two dollars in a row are none. `fenced`: becomes the lines that were taken for fenced code.
std::vector<MathSpan> find_math(const QByteArray& utf8, Ranges* fenced = nullptr);

}  // namespace canter::ui
