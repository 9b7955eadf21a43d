#include "math/formula.h"

#include <QCache>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <cmath>

#include "math/layout.h"
#include "math/parser.h"

namespace canter::ui::math {
namespace {

/// In em; what is larger is shown as text.
constexpr double kWidest = 200;
constexpr double kLargestArea = 4000;
/// Signs of all formulas that are kept.
constexpr int kKeptSigns = 200'000;
/// The size in which words are measured.
constexpr int kMeasured = 100;

QFont words_font(double pixel_size) {
  QFont font = QGuiApplication::font();
  font.setPixelSize(std::max(1, int(std::lround(pixel_size))));
  return font;
}

Extents measure_words(const std::u32string& text) {
  // A program without a window has no fonts.
  if (qGuiApp == nullptr)
    return {0.5 * double(text.size()), 0, 0.5 * double(text.size()), 0.8, 0.2};
  const QFontMetricsF metrics(words_font(kMeasured));
  Extents extents;
  extents.advance = metrics.horizontalAdvance(QString::fromStdU32String(text)) / kMeasured;
  extents.right = extents.advance;
  extents.height = metrics.ascent() / kMeasured;
  extents.depth = metrics.descent() / kMeasured;
  return extents;
}

/// Moves a formula whose first signs lean over its left end, as f does, into its box.
void clear_left(Box& box) {
  double left = 0;
  for (const Box::Sign& sign : box.signs)
    left = std::min(left, sign.x + math_font()->extents(sign.glyph).left * sign.scale);
  if (left >= 0) return;
  Box moved;
  moved.put(box, -left, 0);
  moved.cover(box, 0);
  moved.width = box.width - left;
  box = std::move(moved);
}

std::shared_ptr<const Formula> set(const QString& tex, bool display) {
  const Font* font = math_font();
  if (font == nullptr) return nullptr;
  const auto tree = parse(tex.toStdU32String());
  if (!tree) return nullptr;
  const LayoutOptions options{display, measure_words};
  auto formula = std::make_shared<Formula>();
  if (display)
    formula->pieces = {lay_out(*tree, *font, options)};
  else
    formula->pieces = lay_out_pieces(*tree, *font, options);
  for (Box& box : formula->pieces) {
    clear_left(box);
    const double tall = box.height + box.depth;
    if (box.width > kWidest || tall > kWidest || box.width * tall > kLargestArea) return nullptr;
  }
  return formula;
}

int cost(const std::shared_ptr<const Formula>& formula) {
  int signs = 1;
  if (formula)
    for (const Box& box : formula->pieces) signs += int(box.signs.size());
  return signs;
}

const QPainterPath& outline(Glyph glyph) {
  static QHash<Glyph, QPainterPath> known;
  auto found = known.find(glyph);
  if (found == known.end()) found = known.insert(glyph, math_font()->outline(glyph));
  return *found;
}

}  // namespace

std::shared_ptr<const Formula> find_formula(const QString& tex, bool display) {
  static QCache<QString, std::shared_ptr<const Formula>> kept(kKeptSigns);
  const QString key = (display ? u'd' : u't') + tex;
  if (const auto* found = kept.object(key)) return *found;
  auto formula = set(tex, display);
  kept.insert(key, new std::shared_ptr<const Formula>(formula), cost(formula));
  return formula;
}

double em_in_text(double pixel_size) {
  return 1.12 * pixel_size;
}

void draw(QPainter& painter, const Box& box, QPointF at, double em, const QColor& color) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double device = std::max(1e-6, std::abs(painter.deviceTransform().m22()));
  const auto snapped = [&](double value) { return std::round(value * device) / device; };
  const QPointF origin(at.x(), snapped(at.y()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  for (const Box::Rule& rule : box.rules) {
    const double left = origin.x() + rule.x * em, top = origin.y() + rule.y * em;
    const bool lies = rule.width >= rule.height;
    const double thick = std::max(1 / device, snapped((lies ? rule.height : rule.width) * em));
    painter.fillRect(lies ? QRectF(left, snapped(top), rule.width * em, thick)
                          : QRectF(snapped(left), top, thick, rule.height * em),
                     color);
  }
  for (const Box::Stroke& stroke : box.strokes) {
    painter.setPen(QPen(color, std::max(1.0, stroke.width * em)));
    painter.drawLine(origin + em * QPointF(stroke.x1, stroke.y1),
                     origin + em * QPointF(stroke.x2, stroke.y2));
    painter.setPen(Qt::NoPen);
  }
  for (const Box::Sign& sign : box.signs) {
    const double size = em * sign.scale;
    const QTransform place(size, 0, 0, size, origin.x() + sign.x * em, origin.y() + sign.y * em);
    painter.drawPath(place.map(outline(sign.glyph)));
  }
  painter.setPen(color);
  for (const Box::Words& words : box.words) {
    painter.setFont(words_font(em * words.scale));
    painter.drawText(origin + em * QPointF(words.x, words.y),
                     QString::fromStdU32String(words.text));
  }
  painter.restore();
}

}  // namespace canter::ui::math
