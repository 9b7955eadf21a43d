#include "decode/step_cost.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/forward/forward.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using testing::HasSubstr;

constexpr int kContext = 1024;

class StepCostTest : public testing::Test {
 protected:
  StepCostTest() : pool_(2), model_(open()) {}

  Result<std::vector<StepCost>> measure(const StepCostSettings& settings,
                                        const std::function<bool()>& should_stop = {}) {
    return measure_step_cost(model_, pool_, settings, should_stop);
  }

  void expect_refusal(const StepCostSettings& settings, const std::string& message) {
    const auto refused = measure(settings);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(refused.error().message, HasSubstr(message));
  }

 private:
  Model open() const {
    const auto path = folder_.path() / "tiny.gguf";
    test::TinyModel shape;
    shape.context = kContext;
    test::write_tiny_model(path, shape);
    return Model::open(path).value();
  }

  test::TemporaryDirectory folder_;
  ThreadPool pool_;
  Model model_;
};

TEST_F(StepCostTest, answers_for_every_number_of_rows_in_the_order_asked) {
  const std::vector<int> rows = {8, 1, 3, 1};
  const auto costs = measure({.rows = rows, .context = 20, .repeat = 4}).value();
  ASSERT_EQ(costs.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(costs[i].rows, rows[i]);
    EXPECT_GT(costs[i].min_ms, 0);
    EXPECT_LE(costs[i].min_ms, costs[i].median_ms);
  }
}

TEST_F(StepCostTest, a_single_pass_is_median_and_minimum_at_once) {
  const auto costs = measure({.rows = {2}, .context = 1, .repeat = 1}).value();
  EXPECT_EQ(costs.at(0).median_ms, costs.at(0).min_ms);
}

TEST_F(StepCostTest, the_context_may_be_empty_or_fill_the_model) {
  EXPECT_TRUE(measure({.rows = {1}, .context = 0, .repeat = 1}));
  EXPECT_TRUE(measure({.rows = {1, 2}, .context = kContext - 2, .repeat = 1}));
  EXPECT_TRUE(
      measure({.rows = {Forward::kMaxRows}, .context = kContext - Forward::kMaxRows, .repeat = 1}));
}

TEST_F(StepCostTest, refuses_rows_that_no_pass_takes) {
  expect_refusal({.rows = {}}, "no number of rows");
  expect_refusal({.rows = {1, 0}}, "cannot have 0 rows");
  expect_refusal({.rows = {-1}}, "cannot have -1 rows");
  expect_refusal({.rows = {1, Forward::kMaxRows + 1}}, "from 1 to 512");
}

TEST_F(StepCostTest, refuses_what_does_not_fit_the_context) {
  expect_refusal({.rows = {1, 2}, .context = kContext - 1},
                 "1023 tokens of context and 2 rows do not fit the model's context of 1024");
  expect_refusal({.rows = {1}, .context = 2147483647}, "do not fit");
  expect_refusal({.rows = {1}, .context = -1}, "context of -1 tokens");
}

TEST_F(StepCostTest, refuses_to_measure_nothing) {
  expect_refusal({.repeat = 0}, "cannot be repeated 0 times");
  expect_refusal({.repeat = -3}, "cannot be repeated -3 times");
}

TEST_F(StepCostTest, can_be_stopped_while_reading_the_context_and_between_passes) {
  for (const int asked_before : {0, 1, 5}) {
    int asked = 0;
    const auto stopped = measure({.rows = {1, 2}, .context = 600, .repeat = 1'000'000},
                                 [&] { return asked++ >= asked_before; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
    EXPECT_EQ(asked, asked_before + 1);
  }
}

}  // namespace
}  // namespace canter
