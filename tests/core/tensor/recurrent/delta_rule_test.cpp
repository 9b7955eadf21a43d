#include "tensor/recurrent/delta_rule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "support/kernel_sets.h"
#include "support/random_numbers.h"
#include "support/rounding.h"

namespace canter {
namespace {

/// Of e^g, which is within 2 ulp.
constexpr double kDecayError = 4 * test::kUnitRoundoff;

struct DeltaRuleInputs {
  std::vector<float> queries, keys, values, log_decays, betas;
};

DeltaRuleInputs random_inputs(std::mt19937& random, const DeltaRuleShape& shape, std::size_t rows) {
  const float deviation = 1 / std::sqrt(float(shape.key_width));
  DeltaRuleInputs inputs;
  inputs.queries =
      test::normal_numbers(random, rows * shape.key_heads * shape.key_width, deviation);
  inputs.keys = test::normal_numbers(random, rows * shape.key_heads * shape.key_width, deviation);
  inputs.values = test::normal_numbers(random, rows * shape.value_heads * shape.value_width);
  std::uniform_real_distribution<float> part(0, 1);
  for (std::size_t i = 0; i < rows * shape.value_heads; ++i) {
    inputs.log_decays.push_back(-part(random));
    inputs.betas.push_back(part(random));
  }
  return inputs;
}

std::vector<float> computed(const DeltaRuleShape& shape, const DeltaRuleInputs& inputs,
                            std::size_t rows, std::vector<float>& state,
                            const kernels::Kernels& set) {
  std::vector<int> parents(rows);
  std::iota(parents.begin(), parents.end(), -1);
  const RowWalk walk = RowWalk::through(parents);
  const std::size_t keys = shape.key_heads * shape.key_width;
  const std::size_t values = shape.value_heads * shape.value_width;
  std::vector<float> out(rows * values);
  ThreadPool pool(1);
  StateWorkspace workspace(pool, set);
  delta_rule({.shape = shape,
              .walk = &walk,
              .state = state.data(),
              .queries = {inputs.queries.data(), keys},
              .keys = {inputs.keys.data(), keys},
              .values = {inputs.values.data(), values},
              .log_decays = {inputs.log_decays.data(), shape.value_heads},
              .betas = {inputs.betas.data(), shape.value_heads},
              .out = out.data(),
              .end_state = state.data()},
             workspace);
  return out;
}

/// One column of one head's state as its formula says, and how far float32 may be from it: to the
/// first order, every operation adds its rounding to what its operands bring.
class ColumnReference {
 public:
  explicit ColumnReference(std::size_t height) : state_(height), error_(height) {}

  struct Number {
    double value, error;
  };

  Number take(const float* query, const float* key, double value, double log_decay, double beta) {
    const std::size_t height = state_.size();
    // A sum rounds each product and each addition.
    const double rounding = double(height + 8) * test::kUnitRoundoff;
    const double decay = std::exp(log_decay);
    double known = 0, known_error = 0;
    for (std::size_t i = 0; i < height; ++i) {
      known += state_[i] * key[i];
      known_error += std::fabs(key[i]) * (error_[i] + rounding * std::fabs(state_[i]));
    }
    const double added = beta * (value - decay * known);
    const double added_error =
        beta *
            (decay * known_error + (kDecayError + test::kUnitRoundoff) * std::fabs(decay * known) +
             test::kUnitRoundoff * std::fabs(value - decay * known)) +
        test::kUnitRoundoff * std::fabs(added);
    Number out{0, 0};
    for (std::size_t i = 0; i < height; ++i) {
      const double kept = decay * state_[i];
      state_[i] = kept + key[i] * added;
      error_[i] = decay * error_[i] + (kDecayError + test::kUnitRoundoff) * std::fabs(kept) +
                  std::fabs(key[i]) * (added_error + test::kUnitRoundoff * std::fabs(added)) +
                  test::kUnitRoundoff * std::fabs(state_[i]);
      out.value += state_[i] * query[i];
      out.error += std::fabs(query[i]) * (error_[i] + rounding * std::fabs(state_[i]));
    }
    out.error = 1.01 * out.error + 1e-30;
    return out;
  }

 private:
  std::vector<double> state_, error_;
};

TEST(DeltaRule, gives_what_its_formula_says_for_every_width_and_order_of_heads) {
  std::mt19937 random(1);
  constexpr std::size_t rows = 10;
  std::vector<std::pair<std::size_t, std::size_t>> widths = {{128, 128}, {16, 64}};
  for (std::size_t width = 1; width <= 40; ++width) widths.push_back({width * 5 % 19 + 1, width});
  for (const auto& [key_width, value_width] : widths) {
    for (const KeyHeadOrder order : {KeyHeadOrder::kInterleaved, KeyHeadOrder::kGrouped}) {
      const DeltaRuleShape shape{2, 4, key_width, value_width, order};
      const DeltaRuleInputs inputs = random_inputs(random, shape, rows);
      for (const kernels::Kernels* set : test::supported_sets()) {
        std::vector<float> state(shape.state_numbers());
        const auto out = computed(shape, inputs, rows, state, *set);
        for (std::size_t h = 0; h < 4; ++h) {
          const std::size_t key_head = order == KeyHeadOrder::kInterleaved ? h % 2 : h / 2;
          for (std::size_t c = 0; c < value_width; ++c) {
            ColumnReference column(key_width);
            for (std::size_t r = 0; r < rows; ++r) {
              const std::size_t key = (r * 2 + key_head) * key_width;
              const std::size_t place = (r * 4 + h) * value_width + c;
              const auto expected =
                  column.take(&inputs.queries[key], &inputs.keys[key], inputs.values[place],
                              inputs.log_decays[r * 4 + h], inputs.betas[r * 4 + h]);
              ASSERT_NEAR(out[place], expected.value, expected.error)
                  << set->name << ' ' << key_width << ' ' << value_width << ' ' << h << ' ' << r;
            }
          }
        }
      }
    }
  }
}

TEST(DeltaRule, a_key_gives_back_the_value_that_was_stored_under_it) {
  const DeltaRuleShape shape{1, 1, 4, 3};
  const DeltaRuleInputs inputs{.queries = {0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0},
                               .keys = {0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0},
                               .values = {1, 2, 3, 4, 5, 6, 7, 8, 9},
                               .log_decays = {0, 0, 0},
                               .betas = {1, 1, 1}};
  for (const kernels::Kernels* set : test::supported_sets()) {
    std::vector<float> state(shape.state_numbers());
    EXPECT_EQ(computed(shape, inputs, 3, state, *set), inputs.values);
    EXPECT_EQ(state, (std::vector<float>{4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0})) << set->name;
  }
}

TEST(DeltaRule, a_long_text_does_not_make_the_state_overflow) {
  std::mt19937 random(2);
  const DeltaRuleShape shape{1, 1, 16, 16};
  DeltaRuleInputs inputs = random_inputs(random, shape, 3000);
  for (std::size_t r = 0; r < 3000; ++r) {
    double squares = 0;
    for (std::size_t i = 0; i < 16; ++i) squares += std::pow(inputs.keys[r * 16 + i], 2);
    for (std::size_t i = 0; i < 16; ++i) inputs.keys[r * 16 + i] /= float(std::sqrt(squares));
    inputs.log_decays[r] = r % 100 == 0 ? -200.0f : 0.0f;
  }
  for (const kernels::Kernels* set : test::supported_sets()) {
    std::vector<float> state(shape.state_numbers());
    for (const float v : computed(shape, inputs, 3000, state, *set)) ASSERT_LT(std::fabs(v), 1e3f);
  }
}

}  // namespace
}  // namespace canter
