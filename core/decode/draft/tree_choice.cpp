#include "decode/draft/tree_choice.h"

#include <algorithm>
#include <functional>

namespace canter {
namespace {

/// Trees of more nodes differ little from their neighbours and are not all looked at.
constexpr int kEverySize = 8;

struct MaskRow {
  int node;
  double gain;
};

/// Probability that the walk ends at each of the first `count` nodes.
void find_ends(std::span<const PricedNode> nodes, int count, std::vector<double>& ends) {
  ends.assign(count, 0);
  for (int i = 0; i < count; ++i) {
    ends[i] += nodes[i].probability;
    if (i > 0) ends[nodes[i].parent] -= nodes[i].probability;
  }
}

}  // namespace

double cheapest_row(std::span<const double> times, std::size_t answers) {
  double cheapest = 1;
  for (std::size_t rows = answers + 1; rows < times.size(); ++rows)
    cheapest = std::min(
        cheapest, (times[rows] / times[answers] - 1) * double(answers) / double(rows - answers));
  return cheapest;
}

TreeChoice choose_tree(std::span<const PricedNode> nodes, std::span<const double> mask_gains,
                       std::span<const double> times) {
  const int most_rows = int(times.size()) - 1;
  TreeChoice best{.nodes = 1, .masks = {0}};
  double best_rate = 1 / times[1];
  std::vector<double> ends;
  std::vector<MaskRow> masks;
  const int most_nodes = std::min(int(nodes.size()), most_rows);
  double tokens = 0;
  for (int count = 1; count <= most_nodes; ++count) {
    tokens += nodes[count - 1].probability;
    if (count > kEverySize && count % 2 != 0 && count != most_nodes) continue;
    find_ends(nodes, count, ends);
    masks.clear();
    for (int node = 0; node < count; ++node)
      for (const double gain : mask_gains) masks.push_back({node, ends[node] * gain});
    const std::size_t considered = std::min<std::size_t>(masks.size(), most_rows - count);
    std::ranges::partial_sort(masks, masks.begin() + std::ptrdiff_t(considered), std::greater(),
                              &MaskRow::gain);
    double with_masks = tokens;
    for (std::size_t rows = 0; rows <= considered; ++rows) {
      if (rows > 0) with_masks += masks[rows - 1].gain;
      const double rate = with_masks / times[count + rows];
      if (rate <= best_rate) continue;
      best_rate = rate;
      best.nodes = count;
      best.rows = count + int(rows);
      best.tokens = with_masks;
      best.masks.assign(count, 0);
      for (std::size_t i = 0; i < rows; ++i) ++best.masks[masks[i].node];
    }
  }
  return best;
}

}  // namespace canter
