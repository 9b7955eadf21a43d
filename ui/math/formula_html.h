#pragma once

#include <QString>
#include <QTextFormat>
#include <memory>

#include "math/formula.h"

class QTextDocument;

/// Formulas as part of rich text: an image of nothing, which says what stands there, keeps the
/// place of each piece.
namespace canter::ui::math {

/// Signs without width. One behind a formula gives its line the height of the text, besides.
inline constexpr QChar kMayBreak(0x200B);
inline constexpr QChar kNoBreak(0x2060);

/// A formula with all its pieces; empty: it cannot be set.
QString formula_html(const QString& tex, bool display);

/// Rich text with room for the formulas in it. Their baseline is the image's bottom or, where its
/// alignment says so, its middle. `ascent`: a document that draws them itself needs such images to
/// reach as high as its font.
QString with_room(const QString& html, double text_size, double ascent = 0);

/// Lets a document with such images draw them itself, black, as it must be on paper.
void draw_formulas_of(QTextDocument& document, double text_size);

/// The piece of a formula that an image stands for.
struct FormulaPlace {
  std::shared_ptr<const Formula> formula;
  std::size_t piece = 0;

  FormulaPlace(const QString& title, const QString& tex);
  explicit FormulaPlace(const QTextCharFormat& image);
  /// Null: it stands for none.
  const Box* box() const;
};

}  // namespace canter::ui::math
