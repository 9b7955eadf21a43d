#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <memory>
#include <vector>

#include "math/box.h"

class QPainter;

namespace canter::ui::math {

/// A formula that is set, to be drawn in any size.
struct Formula {
  std::vector<Box> pieces;  ///< lines may break between them; displayed ones are in one
};

/// Of LaTeX, without the marks around it; kept, so that asking again costs nothing. Null: it cannot
/// be set, since it is too large or the program has no font for it.
std::shared_ptr<const Formula> find_formula(const QString& tex, bool display);

/// How large an em of formulas is in a text of this size, so that letters look as large.
double em_in_text(double pixel_size);

/// Draws with the baseline's left end there, `em` pixels large. Lines are as sharp as the device
/// allows.
void draw(QPainter& painter, const Box& box, QPointF at, double em, const QColor& color);

}  // namespace canter::ui::math
