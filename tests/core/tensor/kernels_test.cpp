#include "tensor/kernels/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>

#include "support/kernel_sets.h"
#include "support/random_numbers.h"

namespace canter {
namespace {

using kernels::ActivationForm;
using kernels::Kernels;

TEST(Kernels, the_portable_set_runs_on_every_processor) {
  ASSERT_NE(kernels::find("portable"), nullptr);
  EXPECT_EQ(kernels::find("no such set"), nullptr);
}

// Run once more for each set, with CANTER_KERNELS naming it (CMakeLists.txt).
TEST(Kernels, the_set_that_the_environment_names_runs_else_the_best) {
  const char* forced = std::getenv("CANTER_KERNELS");
  const Kernels* expected = forced ? kernels::find(forced) : test::supported_sets().back();
  if (!expected) GTEST_SKIP() << "this processor has no " << forced;
  EXPECT_STREQ(kernels::active().name, expected->name);
}

/// One row of activations and its memory.
struct Prepared {
  explicit Prepared(const Kernels& set, ActivationForm form, const std::vector<float>& x) {
    activations.rows = 1;
    activations.blocks = (x.size() + kernels::kBlock - 1) / kernels::kBlock;
    blocks.resize(activations.blocks);
    activations.numbers = bytes;
    activations.integer_blocks = blocks.data();
    set.prepare(form, x.data(), x.size(), 0, activations);
  }

  alignas(64) std::byte bytes[8192];
  std::vector<kernels::IntegerBlock> blocks;
  kernels::Activations activations;
};

TEST(Kernels, activations_become_bytes_within_half_a_step_and_their_sums_are_exact) {
  std::mt19937 random(1);
  for (const Kernels* set : test::supported_sets()) {
    auto x = test::normal_numbers(random, 100);
    std::fill(x.begin() + 32, x.begin() + 64, 0.0f);
    const Prepared prepared(*set, ActivationForm::kInt8, x);
    ASSERT_EQ(prepared.activations.blocks, 4u);
    for (std::size_t b = 0; b < 4; ++b) {
      const kernels::IntegerBlock& block = prepared.blocks[b];
      int sum = 0, first_half = 0;
      for (std::size_t i = 0; i < 32; ++i) {
        const int number = static_cast<signed char>(prepared.bytes[b * 32 + i]);
        const float expected = b * 32 + i < x.size() ? x[b * 32 + i] : 0;
        EXPECT_NEAR(block.scale * float(number), expected, 0.5001f * block.scale) << set->name;
        EXPECT_LE(std::abs(number), 127);
        sum += number;
        if (i < 16) first_half += number;
      }
      EXPECT_EQ(block.sum, sum);
      EXPECT_EQ(block.first_half_sum, first_half);
      EXPECT_EQ(block.scaled_sum, block.scale * float(sum));
    }
  }
}

TEST(Kernels, activations_become_pairs_of_bytes_within_a_step_and_a_half_and_their_sums_are_exact) {
  std::mt19937 random(3);
  for (const Kernels* set : test::supported_sets()) {
    auto x = test::normal_numbers(random, 3000);
    std::fill(x.begin() + 32, x.begin() + 64, 0.0f);
    const Prepared prepared(*set, ActivationForm::kInt16, x);
    for (std::size_t b = 0; b < prepared.activations.blocks; ++b) {
      const kernels::IntegerBlock& block = prepared.blocks[b];
      int sum = 0, first_half = 0;
      for (std::size_t i = 0; i < 32; ++i) {
        const int high = static_cast<signed char>(prepared.bytes[b * 64 + i]);
        const int low = static_cast<signed char>(prepared.bytes[b * 64 + 32 + i]);
        const float expected = b * 32 + i < x.size() ? x[b * 32 + i] : 0;
        const int number = 256 * high + low;
        EXPECT_NEAR(block.scale * float(number), expected,
                    (low == -127 ? 1.502f : 0.502f) * block.scale)
            << set->name;
        EXPECT_LE(std::abs(high), 127);
        EXPECT_LE(std::abs(low), 127);
        sum += number;
        if (i < 16) first_half += number;
      }
      EXPECT_EQ(block.sum, sum);
      EXPECT_EQ(block.first_half_sum, first_half);
      EXPECT_EQ(block.scaled_sum, block.scale * float(sum));
    }
  }
}

TEST(Kernels, activations_become_the_same_integers_under_every_set) {
  std::mt19937 random(4);
  for (const std::size_t count : {1, 31, 32, 33, 500}) {
    auto x = test::normal_numbers(random, count);
    x[count / 2] = 1e-41f;
    for (const ActivationForm form : {ActivationForm::kInt8, ActivationForm::kInt16}) {
      const Prepared expected(*kernels::find("portable"), form, x);
      for (const Kernels* set : test::supported_sets()) {
        const Prepared prepared(*set, form, x);
        const std::size_t blocks = prepared.blocks.size();
        EXPECT_EQ(std::memcmp(prepared.bytes, expected.bytes, blocks * block_bytes(form)), 0)
            << set->name << ' ' << count;
        EXPECT_EQ(std::memcmp(prepared.blocks.data(), expected.blocks.data(),
                              blocks * sizeof(kernels::IntegerBlock)),
                  0)
            << set->name << ' ' << count;
      }
    }
  }
}

TEST(Kernels, activations_become_bfloat16_as_the_conversion_of_numbers_rounds) {
  std::mt19937 random(2);
  auto x = test::normal_numbers(random, 64);
  x[3] = NAN;
  x[4] = INFINITY;
  x[5] = 0x1.01p0f;
  x[6] = 0x1.03p0f;
  for (const Kernels* set : test::supported_sets()) {
    const Prepared prepared(*set, ActivationForm::kBfloat16, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
      std::uint16_t word;
      std::memcpy(&word, prepared.bytes + 2 * i, 2);
      EXPECT_EQ(word, float_to_bfloat16(x[i])) << set->name << ' ' << x[i];
    }
  }
}

TEST(Kernels, the_sigmoid_is_within_a_few_units_of_its_formula_whatever_stands_beside) {
  for (const Kernels* set : test::supported_sets()) {
    std::vector<float> x;
    for (float v = -86; v < 120; v += 0.37f) x.push_back(v);
    for (const float v : {0.0f, INFINITY, -INFINITY, 1e30f, -1e30f}) x.push_back(v);
    auto out = x;
    set->elementwise.sigmoid(out.data(), out.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double expected = 1 / (1 + std::exp(-double(x[i])));
      EXPECT_NEAR(out[i], expected, 6 * 0x1p-24 * expected) << set->name << ' ' << x[i];
      float one = x[i];
      set->elementwise.sigmoid(&one, 1);
      EXPECT_EQ(one, out[i]) << set->name << ' ' << x[i];
    }
    float bad = NAN;
    set->elementwise.sigmoid(&bad, 1);
    EXPECT_TRUE(std::isnan(bad)) << set->name;
  }
}

}  // namespace
}  // namespace canter
