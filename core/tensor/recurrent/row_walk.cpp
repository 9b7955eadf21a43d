#include "tensor/recurrent/row_walk.h"

#include <algorithm>

namespace canter {
namespace {

constexpr int kNone = -1;

}  // namespace

RowWalk RowWalk::through(std::span<const int> parents) {
  const int rows = int(parents.size());
  std::vector<int> first_child(rows, kNone), next_sibling(rows, kNone);
  int first_root = kNone;
  for (int r = 0; r < rows; ++r) {
    int& first = parents[r] < 0 ? first_root : first_child[parents[r]];
    next_sibling[r] = first;
    first = r;
  }

  // One child of a row goes on in its state, the last to be walked; the others get new ones, which
  // are free again when their branches have ended. So the states in use are a stack. Later children
  // come first, since drafts put the likeliest first, which has most rows behind it.
  RowWalk walk;
  walk.steps_.reserve(rows);
  std::vector<int> waiting;  // rows whose turn comes when a branch ends
  std::vector<int> step_of(rows, kKept);
  int used = 0;
  int row = first_root;
  while (row != kNone) {
    const int previous = parents[row] < 0 ? kKept : step_of[parents[row]];
    const int from = previous == kKept ? kKept : walk.steps_[previous].to;
    const bool goes_on = from != kKept && next_sibling[row] == kNone;
    const int to = goes_on ? from : used++;
    walk.states_ = std::max(walk.states_, std::size_t(used));
    step_of[row] = int(walk.steps_.size());
    walk.steps_.push_back({row, previous, from, to});
    if (next_sibling[row] != kNone) {
      walk.is_chain_ = false;
      waiting.push_back(next_sibling[row]);
    }
    row = first_child[row];
    if (row != kNone) continue;
    used = to;
    if (waiting.empty()) break;
    row = waiting.back();
    waiting.pop_back();
  }
  return walk;
}

RowWalk RowWalk::along(std::span<const int> path) {
  RowWalk walk;
  walk.states_ = path.empty() ? 0 : 1;
  for (const int row : path) {
    const int step = int(walk.steps_.size());
    walk.steps_.push_back({row, step - 1, step == 0 ? kKept : 0, 0});
  }
  return walk;
}

}  // namespace canter
