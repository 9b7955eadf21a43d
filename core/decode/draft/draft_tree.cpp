#include "decode/draft/draft_tree.h"

#include <algorithm>
#include <numeric>

namespace canter {

int DraftTree::add(int parent, TokenId token, SourceSet sources) {
  nodes_.push_back(
      {.token = token, .parent = parent, .depth = nodes_[parent].depth + 1, .sources = sources});
  return size() - 1;
}

int DraftTree::rows() const {
  int rows = size();
  for (const Node& node : nodes_) rows += node.masks;
  return rows;
}

int DraftTree::child(int node, TokenId token) const {
  for (int i = node + 1; i < size(); ++i)
    if (nodes_[i].parent == node && nodes_[i].token == token) return i;
  return -1;
}

std::span<const TokenId> DraftTree::tail(std::span<const TokenId> text, int node,
                                         std::span<TokenId> buffer) const {
  std::size_t left = buffer.size();
  for (; node > 0 && left > 0; node = nodes_[node].parent) buffer[--left] = nodes_[node].token;
  for (std::size_t end = text.size(); end > 0 && left > 0; --end) buffer[--left] = text[end - 1];
  return buffer.subspan(left);
}

void TreeRows::lay_out(const DraftTree& tree, int position, const float* masks, int width) {
  const auto nodes = tree.nodes();
  const int rows = tree.rows();
  inputs_.assign(rows, {});
  first_masks_.assign(nodes.size(), 0);
  mask_counts_.assign(nodes.size(), 0);
  numbers_.resize(rows);
  std::iota(numbers_.begin(), numbers_.end(), 0);

  std::size_t total = 0;
  for (const auto& node : nodes)
    total += node.depth + node.masks * (node.depth + 1) + node.masks * (node.masks - 1) / 2;
  ancestors_.resize(total);
  int* next = ancestors_.data();
  const auto take = [&](std::size_t count) {
    int* const taken = next;
    next += count;
    return std::span(taken, count);
  };

  for (int i = 0; i < tree.size(); ++i) {
    const auto& node = nodes[i];
    const auto seen = take(node.depth);
    if (node.parent >= 0) {
      std::ranges::copy(inputs_[node.parent].ancestors, seen.begin());
      seen.back() = node.parent;
    }
    inputs_[i] = {.token = node.token, .position = position + node.depth, .ancestors = seen};
  }
  int row = tree.size();
  for (int i = 0; i < tree.size(); ++i) {
    first_masks_[i] = row;
    mask_counts_[i] = nodes[i].masks;
    for (int mask = 0; mask < nodes[i].masks; ++mask, ++row) {
      const auto path = inputs_[i].ancestors;
      const auto seen = take(path.size() + 1 + mask);
      const auto end = std::ranges::copy(path, seen.begin()).out;
      *end = i;
      std::iota(end + 1, seen.end(), first_masks_[i]);
      inputs_[row] = {.embedding = masks + std::size_t(mask) * width,
                      .position = inputs_[i].position + mask + 1,
                      .ancestors = seen,
                      .prefix = true};
    }
  }
}

std::span<const int> TreeRows::mask_rows(int node) const {
  return std::span(numbers_).subspan(first_masks_[node], mask_counts_[node]);
}

}  // namespace canter
