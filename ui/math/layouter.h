#pragma once

#include <utility>
#include <vector>

#include "math/layout.h"

namespace canter::ui::math {

/// TeX's styles.
struct Style {
  int level = 0;  ///< 0 display, 1 text, 2 script, 3 script of a script
  bool cramped = false;

  bool display() const { return level == 0; }
  Style crampedly() const { return {level, true}; }
  Style above_bar() const { return {std::min(level + 1, 3), cramped}; }
  Style below_bar() const { return {std::min(level + 1, 3), true}; }
  Style raised() const { return {level < 2 ? 2 : 3, cramped}; }
  Style lowered() const { return {level < 2 ? 2 : 3, true}; }
};

/// Makes boxes of trees. Fractions, roots and what stands above or below is in stacks.cpp, tables
/// are in tables.cpp.
class Layouter {
 public:
  Layouter(const Font& font, const MeasureWords& measure) : font_(font), measure_(measure) {}

  struct Item {
    Atom atom = Atom::kOrdinary;
    double space = 0;  ///< before it
    Box box;
  };
  /// The parts of a row with the spaces between them.
  std::vector<Item> items(const std::vector<Node>& nodes, Style style) const;
  Box row(const std::vector<Node>& nodes, Style style) const;
  Box box(const Node& node, Style style) const;

 private:
  /// A constant of the font in a style.
  double measure(Constant which, Style style) const { return font_.constant(which) * scale(style); }
  double scale(Style style) const;
  double axis(Style style) const { return measure(Constant::kAxisHeight, style); }

  Box sign(Glyph glyph, double scale) const;
  Box symbol(const Node& node, Style style) const;
  Box words(const std::u32string& text, Style style) const;
  Box scripts(const Node& node, Style style) const;
  Box limits(const Node& node, Style style) const;
  Box with_limits(Box base, const Box* below, const Box* above, Style style) const;

  Box parts(const Stretched& stretched, Direction direction, double scale) const;
  Box delimiter(char32_t code, double size, Style style) const;
  Box fence(const Node& node, Style style) const;

  Box fraction(const Node& node, Style style) const;
  Box radical(const Node& node, Style style) const;
  Box accent(const Node& node, Style style) const;
  Box bar(const Node& node, Style style) const;
  Box stretched(const Node& node, Style style) const;
  Box arrow(const Node& node, Style style) const;
  Box decorated(const Node& node, Style style) const;
  Glyph single_glyph(const Node& node, Style style) const;

  Box table(const Node& node, Style style) const;

  const Font& font_;
  const MeasureWords& measure_;
};

}  // namespace canter::ui::math
