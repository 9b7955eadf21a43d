#pragma once

#include <span>
#include <vector>

namespace canter {

/// A candidate with the probability that it is on the accepted path. The first is the root, whose
/// probability is 1; parents come before children.
struct PricedNode {
  int parent = -1;
  double probability = 1;
};

/// Most rows of a pass that is planned by what rows cost.
inline constexpr int kMostPlannedRows = 64;
/// Candidates below this are not looked at.
inline constexpr double kLeastProbability = 0.02;

/// What another row beside those of `answers`, one each, takes at best, in tokens that are not
/// drafted. `times` as of choose_tree().
double cheapest_row(std::span<const double> times, std::size_t answers);

/// What to run in one pass.
struct TreeChoice {
  int nodes = 1;           ///< the first so many, the root among them
  std::vector<int> masks;  ///< [nodes], mask rows of each
  int rows = 1;
  double tokens = 1;  ///< expected of this pass, what masks gain for the next one included
};

/// Maximises expected tokens over time. `nodes` are in order of probability, so that the first k
/// are the best k (EAGLE-2, arXiv 2406.16858); `times[n]` is the time of a pass of n rows, up to
/// times.size() - 1 (Sequoia, arXiv 2402.12374). Mask i of a node gains `mask_gains[i]` tokens in
/// the next pass if the walk ends at that node; gains do not grow with i. A mask row is weighed
/// against a candidate like any other row.
TreeChoice choose_tree(std::span<const PricedNode> nodes, std::span<const double> mask_gains,
                       std::span<const double> times);

}  // namespace canter
