#include <algorithm>

#include "math/layouter.h"

namespace canter::ui::math {
namespace {

/// On both sides of a fraction.
constexpr double kBesideFraction = 0.12;
/// Between a frame and what is in it.
constexpr double kFrameGap = 0.3;
/// How much longer than its labels an arrow is.
constexpr double kArrowEnds = 0.9;

}  // namespace

Box Layouter::fraction(const Node& node, Style style) const {
  const Box above = box(node.children[0], style.above_bar());
  const Box below = box(node.children[1], style.below_bar());
  const bool bar = node.amount > 0, large = style.display();
  const double edge = kBesideFraction * scale(style);
  const double inner = std::max(above.width, below.width);
  const double rule = bar ? measure(Constant::kFractionRule, style) : 0;
  double up = 0, down = 0;
  if (bar) {
    const double middle = axis(style);
    up = std::max(
        measure(large ? Constant::kNumeratorDisplayShiftUp : Constant::kNumeratorShiftUp, style),
        middle + rule / 2 + above.depth +
            measure(large ? Constant::kNumeratorDisplayGapMin : Constant::kNumeratorGapMin, style));
    down = std::max(
        measure(large ? Constant::kDenominatorDisplayShiftDown : Constant::kDenominatorShiftDown,
                style),
        below.height - middle + rule / 2 +
            measure(large ? Constant::kDenominatorDisplayGapMin : Constant::kDenominatorGapMin,
                    style));
  } else {
    up = measure(large ? Constant::kStackTopDisplayShiftUp : Constant::kStackTopShiftUp, style);
    down = measure(large ? Constant::kStackBottomDisplayShiftDown : Constant::kStackBottomShiftDown,
                   style);
    const double gap = (up - above.depth) - (below.height - down);
    const double missing =
        measure(large ? Constant::kStackDisplayGapMin : Constant::kStackGapMin, style) - gap;
    if (missing > 0) {
      up += missing / 2;
      down += missing / 2;
    }
  }
  Box whole;
  whole.width = inner + 2 * edge;
  whole.put(above, edge + (inner - above.width) / 2, -up);
  whole.put(below, edge + (inner - below.width) / 2, down);
  whole.cover(above, -up);
  whole.cover(below, down);
  if (bar) whole.rules.push_back({edge, -axis(style) - rule / 2, inner, rule});
  return whole;
}

Box Layouter::radical(const Node& node, Style style) const {
  const Box inside = box(node.children[0], style.crampedly());
  const double rule = measure(Constant::kRadicalRule, style);
  double gap =
      measure(style.display() ? Constant::kRadicalDisplayGap : Constant::kRadicalGap, style);
  const double em = scale(style);
  const double wanted = inside.height + inside.depth + gap + rule;
  const Glyph glyph = font_.glyph(U'√');
  const Box hook =
      parts(font_.stretched(glyph, Direction::kVertical, wanted / em), Direction::kVertical, em);
  const double size = hook.height + hook.depth;
  if (size > wanted) gap += (size - wanted) / 2;
  const double top = inside.height + gap + rule;
  Box whole;
  double x = 0;
  if (!node.children[1].empty()) {
    const Box degree = box(node.children[1], {3, false});
    const double before = measure(Constant::kRadicalKernBeforeDegree, style);
    const double after = measure(Constant::kRadicalKernAfterDegree, style);
    const double bottom = top - size;
    const double raise = bottom + font_.constant(Constant::kRadicalDegreeRaisePercent) * size;
    x = std::max(0.0, before + degree.width + after);
    const double left = x - after - degree.width;
    whole.put(degree, left, -(raise + degree.depth));
    whole.cover(degree, -(raise + degree.depth));
  }
  whole.put(hook, x, hook.height - top);
  whole.cover(hook, hook.height - top);
  x += hook.width;
  whole.rules.push_back({x, -top, inside.width, rule});
  whole.put(inside, x, 0);
  whole.cover(inside, 0);
  whole.height = std::max(whole.height, top + measure(Constant::kRadicalExtraAscender, style));
  whole.width = x + inside.width;
  return whole;
}

Box Layouter::accent(const Node& node, Style style) const {
  const Box base = box(node.children[0], style.crampedly());
  Glyph mark = font_.glyph(node.code);
  if (mark == 0) return base;
  const double em = scale(style);
  const Glyph letter = single_glyph(node.children[0], style);
  const double place =
      letter != 0 ? font_.accent_place(letter) * em : (base.width + base.italic) / 2;
  if (node.amount > 0) mark = font_.within_width(mark, base.width / em);
  const Box above = sign(mark, em);
  const double y =
      -(base.height - std::min(base.height, measure(Constant::kAccentBaseHeight, style)));
  Box whole = base;
  whole.put(above, place - font_.accent_place(mark) * em, y);
  whole.cover(above, y);
  return whole;
}

Box Layouter::bar(const Node& node, Style style) const {
  const bool over = node.amount > 0;
  const Box base = box(node.children[0], over ? style.crampedly() : style);
  const double rule = measure(over ? Constant::kOverbarRule : Constant::kUnderbarRule, style);
  const double gap = measure(over ? Constant::kOverbarGap : Constant::kUnderbarGap, style);
  const double edge =
      measure(over ? Constant::kOverbarExtraAscender : Constant::kUnderbarExtraDescender, style);
  Box whole = base;
  whole.italic = 0;
  whole.rules.push_back(
      {0, over ? -(base.height + gap + rule) : base.depth + gap, base.width, rule});
  (over ? whole.height : whole.depth) += gap + rule + edge;
  return whole;
}

Box Layouter::stretched(const Node& node, Style style) const {
  const Box base = box(node.children[0], style);
  const Glyph glyph = font_.glyph(node.code);
  if (glyph == 0) return base;
  const double em = scale(style);
  const Box sign = parts(font_.stretched(glyph, Direction::kHorizontal, base.width / em),
                         Direction::kHorizontal, em);
  const double gap = measure(Constant::kOverbarGap, style);
  const double y =
      node.amount > 0 ? -(base.height + gap + sign.depth) : base.depth + gap + sign.height;
  Box whole;
  whole.width = std::max(base.width, sign.width);
  whole.put(base, (whole.width - base.width) / 2, 0);
  whole.cover(base, 0);
  whole.put(sign, (whole.width - sign.width) / 2, y);
  whole.cover(sign, y);
  return whole;
}

Box Layouter::arrow(const Node& node, Style style) const {
  const Box above = box(node.children[0], style.raised());
  const Box below = box(node.children[1], style.lowered());
  const Glyph glyph = font_.glyph(node.code);
  if (glyph == 0) return words({node.code}, style);
  const double em = scale(style);
  const double wanted = std::max(above.width, below.width) + kArrowEnds * em;
  const Box line = parts(font_.stretched(glyph, Direction::kHorizontal, wanted / em),
                         Direction::kHorizontal, em);
  const double width = std::max(line.width, wanted);
  const double gap = measure(Constant::kUpperLimitGapMin, style);
  Box whole;
  whole.width = width;
  whole.put(line, (width - line.width) / 2, 0);
  whole.cover(line, 0);
  if (!node.children[0].empty()) {
    const double y = -(line.height + gap + above.depth);
    whole.put(above, (width - above.width) / 2, y);
    whole.cover(above, y);
  }
  if (!node.children[1].empty()) {
    const double y = line.depth + gap + below.height;
    whole.put(below, (width - below.width) / 2, y);
    whole.cover(below, y);
  }
  return whole;
}

/// Frames, lines across, and what is only as large as something.
Box Layouter::decorated(const Node& node, Style style) const {
  const Box base = box(node.children[0], style);
  const double rule = measure(Constant::kFractionRule, style);
  if (node.kind == Node::Kind::kStruck) {
    Box whole = base;
    whole.strokes.push_back({0, base.depth, base.width, -base.height, rule});
    return whole;
  }
  Box whole;
  if (node.kind == Node::Kind::kPhantom) {
    if (node.level != 2) whole.width = base.width;
    if (node.level != 1) whole.cover(base, 0);
    return whole;
  }
  const double edge = kFrameGap * scale(style);
  whole.width = base.width + 2 * edge;
  whole.put(base, edge, 0);
  whole.height = base.height + edge;
  whole.depth = base.depth + edge;
  const double tall = whole.height + whole.depth;
  whole.rules.push_back({0, -whole.height, whole.width, rule});
  whole.rules.push_back({0, whole.depth - rule, whole.width, rule});
  whole.rules.push_back({0, -whole.height, rule, tall});
  whole.rules.push_back({whole.width - rule, -whole.height, rule, tall});
  return whole;
}

}  // namespace canter::ui::math
