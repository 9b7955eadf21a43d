#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter {

/// How a draft tree is built. Adaptive: by what candidates are worth and rows cost. Fixed: so many
/// candidates at each depth, of which only the first has children, and mask rows at every node
/// ("upper triangle", as the paper has it).
struct TreeShape {
  static constexpr int kMostDepth = 16;
  static constexpr int kMostRows = 128;
  /// Of an adaptive tree; larger ones have not paid on any processor looked at.
  static constexpr int kMostAdaptiveNodes = 40;

  std::vector<int> widths;  ///< candidates at depth 1, 2 ...; empty: adaptive

  bool adaptive() const { return widths.empty(); }
  static TreeShape paper() { return {{5, 4, 3}}; }

  bool operator==(const TreeShape&) const = default;
};

/// `adaptive`, `paper`, `chain` (one candidate for each of `masks` depths), or widths as in
/// `5,4,3`. kUsage for anything else and for shapes of more than kMostDepth or kMostRows with
/// `masks` masks at every node.
Result<TreeShape> parse_tree_shape(std::string_view text, int masks);

}  // namespace canter
