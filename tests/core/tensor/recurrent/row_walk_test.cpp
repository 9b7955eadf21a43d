#include "tensor/recurrent/row_walk.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace canter {
namespace {

/// Follows a walk with the number of a row as its state: every step has to find its parent's.
void expect_that_states_are_there(const RowWalk& walk, const std::vector<int>& parents) {
  constexpr int kUnset = -2;
  std::vector<int> states(walk.states(), kUnset);
  std::vector<int> seen(parents.size());
  for (std::size_t s = 0; s < walk.steps().size(); ++s) {
    const RowWalk::Step& step = walk.steps()[s];
    const int parent = parents.at(std::size_t(step.row));
    ASSERT_EQ(step.from == RowWalk::kKept ? -1 : states.at(std::size_t(step.from)), parent);
    ASSERT_LT(step.previous, int(s));
    ASSERT_EQ(step.previous == RowWalk::kKept ? -1 : walk.steps()[std::size_t(step.previous)].row,
              parent);
    states.at(std::size_t(step.to)) = step.row;
    ++seen[std::size_t(step.row)];
  }
  EXPECT_EQ(seen, std::vector<int>(parents.size(), 1));
}

TEST(RowWalk, a_chain_is_walked_in_its_order_with_one_state) {
  std::vector<int> parents(100);
  std::iota(parents.begin(), parents.end(), -1);
  const RowWalk walk = RowWalk::through(parents);
  EXPECT_TRUE(walk.is_chain());
  EXPECT_EQ(walk.states(), 1u);
  for (std::size_t s = 0; s < 100; ++s) EXPECT_EQ(walk.steps()[s].row, int(s));
  expect_that_states_are_there(walk, parents);
}

TEST(RowWalk, every_row_of_a_tree_finds_the_state_of_the_row_before_it) {
  std::mt19937 random(1);
  for (int tree = 0; tree < 300; ++tree) {
    std::vector<int> parents;
    for (int r = 0; r < tree % 40 + 1; ++r)
      parents.push_back(std::uniform_int_distribution<int>(-1, r - 1)(random));
    expect_that_states_are_there(RowWalk::through(parents), parents);
  }
}

TEST(RowWalk, branches_off_a_chain_need_one_more_state_and_branches_off_these_another) {
  EXPECT_EQ(RowWalk::through(std::vector<int>{-1, -1, -1, -1}).states(), 1u);
  EXPECT_EQ(RowWalk::through(std::vector<int>{-1, 0, 0, 0, 0, 4}).states(), 2u);
  EXPECT_EQ(RowWalk::through(std::vector<int>{-1, 0, 0, 1, 1, 3, 3}).states(), 2u);
  EXPECT_EQ(RowWalk::through(std::vector<int>{-1, 0, 0, 2, 2, 4, 4}).states(), 4u);
}

TEST(RowWalk, rows_with_two_ends_are_no_chain) {
  EXPECT_FALSE(RowWalk::through(std::vector<int>{-1, -1}).is_chain());
  EXPECT_FALSE(RowWalk::through(std::vector<int>{-1, 0, 0}).is_chain());
}

TEST(RowWalk, a_path_is_a_chain_of_the_rows_it_names) {
  const RowWalk walk = RowWalk::along(std::vector<int>{2, 5, 9});
  EXPECT_TRUE(walk.is_chain());
  EXPECT_EQ(walk.states(), 1u);
  ASSERT_EQ(walk.steps().size(), 3u);
  EXPECT_EQ(walk.steps()[0].from, RowWalk::kKept);
  EXPECT_EQ(walk.steps()[0].previous, RowWalk::kKept);
  EXPECT_EQ(walk.steps()[2].row, 9);
  EXPECT_EQ(walk.steps()[2].previous, 1);
  EXPECT_TRUE(RowWalk::along({}).steps().empty());
  EXPECT_TRUE(RowWalk::through({}).steps().empty());
}

}  // namespace
}  // namespace canter
