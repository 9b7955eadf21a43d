// What drafting learns while decoding.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "decode/draft/answer_gains.h"
#include "decode/draft/asking.h"
#include "decode/draft/calibration.h"
#include "decode/draft/mask_gains.h"
#include "decode/draft/pass_time.h"
#include "decode/draft/payoff.h"
#include "decode/draft/plain_runs.h"
#include "decode/draft/source_payoff.h"

namespace canter {
namespace {

Evidence evidence(double confidence, int depth = 1, EvidenceKind kind = EvidenceKind::kMask) {
  return {kind, depth, confidence};
}

TEST(Calibration, believes_the_source_until_it_knows_better) {
  Calibration calibration;
  EXPECT_NEAR(calibration.probability(evidence(0.4)), 0.4, 1e-6);
  for (int i = 0; i < 200; ++i) calibration.observe(evidence(0.4), i % 5 == 0);
  EXPECT_NEAR(calibration.probability(evidence(0.4)), 0.2, 0.02);
  EXPECT_NEAR(calibration.probability(evidence(0.4, 2)), 0.4, 1e-6) << "other depths are others";
  EXPECT_NEAR(calibration.probability(evidence(0.4, 1, EvidenceKind::kText)), 0.4, 1e-6);
}

TEST(Calibration, believes_a_source_less_in_places_not_seen_yet_where_it_was_wrong_elsewhere) {
  Calibration calibration;
  for (int i = 0; i < 60; ++i) calibration.observe(evidence(0.3), i % 10 == 0);
  EXPECT_LT(calibration.probability(evidence(0.9)), 0.5);
  EXPECT_GT(calibration.probability(evidence(0.9)), 0.2);
  Calibration modest;
  for (int i = 0; i < 60; ++i) modest.observe(evidence(0.2), i % 2 == 0);
  EXPECT_GT(modest.probability(evidence(0.5)), 0.6);
  EXPECT_LT(modest.probability(evidence(0.9)), 1);
}

TEST(Calibration, follows_a_change) {
  Calibration calibration;
  for (int i = 0; i < 5000; ++i) calibration.observe(evidence(0.5), true);
  for (int i = 0; i < 2000; ++i) calibration.observe(evidence(0.5), false);
  EXPECT_LT(calibration.probability(evidence(0.5)), 0.1);
}

TEST(Calibration, is_kept_and_survives_garbage) {
  Calibration calibration, other;
  for (int i = 0; i < 100; ++i) calibration.observe(evidence(0.7, 3), i % 2 == 0);
  other.from_json(calibration.to_json());
  // What all bins say together is told again by the middles of the bins.
  EXPECT_NEAR(other.probability(evidence(0.7, 3)), calibration.probability(evidence(0.7, 3)), 0.01);
  const std::string before = other.to_json();
  for (const char* text : {"", "[]", "{}", "[1,2", "[-1,5]", "null"}) other.from_json(text);
  EXPECT_EQ(other.to_json(), before);
}

TEST(PassTime, goes_from_the_limit_of_memory_to_that_of_arithmetic) {
  PassTime time({.free_rows = 8});
  time.observe(1, 0, 10);
  EXPECT_NEAR(time.at(1, 0), 10, 1e-6);
  EXPECT_LT(time.at(2, 0), 10.5) << "memory bounds it";
  EXPECT_NEAR(time.at(64, 0) / time.at(32, 0), 2, 0.1) << "arithmetic does";
}

TEST(PassTime, lies_on_lines_between_what_was_seen) {
  std::vector<double> times;
  for (const int rows : PassTime::kRows) times.push_back(10 + rows);
  PassTime time;
  ASSERT_TRUE(time.set(times));
  EXPECT_NEAR(time.at(5, 0), 15, 1e-9);
  EXPECT_NEAR(time.at(20, 0), 30, 1e-9);
}

TEST(PassTime, grows_with_the_context) {
  PassTime time({.free_rows = 12, .per_position = 1.0 / 1000});
  time.observe(1, 0, 10);
  EXPECT_NEAR(time.at(1, 1000), 20, 0.1);
  EXPECT_GT(time.at(16, 1000) - time.at(16, 0), 10);
}

TEST(PassTime, refuses_times_that_cannot_be) {
  PassTime time;
  std::vector<double> times(PassTime::kRows.size(), 1.0);
  times[3] = 0;
  EXPECT_FALSE(time.set(times));
  times[3] = NAN;
  EXPECT_FALSE(time.set(times));
  EXPECT_FALSE(time.set(std::vector<double>(3, 1.0)));
}

TEST(PassTime, follows_each_size_by_itself) {
  PassTime time;
  ASSERT_TRUE(time.set(std::vector<double>(PassTime::kRows.size(), 10.0)));
  for (int i = 0; i < 2000; ++i) {
    time.observe(1, 10, 10);
    time.observe(16, 10, 15);
  }
  EXPECT_NEAR(time.at(16, 10) / time.at(1, 10), 1.5, 0.15);
}

TEST(PassTime, takes_the_machine_from_the_first_pass_and_unknown_sizes_from_their_neighbours) {
  PassTime time;
  time.observe(1, 10, 300);
  EXPECT_NEAR(time.at(1, 10), 300, 1);
  for (int i = 0; i < 200; ++i) time.observe(8, 10, 1500);
  EXPECT_NEAR(time.at(8, 10), 1500, 100) << "the guess was wrong";
  EXPECT_GT(time.at(2, 10), 310) << "and wrong halfway in between";
  EXPECT_LT(time.at(2, 10), 700);
  EXPECT_TRUE(time.knows(1));
  EXPECT_FALSE(time.knows(2));
  EXPECT_GT(time.at(12, 10), 1500) << "and more rows are not cheaper, though none ran";
  EXPECT_NEAR(time.at(1, 10), 300, 30);
}

TEST(PassTime, passes_over_what_was_interrupted) {
  PassTime time;
  for (int i = 0; i < 20; ++i) time.observe(4, 10, 10);
  time.observe(4, 10, 5000);
  EXPECT_NEAR(time.at(4, 10), 10, 1);
}

TEST(PassTime, is_kept_and_survives_garbage) {
  PassTime time, other;
  time.observe(1, 10, 7);
  time.observe(12, 10, 20);
  ASSERT_TRUE(other.from_json(time.to_json()));
  for (const int rows : {1, 5, 12, 40}) EXPECT_EQ(other.at(rows, 500), time.at(rows, 500));
  for (const char* text : {"", "{}", "[]", "{\"rows\":[1]}", "nonsense"})
    EXPECT_FALSE(other.from_json(text)) << text;
  EXPECT_EQ(other.at(12, 10), time.at(12, 10));
}

TEST(MaskGains, are_the_difference_that_masks_make) {
  MaskGains gains(2, {}, true);
  for (int i = 0; i < 1000; ++i) {
    gains.observe(2, i % 10 < 8 ? (i % 10 < 4 ? 2 : 1) : 0);
    gains.observe(0, i % 10 < 5 ? 1 : 0);
  }
  EXPECT_NEAR(gains.gains()[0], 0.8 - 0.5, 0.06);
  EXPECT_LE(gains.gains()[1], gains.gains()[0]);
  for (int i = 0; i < 1000; ++i) gains.observe(2, 0);
  EXPECT_GT(gains.gains()[0], 0) << "they are tried now and then";
}

TEST(PlainRuns, count_passes_of_one_row_only_where_they_run_among_their_like) {
  PlainRuns runs;
  EXPECT_TRUE(runs.wants_plain()) << "nothing is known yet";
  runs.begin_answer();
  EXPECT_FALSE(runs.observe(1, 2)) << "the processor has just read a prompt";
  int passes = 1;
  for (; runs.wants_plain() && passes < 100; ++passes) runs.observe(1, 2);
  EXPECT_LT(passes, 20);
  EXPECT_TRUE(runs.observe(1, 2));
  EXPECT_TRUE(runs.observe(4, 3)) << "others count at once";
  EXPECT_FALSE(runs.observe(1, 2));
}

TEST(PlainRuns, take_few_passes_of_a_large_model_and_are_wanted_again_after_a_while) {
  PlainRuns runs;
  runs.begin_answer();
  int passes = 0;
  for (; runs.wants_plain() && passes < 100; ++passes) runs.observe(1, 200);
  EXPECT_LT(passes, 6);
  int drafted = 0;
  for (; !runs.wants_plain() && drafted < 10000; ++drafted) runs.observe(4, 210);
  EXPECT_GT(drafted, 40 * passes);
  EXPECT_LT(drafted, 1000);
  runs.recall();
  EXPECT_FALSE(runs.wants_plain());
}

TEST(Asking, pays_where_it_saves_more_than_it_takes) {
  Asking asking;
  EXPECT_TRUE(asking.pays(0.1)) << "until it is known it is tried";
  const auto observe = [&](double probability, double saved) {
    for (int i = 0; i < 200; ++i) {
      asking.observe_time(1);
      asking.observe_saved(probability, saved);
    }
  };
  observe(1, 1.5);
  observe(0.5, 0.7);
  EXPECT_TRUE(asking.pays(1));
  EXPECT_FALSE(asking.pays(0.5));
  asking.observe_time(1000);
  EXPECT_TRUE(asking.pays(1)) << "one pause says little";
  observe(1, 0);
  EXPECT_FALSE(asking.pays(1)) << "others know as much";
}

TEST(Payoff, rests_where_drafting_costs_more_than_it_saves_and_tries_again) {
  Payoff payoff;
  int drafted = 0, plain = 0;
  for (int i = 0; i < 4000; ++i) {
    if (payoff.tries()) {
      payoff.observe_draft(1, 1.5, 1);
      ++drafted;
    } else {
      payoff.observe_plain();
      ++plain;
    }
  }
  EXPECT_GT(drafted, 16) << "it tries again";
  // Each of its tokens loses half a token's time.
  EXPECT_LT(0.5 * drafted, 0.025 * (drafted + plain)) << "losing costs little";
}

TEST(Payoff, goes_on_where_drafting_pays_and_soon_notices_where_it_no_longer_does) {
  Payoff payoff;
  for (int i = 0; i < 1000; ++i) {
    ASSERT_TRUE(payoff.tries());
    payoff.observe_draft(2, 1.25, 1);
  }
  int drafted = 0;
  for (; payoff.tries() && drafted < 1000; ++drafted) payoff.observe_draft(1, 1.5, 1);
  EXPECT_LT(drafted, 20) << "what was gained allows no long losses";
}

TEST(Payoff, a_step_that_was_interrupted_does_not_end_drafting_for_long) {
  Payoff payoff;
  for (int i = 0; i < 10; ++i) payoff.observe_draft(2, 1.25, 1);
  payoff.observe_draft(2, 5000, 1);
  int plain = 0;
  for (; !payoff.tries() && plain < 1000; ++plain) payoff.observe_plain();
  EXPECT_LE(plain, 60);
}

/// Of `steps` steps those with a source that makes a step give `tokens` tokens, one otherwise, in
/// so many times the time of one without it.
int steps_with_source(int steps, int tokens, double times) {
  SourcePayoff payoff;
  int with_source = 0;
  for (int i = 0; i < steps; ++i) {
    const bool asked = payoff.tries();
    payoff.observe(asked, asked ? tokens : 1, asked ? times : 1);
    with_source += asked;
  }
  return with_source;
}

TEST(SourcePayoff, goes_on_with_a_source_that_pays_but_for_a_step_now_and_then) {
  const int asked = steps_with_source(4000, 3, 2);
  EXPECT_GT(asked, 3800);
  EXPECT_LT(asked, 4000 - 4);
}

TEST(SourcePayoff, rests_where_a_source_costs_more_than_it_gives_and_tries_again) {
  const int asked = steps_with_source(4000, 2, 3);
  EXPECT_GT(asked, 16) << "it tries again";
  EXPECT_LT(asked, 4000 / 15) << "losing costs little";
}

TEST(AnswerGains, are_those_of_the_last_answers_alone) {
  AnswerGains gains;
  EXPECT_EQ(gains.speedup(), 1);
  for (int answer = 0; answer < 30; ++answer) {
    gains.begin_answer();
    for (int step = 0; step < 4; ++step) gains.observe(10, answer < 10 ? 10 : 20);
  }
  EXPECT_EQ(gains.answers(), AnswerGains::kMostAnswers);
  EXPECT_NEAR(gains.speedup(), 2, 1e-9);
  gains.begin_answer();
  EXPECT_EQ(gains.answers(), AnswerGains::kMostAnswers) << "an answer without steps tells nothing";
}

TEST(AnswerGains, are_kept_and_survive_garbage) {
  AnswerGains gains, other;
  gains.begin_answer();
  gains.observe(10, 15);
  other.from_json(gains.to_json());
  EXPECT_EQ(other.answers(), 1);
  EXPECT_EQ(other.speedup(), 1.5);
  for (const char* text : {"", "{}", "[1]", "[[1]]", "[[1, -2]]", "[[1, \"2\"]]", "null"})
    other.from_json(text);
  EXPECT_EQ(other.speedup(), 1.5);
}

}  // namespace
}  // namespace canter
