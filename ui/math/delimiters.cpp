#include <algorithm>

#include "math/layouter.h"

namespace canter::ui::math {
namespace {

/// How much of what it encloses a delimiter covers (plain TeX's \delimiterfactor and
/// \delimitershortfall).
constexpr double kCovered = 0.901;
constexpr double kShortfall = 0.5;
/// Around a delimiter that is not drawn.
constexpr double kNullDelimiter = 0.12;

}  // namespace

Box Layouter::parts(const Stretched& stretched, Direction direction, double scale) const {
  Box whole;
  if (direction == Direction::kHorizontal) {
    for (const auto& part : stretched.parts) {
      const Box one = sign(part.glyph, scale);
      whole.put(one, part.offset * scale, 0);
      whole.cover(one, 0);
    }
    whole.width = stretched.size * scale;
    return whole;
  }
  if (stretched.parts.size() == 1) return sign(stretched.parts.front().glyph, scale);
  whole.height = stretched.size * scale;
  for (const auto& part : stretched.parts) {
    const Box one = sign(part.glyph, scale);
    whole.put(one, 0, -(part.offset * scale + one.depth));
    whole.width = std::max(whole.width, one.width);
  }
  return whole;
}

/// Centred on the axis.
Box Layouter::delimiter(char32_t code, double size, Style style) const {
  Box whole;
  if (code == 0) {
    whole.width = kNullDelimiter;
    return whole;
  }
  const Glyph glyph = font_.glyph(code);
  if (glyph == 0) return words({code}, style);
  const double em = scale(style);
  const Box box =
      parts(font_.stretched(glyph, Direction::kVertical, size / em), Direction::kVertical, em);
  const double shift = (box.height - box.depth) / 2 - axis(style);
  whole.put(box, 0, shift);
  whole.cover(box, shift);
  whole.width = box.width;
  return whole;
}

Box Layouter::fence(const Node& node, Style style) const {
  std::vector<Box> inside;
  double reach = 0;  // of what is inside from the axis
  for (const Node& child : node.children) {
    inside.push_back(box(child, style));
    reach =
        std::max({reach, inside.back().height - axis(style), inside.back().depth + axis(style)});
  }
  const double size = std::max(2 * reach * kCovered, 2 * reach - kShortfall * scale(style));
  Box whole;
  for (std::size_t i = 0; i < node.text.size(); ++i) {
    whole.append(delimiter(node.text[i], size, style));
    if (i < inside.size()) whole.append(inside[i]);
  }
  return whole;
}

}  // namespace canter::ui::math
