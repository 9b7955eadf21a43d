#include "tune/plan.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/reference_results.h"

namespace canter::tuning {
namespace {

/// TinyLlama's shape.
UniformShape billion() {
  UniformShape config;
  config.layers = 22;
  config.width = 2048;
  config.heads = 32;
  config.kv_heads = 4;
  config.head_width = 64;
  config.feed_forward = 5632;
  config.vocabulary = 32000;
  config.context = 2048;
  return config;
}
constexpr TuningSpeed kLaptop{.multiply_adds = 60e9, .seconds_per_token = 0.06};

TEST(TuningPlan, gives_answers_a_share_of_the_time_and_no_more) {
  const auto hour = plan_tuning(billion(), kLaptop, 600, 60);
  EXPECT_EQ(hour.settings.minutes, 60);
  EXPECT_LE(hour.answer_seconds, 60 * 60 * hour.settings.answers_share);
  EXPECT_LT(plan_tuning(billion(), kLaptop, 600, 10).answers, hour.answers);
  EXPECT_EQ(plan_tuning(billion(), kLaptop, 100, 240).answers, 100u);
}

TEST(TuningPlan, makes_steps_small_where_time_is_short) {
  const auto groups = [](double minutes) {
    const auto settings = plan_tuning(billion(), kLaptop, 600, minutes).settings;
    EXPECT_TRUE(check_settings(settings));
    return settings.answers_per_step * settings.groups_per_answer;
  };
  EXPECT_LT(groups(10), groups(600));
  EXPECT_GE(groups(0.1), 16);
  EXPECT_EQ(groups(100'000),
            TuningSettings().answers_per_step * TuningSettings().groups_per_answer);
}

TEST(TuningPlan, of_a_billion_weights_stays_below_two_gigabytes) {
  for (const double minutes : {1.0, 60.0, 10'000.0}) {
    const auto plan = plan_tuning(billion(), kLaptop, 5000, minutes);
    EXPECT_LT(plan.memory, 2'000'000'000u);
    EXPECT_GT(plan.memory, 100'000'000u);
  }
}

TEST(TuningPlan, suggests_more_time_for_larger_models) {
  const Model starter = Model::open(test::starter_gguf()).value();
  const TuningSpeed quick{.multiply_adds = 60e9, .seconds_per_token = 0.001};
  EXPECT_LE(suggested_minutes(tunable_shape(starter).value(), quick, 600), 10);
  EXPECT_EQ(suggested_minutes(billion(), kLaptop, 600), 60);
}

TEST(TuningPlan, draws_further_answers_where_there_is_time_left) {
  EXPECT_EQ(plan_tuning(billion(), kLaptop, 600, 30).settings.samples, 0);
  const auto quick =
      plan_tuning(billion(), {.multiply_adds = 60e9, .seconds_per_token = 0.0005}, 600, 30);
  EXPECT_GT(quick.settings.samples, 0);
  EXPECT_LE(quick.answer_seconds, 30 * 60 * quick.settings.answers_share);
}

TEST(TuningPlan, has_masks_only_for_layers_without_states_but_a_speed_for_all) {
  const Model model =
      Model::open(std::filesystem::path(CANTER_TEST_DATA) / "families/lfm2/model.gguf").value();
  ThreadPool pool(1);
  const auto shape = tunable_shape(model);
  ASSERT_FALSE(shape);
  EXPECT_EQ(shape.error().kind, ErrorKind::kUnsupported);
  EXPECT_NE(shape.error().message.find("\"lfm2\""), std::string::npos) << shape.error().message;
  const TuningSpeed speed = measure_tuning_speed(model, pool).value();
  EXPECT_GT(speed.multiply_adds, 0);
  EXPECT_GT(speed.seconds_per_token, 0);
}

TEST(TuningPlan, counts_the_experts_that_a_token_uses) {
  const Model model =
      Model::open(std::filesystem::path(CANTER_TEST_DATA) / "families/mixtral/model.gguf").value();
  const MixturePlan& mixture = *model.plan().layers.front().mixture;
  const UniformShape shape = tunable_shape(model).value();
  EXPECT_EQ(shape.feed_forward, mixture.used * mixture.width);
  EXPECT_EQ(shape.experts, mixture.experts);
}

TEST(TuningPlan, rests_on_what_the_machine_was_seen_to_do) {
  const Model starter = Model::open(test::starter_gguf()).value();
  ThreadPool pool(2);
  const auto speed = measure_tuning_speed(starter, pool);
  ASSERT_TRUE(speed) << speed.error().message;
  EXPECT_GT(speed->multiply_adds, 1e7);
  EXPECT_GT(speed->seconds_per_token, 0);
}

}  // namespace
}  // namespace canter::tuning
