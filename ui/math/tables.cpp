#include <algorithm>

#include "math/layouter.h"

namespace canter::ui::math {
namespace {

/// How a kind of table is set, in em.
struct Measures {
  double between = 1;  ///< columns
  double pairs = 1;    ///< columns of an alignment, after the second of a pair
  double around = 0;   ///< before the first column and behind the last
  double stretch = 1;  ///< of the rows' least height
  double rows = 0;     ///< more between rows
  int level = 1;       ///< the style of the cells, at least
};

Measures measures_of(TableStyle style) {
  switch (style) {
    case TableStyle::kSmallMatrix:
      return {0.45, 0.45, 0, 0.55, 0, 2};
    case TableStyle::kCases:
      return {1, 1, 0, 1.2, 0, 1};
    case TableStyle::kAligned:
      return {0, 1.5, 0, 1, 0.3, 0};
    case TableStyle::kGathered:
      return {1, 1, 0, 1, 0.3, 0};
    case TableStyle::kArray:
      return {1, 1, 0.3, 1, 0, 1};
    case TableStyle::kStack:
      return {0.5, 0.5, 0, 0.4, 0.1, 2};
    case TableStyle::kMatrix:
      break;
  }
  return {1, 1, 0, 1, 0, 1};
}

constexpr double kStrutHeight = 0.84;
constexpr double kStrutDepth = 0.36;
/// Between the rows at least.
constexpr double kRowGap = 0.1;

/// What an array says of its columns, `l|cr`.
struct Columns {
  std::u32string sides;
  std::vector<std::size_t> lines;  ///< before which columns
};

Columns columns_of(const std::u32string& text) {
  Columns columns;
  for (const char32_t c : text) {
    if (c == U'l' || c == U'c' || c == U'r') columns.sides += c;
    if (c == U'|') columns.lines.push_back(columns.sides.size());
  }
  return columns;
}

char32_t side_of(const Node& node, const Columns& columns, std::size_t column) {
  switch (node.table) {
    case TableStyle::kAligned:
      return column % 2 == 0 ? U'r' : U'l';
    case TableStyle::kCases:
      return U'l';
    case TableStyle::kArray:
      return column < columns.sides.size() ? columns.sides[column] : U'c';
    default:
      return U'c';
  }
}

}  // namespace

Box Layouter::table(const Node& node, Style style) const {
  const Measures how = measures_of(node.table);
  const Style cell_style{std::max(how.level, style.level), style.cramped};
  const double em = scale(how.level >= 2 ? cell_style : style);
  const Columns columns = columns_of(node.text);

  struct Row {
    std::vector<Box> cells;
    double height = 0;
    double depth = 0;
    double y = 0;
  };
  std::vector<Row> rows;
  std::vector<double> widths(columns.sides.size(), 0.0);
  for (const Node& line : node.children) {
    Row row;
    row.height = kStrutHeight * how.stretch * em;
    row.depth = kStrutDepth * how.stretch * em;
    for (const Node& cell : line.children) {
      const std::size_t column = row.cells.size();
      // What is right of an alignment's mark stands as if something were left of it.
      std::vector<Node> parts;
      const bool behind_mark = node.table == TableStyle::kAligned && column % 2 == 1;
      if (behind_mark && cell.kind == Node::Kind::kGroup) {
        parts.push_back(Node{});
        parts.insert(parts.end(), cell.children.begin(), cell.children.end());
      }
      row.cells.push_back(behind_mark ? this->row(parts, cell_style) : box(cell, cell_style));
      const Box& set = row.cells.back();
      if (column >= widths.size()) widths.push_back(0);
      widths[column] = std::max(widths[column], set.width);
      row.height = std::max(row.height, set.height);
      row.depth = std::max(row.depth, set.depth);
    }
    rows.push_back(std::move(row));
  }
  double bottom = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) bottom += (how.rows + kRowGap) * em;
    rows[i].y = bottom + rows[i].height;
    bottom = rows[i].y + rows[i].depth;
  }
  std::vector<double> lefts;
  double x = how.around * em;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    if (column > 0) {
      const bool pair = node.table == TableStyle::kAligned && column % 2 == 0;
      x += (pair ? how.pairs : how.between) * em;
    }
    lefts.push_back(x);
    x += widths[column];
  }

  Box whole;
  whole.width = x + how.around * em;
  whole.height = bottom / 2 + axis(style);
  whole.depth = bottom / 2 - axis(style);
  for (const Row& row : rows) {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const Box& cell = row.cells[column];
      const double free = widths[column] - cell.width;
      const char32_t side = side_of(node, columns, column);
      const double shift = side == U'l' ? 0 : side == U'r' ? free : free / 2;
      whole.put(cell, lefts[column] + shift, row.y - whole.height);
    }
  }
  const double rule = measure(Constant::kFractionRule, style);
  for (const int line : node.lines) {
    const auto index = std::size_t(line);
    const double y = index >= rows.size()
                         ? bottom
                         : rows[index].y - rows[index].height - (index > 0 ? kRowGap * em / 2 : 0);
    whole.rules.push_back({0, y - whole.height - rule / 2, whole.width, rule});
  }
  for (const std::size_t before : columns.lines) {
    const double at = before == 0             ? 0
                      : before < lefts.size() ? lefts[before] - how.between * em / 2
                                              : whole.width - rule;
    whole.rules.push_back({at, -whole.height, rule, bottom});
  }
  return whole;
}

}  // namespace canter::ui::math
