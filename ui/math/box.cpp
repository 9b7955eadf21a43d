#include "math/box.h"

#include <algorithm>

namespace canter::ui::math {

void Box::put(const Box& other, double x, double y) {
  for (Sign sign : other.signs) {
    sign.x += x;
    sign.y += y;
    signs.push_back(sign);
  }
  for (Rule rule : other.rules) {
    rule.x += x;
    rule.y += y;
    rules.push_back(rule);
  }
  for (Stroke stroke : other.strokes) {
    stroke.x1 += x;
    stroke.x2 += x;
    stroke.y1 += y;
    stroke.y2 += y;
    strokes.push_back(stroke);
  }
  for (Words each : other.words) {
    each.x += x;
    each.y += y;
    words.push_back(std::move(each));
  }
}

void Box::append(const Box& other) {
  put(other, width, 0);
  width += other.width;
  cover(other, 0);
}

void Box::cover(const Box& other, double y) {
  height = std::max(height, other.height - y);
  depth = std::max(depth, other.depth + y);
}

}  // namespace canter::ui::math
