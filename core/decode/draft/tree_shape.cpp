#include "decode/draft/tree_shape.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace canter {

Result<TreeShape> parse_tree_shape(std::string_view text, int masks) {
  if (text == "adaptive") return TreeShape{};
  if (text == "paper") return TreeShape::paper();
  if (text == "chain") return TreeShape{std::vector<int>(std::max(1, masks), 1)};
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kUsage, "the draft tree \"" + std::string(text.substr(0, 60)) + "\" " +
                                       what +
                                       "; give adaptive, paper, chain, or candidates at "
                                       "each depth as in 5,4,3");
  };
  TreeShape shape;
  for (const char *at = text.data(), *const end = at + text.size();;) {
    int width = 0;
    const auto [next, error] = std::from_chars(at, end, width);
    if (error != std::errc() || width < 1) return bad("is no shape");
    shape.widths.push_back(width);
    if (shape.widths.size() > TreeShape::kMostDepth || width > TreeShape::kMostRows)
      return bad("is too large");
    if (next == end) break;
    if (*next != ',') return bad("is no shape");
    at = next + 1;
  }
  const int nodes = 1 + std::accumulate(shape.widths.begin(), shape.widths.end(), 0);
  if (nodes * (1 + masks) > TreeShape::kMostRows)
    return bad("has " + std::to_string(nodes * (1 + masks)) + " rows where " +
               std::to_string(TreeShape::kMostRows) + " are the most");
  return shape;
}

}  // namespace canter
