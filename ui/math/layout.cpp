#include "math/layout.h"

#include <algorithm>
#include <array>

#include "math/layouter.h"

namespace canter::ui::math {
namespace {

constexpr double kThin = 3 / 18.0;
constexpr double kMedium = 4 / 18.0;
constexpr double kThick = 5 / 18.0;
/// A line may break behind a piece of so many em.
constexpr double kShortestPiece = 5;

/// The TeXbook, chapter 18: 1 thin, 2 medium, 3 thick; negative: none in scripts.
constexpr std::array<std::array<int, 8>, 8> kSpaces = {{
    // Ord Op Bin Rel Open Close Punct Inner
    {0, 1, -2, -3, 0, 0, 0, -1},      // ordinary
    {1, 1, 0, -3, 0, 0, 0, -1},       // operator
    {-2, -2, 0, 0, -2, 0, 0, -2},     // binary
    {-3, -3, 0, 0, -3, 0, 0, -3},     // relation
    {0, 0, 0, 0, 0, 0, 0, 0},         // opening
    {0, 1, -2, -3, 0, 0, 0, -1},      // closing
    {-1, -1, 0, -1, -1, -1, -1, -1},  // punctuation
    {-1, 1, -2, -3, -1, 0, -1, -1},   // inner
}};

double space_between(Atom left, Atom right, Style style) {
  if (left == Atom::kNone || right == Atom::kNone) return 0;
  const int kind = kSpaces[std::size_t(left)][std::size_t(right)];
  if (kind == 0 || (kind < 0 && style.level >= 2)) return 0;
  const int width = std::abs(kind);
  return width == 1 ? kThin : width == 2 ? kMedium : kThick;
}

/// What a binary operator is where it has nothing on one of its sides.
bool binary_may_follow(Atom left) {
  return left == Atom::kOrdinary || left == Atom::kClosing || left == Atom::kInner;
}
bool ends_binary(Atom right) {
  return right == Atom::kRelation || right == Atom::kClosing || right == Atom::kPunctuation;
}

}  // namespace

double Layouter::scale(Style style) const {
  if (style.level < 2) return 1;
  return font_.constant(style.level == 2 ? Constant::kScriptPercent
                                         : Constant::kScriptScriptPercent);
}

std::vector<Layouter::Item> Layouter::items(const std::vector<Node>& nodes, Style style) const {
  std::vector<Item> items;
  items.reserve(nodes.size());
  std::vector<Style> styles;
  for (const Node& node : nodes) {
    if (node.kind == Node::Kind::kStyle) {
      style = {node.level, style.cramped};
      continue;
    }
    items.push_back({node.atom, 0, box(node, style)});
    styles.push_back(style);
  }
  Item* before = nullptr;
  for (Item& item : items) {
    if (item.atom == Atom::kNone) continue;
    const Atom left = before == nullptr ? Atom::kOpening : before->atom;
    if (item.atom == Atom::kBinary && !binary_may_follow(left)) item.atom = Atom::kOrdinary;
    if (before != nullptr && left == Atom::kBinary && ends_binary(item.atom))
      before->atom = Atom::kOrdinary;
    before = &item;
  }
  if (before != nullptr && before->atom == Atom::kBinary) before->atom = Atom::kOrdinary;
  Atom left = Atom::kNone;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].atom == Atom::kNone) continue;
    items[i].space = space_between(left, items[i].atom, styles[i]) * scale(styles[i]);
    left = items[i].atom;
  }
  return items;
}

Box Layouter::row(const std::vector<Node>& nodes, Style style) const {
  if (nodes.size() == 1 && nodes.front().kind != Node::Kind::kStyle)
    return box(nodes.front(), style);
  Box whole;
  for (const Item& item : items(nodes, style)) {
    whole.width += item.space;
    whole.append(item.box);
    whole.italic = item.box.italic;
  }
  return whole;
}

Box Layouter::box(const Node& node, Style style) const {
  switch (node.kind) {
    case Node::Kind::kSymbol:
      return symbol(node, style);
    case Node::Kind::kWords:
      return words(node.text, style);
    case Node::Kind::kGroup:
      return row(node.children, style);
    case Node::Kind::kFraction:
      return fraction(node, style);
    case Node::Kind::kRadical:
      return radical(node, style);
    case Node::Kind::kScripts:
      return scripts(node, style);
    case Node::Kind::kAccent:
      return accent(node, style);
    case Node::Kind::kBar:
      return bar(node, style);
    case Node::Kind::kStretched:
      return stretched(node, style);
    case Node::Kind::kArrow:
      return arrow(node, style);
    case Node::Kind::kStacked:
      return limits(node, style);
    case Node::Kind::kFence:
      return fence(node, style);
    case Node::Kind::kDelimiter:
      return delimiter(node.code, node.amount * scale(style), style);
    case Node::Kind::kTable:
      return table(node, style);
    case Node::Kind::kSpace: {
      Box gap;
      gap.width = node.amount * scale(style);
      return gap;
    }
    case Node::Kind::kStyled:
      return box(node.children.front(), {node.level, style.cramped});
    case Node::Kind::kPhantom:
    case Node::Kind::kBoxed:
    case Node::Kind::kStruck:
      return decorated(node, style);
    case Node::Kind::kStyle:
      break;
  }
  return {};
}

// Signs and words --------------------------------------------------------------------------------

Box Layouter::sign(Glyph glyph, double scale) const {
  const Extents extents = font_.extents(glyph);
  Box box;
  box.width = extents.advance * scale;
  box.height = extents.height * scale;
  box.depth = extents.depth * scale;
  box.italic = font_.italic_correction(glyph) * scale;
  box.signs.push_back({glyph, 0, 0, scale});
  return box;
}

Glyph Layouter::single_glyph(const Node& node, Style style) const {
  if (node.kind == Node::Kind::kGroup && node.children.size() == 1)
    return single_glyph(node.children.front(), style);
  if (node.kind != Node::Kind::kSymbol) return 0;
  const Glyph glyph = font_.glyph(node.code);
  return glyph != 0 && style.level >= 2 ? font_.script_form(glyph, style.level - 1) : glyph;
}

Box Layouter::symbol(const Node& node, Style style) const {
  const Glyph glyph = single_glyph(node, style);
  if (glyph == 0) return words({node.code}, style);
  if (node.atom != Atom::kOperator) {
    Box box = sign(glyph, scale(style));
    box.width += box.italic;
    return box;
  }
  Box box = style.display()
                ? parts(font_.stretched(glyph, Direction::kVertical,
                                        font_.constant(Constant::kDisplayOperatorMinHeight)),
                        Direction::kVertical, scale(style))
                : sign(glyph, scale(style));
  const double shift = (box.height - box.depth) / 2 - axis(style);
  Box centred;
  centred.put(box, 0, shift);
  centred.cover(box, shift);
  centred.width = box.width;
  centred.italic = box.italic;
  return centred;
}

/// Runs of what the font has, and of what it has not.
Box Layouter::words(const std::u32string& text, Style style) const {
  Box whole;
  const double size = scale(style);
  std::u32string lacking;
  const auto flush = [&] {
    if (lacking.empty()) return;
    const Extents extents = measure_(lacking);
    Box box;
    box.width = extents.advance * size;
    box.height = extents.height * size;
    box.depth = extents.depth * size;
    box.words.push_back({std::exchange(lacking, {}), 0, 0, size});
    whole.append(box);
  };
  for (const char32_t c : text) {
    const Glyph glyph = c == U' ' ? 0 : font_.glyph(c);
    if (glyph != 0) {
      flush();
      whole.append(sign(glyph, size));
    } else if (c == U' ' && lacking.empty()) {
      whole.width += 0.25 * size;
    } else {
      lacking += c;
    }
  }
  flush();
  return whole;
}

// Scripts and limits -----------------------------------------------------------------------------

Box Layouter::scripts(const Node& node, Style style) const {
  const Node& base_node = node.children[0];
  const bool stacked =
      node.limits == Limits::kAlways || (node.limits == Limits::kInDisplay && style.display());
  if (stacked) return limits(node, style);
  Box base = box(base_node, style);
  const Glyph glyph = single_glyph(base_node, style);
  const bool leans = glyph != 0 && base_node.atom != Atom::kOperator;
  const Box below = box(node.children[1], style.lowered());
  const Box above = box(node.children[2], style.raised());
  const bool lowers = !node.children[1].empty(), raises = !node.children[2].empty();

  double up = std::max(
      {measure(style.cramped ? Constant::kSuperscriptShiftUpCramped : Constant::kSuperscriptShiftUp,
               style),
       base.height - measure(Constant::kSuperscriptBaselineDropMax, style),
       measure(Constant::kSuperscriptBottomMin, style) + above.depth});
  double down = std::max({measure(Constant::kSubscriptShiftDown, style),
                          base.depth + measure(Constant::kSubscriptBaselineDropMin, style),
                          below.height - measure(Constant::kSubscriptTopMax, style)});
  if (lowers && raises) {
    const double gap = (up - above.depth) - (below.height - down);
    double missing = measure(Constant::kSubSuperscriptGapMin, style) - gap;
    if (missing > 0) {
      const double bottom = up - above.depth;
      const double rise = std::clamp(
          measure(Constant::kSuperscriptBottomMaxWithSubscript, style) - bottom, 0.0, missing);
      up += rise;
      down += missing - rise;
    }
  }
  // The width of a letter has its lean in it, which what is below does not stand behind.
  const double right = leans ? base.width - base.italic : base.width;
  const double raised_x = right + base.italic;
  const double lowered_x = glyph != 0 && !leans ? right - base.italic : right;
  const double size = scale(style);
  const auto cut = [&](Corner corner, double height) {
    return leans ? font_.kern(glyph, corner, height / size) * size : 0;
  };
  Box whole;
  whole.width = raises || !leans ? base.width : right;
  whole.put(base, 0, 0);
  whole.cover(base, 0);
  if (raises) {
    const double x = (leans ? raised_x : right) + cut(Corner::kTopRight, up - above.depth);
    whole.put(above, x, -up);
    whole.cover(above, -up);
    whole.width = std::max(whole.width, x + above.width);
  }
  if (lowers) {
    const double x = lowered_x + cut(Corner::kBottomRight, below.height - down);
    whole.put(below, x, down);
    whole.cover(below, down);
    whole.width = std::max(whole.width, x + below.width);
  }
  whole.width += measure(Constant::kSpaceAfterScript, style);
  return whole;
}

Box Layouter::limits(const Node& node, Style style) const {
  const Box base = box(node.children[0], style);
  const Box below = box(node.children[1], style.lowered());
  const Box above = box(node.children[2], style.raised());
  return with_limits(base, node.children[1].empty() ? nullptr : &below,
                     node.children[2].empty() ? nullptr : &above, style);
}

Box Layouter::with_limits(Box base, const Box* below, const Box* above, Style style) const {
  Box whole;
  const double widest =
      std::max({base.width, below != nullptr ? below->width : 0, above ? above->width : 0});
  whole.width = widest;
  const double x = (widest - base.width) / 2;
  whole.put(base, x, 0);
  whole.cover(base, 0);
  const double lean = base.italic / 2;
  if (above != nullptr) {
    const double gap =
        std::max(measure(Constant::kUpperLimitGapMin, style),
                 measure(Constant::kUpperLimitBaselineRiseMin, style) - above->depth);
    const double y = -(base.height + gap + above->depth);
    whole.put(*above, (widest - above->width) / 2 + lean, y);
    whole.cover(*above, y);
  }
  if (below != nullptr) {
    const double gap =
        std::max(measure(Constant::kLowerLimitGapMin, style),
                 measure(Constant::kLowerLimitBaselineDropMin, style) - below->height);
    const double y = base.depth + gap + below->height;
    whole.put(*below, (widest - below->width) / 2 - lean, y);
    whole.cover(*below, y);
  }
  return whole;
}

// Whole formulas ---------------------------------------------------------------------------------

Box lay_out(const Node& formula, const Font& font, const LayoutOptions& options) {
  return Layouter(font, options.measure).box(formula, {options.display ? 0 : 1, false});
}

std::vector<Box> lay_out_pieces(const Node& formula, const Font& font,
                                const LayoutOptions& options) {
  const Layouter layouter(font, options.measure);
  const Style style{options.display ? 0 : 1, false};
  if (formula.kind != Node::Kind::kGroup) return {layouter.box(formula, style)};
  std::vector<Box> pieces(1);
  bool may_break = false;
  for (const Layouter::Item& item : layouter.items(formula.children, style)) {
    if (may_break && pieces.back().width >= kShortestPiece) {
      pieces.back().width += item.space;
      pieces.emplace_back();
    } else {
      pieces.back().width += item.space;
    }
    pieces.back().append(item.box);
    may_break = item.atom == Atom::kRelation || item.atom == Atom::kBinary;
  }
  return pieces;
}

}  // namespace canter::ui::math
