#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace canter {

/// The order in which the rows of a pass go through a layer that keeps a state, and where their
/// states are. Serves all layers of a pass.
///
/// The operations of this folder share a contract. A row continues another row of the pass or the
/// sequence's kept state; what it gets depends, to the bit, on the rows before it in its own chain
/// and on the kept state alone: not on other rows, on where a text is cut into passes, nor on the
/// number of threads.
///
/// A pass reads the kept state and leaves it as it is, so it may be given up. Afterwards the state
/// is advanced by the rows that are accepted, in one of two ways:
/// - run the operation along() their path, without outputs, with the kept state as the end state;
///   of the inputs, those of these rows must still be there;
/// - if the pass was one chain and all of it is accepted: have the pass write the end state to a
///   buffer of its own, and swap this with the kept state.
/// Both give the bits that reading these rows plainly gives. A walk without rows writes nothing.
class RowWalk {
 public:
  static constexpr int kKept = -1;

  struct Step {
    int row;
    int previous;  ///< the step that this one continues, or kKept
    int from;      ///< the state that it continues: kKept, or one of states()
    int to;        ///< where its own goes, which may be the same
  };

  /// All rows of a pass: row r continues row parents[r] < r, or the kept state if that is -1.
  static RowWalk through(std::span<const int> parents);
  /// Some rows, each of which continues the one before, the first the kept state.
  static RowWalk along(std::span<const int> path);

  std::span<const Step> steps() const { return steps_; }
  /// How many states have to be held at a time: one for a chain, else by how branches nest.
  std::size_t states() const { return states_; }
  /// There is one end state.
  bool is_chain() const { return is_chain_; }

 private:
  std::vector<Step> steps_;
  std::size_t states_ = 0;
  bool is_chain_ = true;
};

/// Numbers of the rows of a pass, which may be a part of longer rows.
struct RowNumbers {
  const float* first = nullptr;
  std::size_t stride = 0;  ///< from row to row

  const float* row(std::size_t r) const { return first + r * stride; }
};

}  // namespace canter
