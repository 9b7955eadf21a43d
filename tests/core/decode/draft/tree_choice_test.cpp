#include "decode/draft/tree_choice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

namespace canter {
namespace {

/// Tokens over time of a choice.
double rate(const TreeChoice& choice, const std::vector<double>& times) {
  return choice.tokens / times[choice.rows];
}

/// The best rate of all trees that are prefixes, with all numbers of masks at every node.
double best_rate(const std::vector<PricedNode>& nodes, const std::vector<double>& gains,
                 const std::vector<double>& times) {
  double best = 0;
  for (std::size_t count = 1; count <= nodes.size(); ++count) {
    std::vector<double> ends(count);
    double tokens = 0;
    for (std::size_t i = 0; i < count; ++i) {
      tokens += nodes[i].probability;
      ends[i] += nodes[i].probability;
      if (i > 0) ends[nodes[i].parent] -= nodes[i].probability;
    }
    const std::function<void(std::size_t, std::size_t, double)> place =
        [&](std::size_t node, std::size_t rows, double sum) {
          if (rows >= times.size()) return;
          if (node == count) {
            best = std::max(best, sum / times[rows]);
            return;
          }
          for (std::size_t masks = 0; masks <= gains.size(); ++masks) {
            place(node + 1, rows + masks, sum);
            if (masks < gains.size()) sum += ends[node] * gains[masks];
          }
        };
    place(0, count, tokens);
  }
  return best;
}

TEST(TreeChoice, is_as_fast_as_the_best_of_all_trees) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int round = 0; round < 300; ++round) {
    std::vector<PricedNode> nodes(1);
    for (int i = 0; i < 5; ++i) {
      const int parent = int(random() % nodes.size());
      nodes.push_back({parent, nodes[parent].probability * unit(random) * 0.5});
    }
    // Parents stay before children: they are more likely.
    std::vector<int> order(nodes.size()), place(nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = int(i);
    std::ranges::stable_sort(order, std::greater(), [&](int i) { return nodes[i].probability; });
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = int(i);
    std::vector<PricedNode> sorted;
    for (const int i : order)
      sorted.push_back({i > 0 ? place[nodes[i].parent] : -1, nodes[i].probability});
    std::vector<double> gains = {unit(random), 0, 0};
    gains[1] = gains[0] * unit(random);
    gains[2] = gains[1] * unit(random);
    std::vector<double> times = {0, 1};
    for (int rows = 2; rows <= 16; ++rows)
      times.push_back(times.back() + (rows % 4 == 1 ? 0.5 : 0.02) * unit(random));
    const TreeChoice choice = choose_tree(sorted, gains, times);
    EXPECT_NEAR(rate(choice, times), best_rate(sorted, gains, times), 1e-9) << round;
    int rows = choice.nodes;
    for (const int masks : choice.masks) rows += masks;
    EXPECT_EQ(rows, choice.rows);
    EXPECT_EQ(int(choice.masks.size()), choice.nodes);
  }
}

TEST(TreeChoice, is_the_root_alone_where_rows_are_dear) {
  const std::vector<PricedNode> nodes = {{}, {0, 0.6}, {1, 0.3}};
  std::vector<double> times = {0, 1, 2, 3, 4};
  EXPECT_EQ(choose_tree(nodes, {}, times).rows, 1);
  times = {0, 1, 1.1, 1.2, 1.3};
  EXPECT_EQ(choose_tree(nodes, {}, times).rows, 3);
}

TEST(TreeChoice, never_exceeds_the_rows_that_there_is_room_for) {
  const std::vector<PricedNode> nodes = {{}, {0, 0.9}, {1, 0.8}, {2, 0.7}};
  const std::vector<double> gains = {0.9, 0.8};
  for (std::size_t most = 1; most < 9; ++most) {
    const std::vector<double> times(most + 1, 1.0);
    EXPECT_LE(choose_tree(nodes, gains, times).rows, int(most));
  }
}

}  // namespace
}  // namespace canter
