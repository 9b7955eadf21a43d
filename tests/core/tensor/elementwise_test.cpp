#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "support/kernel_sets.h"
#include "support/random_numbers.h"

namespace canter {
namespace {

using kernels::ElementwiseKernels;

struct Function {
  const char* name;
  std::function<void(const ElementwiseKernels&, float* x, const float* y, std::size_t count)> run;
  std::function<double(double x, double y)> formula;
  /// Units of 2^-24 of the result: roundings of the function and its exponential, and for each unit
  /// of an exponential's argument those of the argument.
  double units;
  std::function<double(double x)> argument_units;
};

double sigmoid(double v) {
  return 1 / (1 + std::exp(-v));
}

double gelu_tanh_argument(double v) {
  return std::sqrt(8 / std::numbers::pi) * (v + 0.044715 * v * v * v);
}

std::vector<Function> functions() {
  const auto none = [](double) { return 0.0; };
  const auto clamped = [](double g, double u) {
    g = std::min(g, 7.0);
    return g * sigmoid(1.702f * g) * (std::clamp(u, -7.0, 7.0) + 1);
  };
  const auto cubic = [](double v) { return 5 * std::fabs(gelu_tanh_argument(v)); };
  return {
      {"silu_multiply",
       [](const auto& set, float* x, const float* y, auto n) { set.silu_multiply(x, y, n); },
       [](double x, double y) { return x * sigmoid(x) * y; }, 7, none},
      {"clamped_silu_multiply",
       [](const auto& set, float* x, const float* y, auto n) {
         set.clamped_silu_multiply(x, y, 1.702f, 7, n);
       },
       clamped, 9, [](double v) { return 1.702 * std::fabs(v); }},
      {"gelu_tanh_multiply",
       [](const auto& set, float* x, const float* y, auto n) { set.gelu_tanh_multiply(x, y, n); },
       [](double x, double y) { return x * sigmoid(gelu_tanh_argument(x)) * y; }, 7, cubic},
      {"gelu_tanh", [](const auto& set, float* x, const float*, auto n) { set.gelu_tanh(x, n); },
       [](double x, double) { return x * sigmoid(gelu_tanh_argument(x)); }, 7, cubic},
      {"gelu", [](const auto& set, float* x, const float*, auto n) { set.gelu(x, n); },
       [](double x, double) { return x / 2 * std::erfc(-x / std::sqrt(2.0)); }, 16,
       [](double v) { return v * v / 2; }},
      {"sigmoid_multiply",
       [](const auto& set, float* x, const float* y, auto n) { set.sigmoid_multiply(x, y, n); },
       [](double x, double y) { return x * sigmoid(y); }, 7, none},
      {"softcap", [](const auto& set, float* x, const float*, auto n) { set.softcap(x, 30, n); },
       [](double x, double) { return 30 * std::tanh(x / 30); }, 14, none},
      {"add_scaled",
       [](const auto& set, float* x, const float* y, auto n) { set.add_scaled(x, y, 0.25f, n); },
       [](double x, double y) { return x + 0.25 * y; }, 1, none},
  };
}

TEST(Elementwise, functions_are_within_a_few_units_of_their_formulas) {
  std::vector<float> x, y;
  for (float v = -120; v < 120; v += 0.37f) x.push_back(v);
  for (float v = 1e-30f; v < 10; v *= 1.07f) x.insert(x.end(), {v, -v});
  for (const float v : {0.0f, -0.0f, 1e30f}) x.push_back(v);
  for (std::size_t i = 0; i < x.size(); ++i) y.push_back(float(i % 23) - 11);
  for (const kernels::Kernels* set : test::supported_sets()) {
    for (const Function& function : functions()) {
      auto out = x;
      function.run(set->elementwise, out.data(), y.data(), out.size());
      for (std::size_t i = 0; i < x.size(); ++i) {
        const double expected = function.formula(x[i], y[i]);
        // Exponentials below e^-87 are zero.
        const double bound =
            (function.units + function.argument_units(x[i])) * 0x1p-24 * std::fabs(expected) +
            1e-33;
        ASSERT_NEAR(out[i], expected, bound)
            << set->name << ' ' << function.name << ' ' << x[i] << ' ' << y[i];
      }
    }
  }
}

TEST(Elementwise, functions_stand_the_largest_numbers_and_keep_what_is_no_number) {
  for (const kernels::Kernels* set : test::supported_sets()) {
    for (const Function& function : functions()) {
      const float y = 2;
      for (const float v : {3e38f, -3e38f}) {
        float x = v;
        function.run(set->elementwise, &x, &y, 1);
        EXPECT_FALSE(std::isnan(x)) << set->name << ' ' << function.name << ' ' << v;
      }
      float x = NAN;
      function.run(set->elementwise, &x, &y, 1);
      EXPECT_TRUE(std::isnan(x)) << set->name << ' ' << function.name;
    }
  }
}

TEST(Elementwise, what_a_number_gives_does_not_depend_on_its_place) {
  std::mt19937 random(3);
  const auto x = test::normal_numbers(random, 67, 5), y = test::normal_numbers(random, 67, 5);
  for (const kernels::Kernels* set : test::supported_sets()) {
    for (const Function& function : functions()) {
      auto all = x;
      function.run(set->elementwise, all.data(), y.data(), all.size());
      for (std::size_t count = 1; count < x.size(); ++count) {
        const std::size_t first = x.size() - count;
        auto part = x;
        function.run(set->elementwise, part.data() + first, y.data() + first, count);
        EXPECT_TRUE(std::equal(x.begin(), x.begin() + first, part.begin())) << function.name;
        EXPECT_TRUE(std::equal(all.begin() + first, all.end(), part.begin() + first))
            << set->name << ' ' << function.name << ' ' << count;
      }
    }
  }
}

}  // namespace
}  // namespace canter
