#include "tune/acceptance.h"

#include <gtest/gtest.h>

namespace canter::tuning {
namespace {

constexpr int kNone = kNoTarget;

TEST(DraftTally, emits_what_the_tree_accepts_and_one_more) {
  DraftTally tally(3);
  // Five tokens: the prompt pass gives the first, one step the four others.
  tally.add({{0, 0, 2}, {9, 9, 9}, {9, 9, kNone}}, 5);
  EXPECT_DOUBLE_EQ(tally.figures().tokens_per_step, 4);
  EXPECT_EQ(tally.figures().by_depth, (std::vector<double>{1, 1, 1}));
}

TEST(DraftTally, extends_only_the_first_child_of_a_level) {
  DraftTally tally(3);
  // Second best at depth 1: accepted, but nothing hangs below it. Then no draft is right.
  tally.add({{1, 0, 0}, {0, 0, 0}, {5, 0, 0}, {kNone, kNone, kNone}}, 4);
  EXPECT_DOUBLE_EQ(tally.figures().tokens_per_step, 3.0 / 2);
  EXPECT_EQ(tally.figures().by_depth, (std::vector<double>{0.5, 0, 0}));
}

TEST(DraftTally, has_fewer_candidates_at_each_depth) {
  for (const auto& [ranks, tokens] : {std::pair(std::vector{4, 0, 0}, 2.0),
                                      {{5, 0, 0}, 1.0},
                                      {{0, 3, 0}, 3.0},
                                      {{0, 4, 0}, 2.0},
                                      {{0, 0, 2}, 4.0},
                                      {{0, 0, 3}, 3.0}}) {
    DraftTally tally(3);
    tally.add({ranks}, 1 + int(tokens));
    EXPECT_DOUBLE_EQ(tally.figures().tokens_per_step, tokens);
  }
}

TEST(DraftTally, emits_nothing_behind_the_end_of_an_answer) {
  DraftTally tally(3);
  tally.add({{0, kNone, kNone}}, 2);
  EXPECT_DOUBLE_EQ(tally.figures().tokens_per_step, 1);
}

TEST(DraftTally, counts_hits_at_every_anchor) {
  DraftTally tally(2);
  tally.add({{0, 4}, {3, kNone}}, 4);
  EXPECT_EQ(tally.figures().first_choice, (std::vector<double>{0.5, 0}));
  EXPECT_EQ(tally.figures().first_five, (std::vector<double>{1, 1}));
}

TEST(DraftTally, has_figures_without_answers) {
  EXPECT_EQ(DraftTally(3).figures().tokens_per_step, 0);
}

}  // namespace
}  // namespace canter::tuning
