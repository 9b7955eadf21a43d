#include "math/formula_item.h"

#include <QPainter>
#include <cmath>

namespace canter::ui::math {

FormulaItem::FormulaItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
}

void FormulaItem::set_source(const QString& source) {
  if (source == source_) return;
  source_ = source;
  set_piece(find_formula(source, true), 0);
  Q_EMIT sourceChanged();
}

void FormulaItem::set_piece(std::shared_ptr<const Formula> formula, std::size_t piece) {
  if (formula == formula_ && piece == piece_) return;
  formula_ = std::move(formula);
  piece_ = piece;
  measure();
}

void FormulaItem::set_text_size(qreal size) {
  if (size == text_size_) return;
  text_size_ = size;
  measure();
  Q_EMIT textSizeChanged();
}

void FormulaItem::set_color(const QColor& color) {
  if (color == color_) return;
  color_ = color;
  update();
  Q_EMIT colorChanged();
}

const Box* FormulaItem::box() const {
  return formula_ && piece_ < formula_->pieces.size() ? &formula_->pieces[piece_] : nullptr;
}

double FormulaItem::margin() const {
  return std::ceil(em_in_text(text_size_) / 5);
}

QPointF FormulaItem::origin() const {
  const Box* drawn = box();
  const double above = drawn ? drawn->height * em_in_text(text_size_) : 0;
  return {margin(), std::ceil(above) + margin()};
}

void FormulaItem::measure() {
  if (const Box* drawn = box()) {
    const double em = em_in_text(text_size_);
    setImplicitSize(std::ceil(drawn->width * em) + 2 * margin(),
                    origin().y() + std::ceil(drawn->depth * em) + margin());
  } else {
    setImplicitSize(0, 0);
  }
  update();
}

void FormulaItem::paint(QPainter* painter) {
  if (const Box* drawn = box()) draw(*painter, *drawn, origin(), em_in_text(text_size_), color_);
}

}  // namespace canter::ui::math
