#pragma once

#include <span>
#include <vector>

#include "decode/draft/source_set.h"
#include "model/forward/forward.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// Guesses of what follows the newest token of a text, as a tree: node 0 is the root (the newest
/// token, chosen but not yet run), a node's parent comes before it.
class DraftTree {
 public:
  struct Node {
    TokenId token = 0;
    int parent = -1;
    int depth = 0;
    SourceSet sources = {};  ///< that named it
    /// Mask rows anchored here: what the next step drafts from if the walk ends here.
    int masks = 0;
  };

  explicit DraftTree(TokenId root = 0) : nodes_{{.token = root}} {}

  /// Returns the new node's number.
  int add(int parent, TokenId token, SourceSet sources = {});
  void set_masks(int node, int masks) { nodes_[node].masks = masks; }

  std::span<const Node> nodes() const { return nodes_; }
  int size() const { return int(nodes_.size()); }
  /// Tokens and mask rows.
  int rows() const;
  /// -1: the node has no such child.
  int child(int node, TokenId token) const;
  /// The last tokens of `text`, which ends in the root, and of the path to `node` behind it: as
  /// many as there are and `buffer` holds, the newest last.
  std::span<const TokenId> tail(std::span<const TokenId> text, int node,
                                std::span<TokenId> buffer) const;

 private:
  std::vector<Node> nodes_;
};

/// The rows of one forward pass over a draft tree: node i is row i, mask rows follow in the order
/// of their anchors. Keeps its memory from pass to pass.
class TreeRows {
 public:
  /// `position` is the root's, `masks` the adapter's mask embeddings, [mask tokens, width].
  void lay_out(const DraftTree& tree, int position, const float* masks, int width);

  std::span<const RowInput> inputs() const { return inputs_; }
  /// Rows of the node's masks, in order.
  std::span<const int> mask_rows(int node) const;

 private:
  std::vector<RowInput> inputs_;
  std::vector<int> ancestors_;    // what inputs_ point to
  std::vector<int> numbers_;      // 0, 1, 2 ...
  std::vector<int> first_masks_;  // [nodes], row of a node's first mask
  std::vector<int> mask_counts_;  // [nodes]
};

}  // namespace canter
