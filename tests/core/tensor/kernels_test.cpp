#include "tensor/kernels/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "support/random_numbers.h"
#include "support/reference_numbers.h"

namespace canter {
namespace {

using kernels::Kernels;
using kernels::kTileRows;

std::vector<const Kernels*> supported_sets() {
  std::vector<const Kernels*> sets;
  for (const char* name : {"portable", "avx2", "avx512"})
    if (const Kernels* set = kernels::find(name)) sets.push_back(set);
  return sets;
}

TEST(Kernels, the_portable_set_runs_on_every_processor) {
  ASSERT_NE(kernels::find("portable"), nullptr);
  EXPECT_EQ(kernels::find("no such set"), nullptr);
}

// Run once more for each set, with CANTER_KERNELS naming it (CMakeLists.txt).
TEST(Kernels, the_set_that_the_environment_names_runs_else_the_best) {
  const char* forced = std::getenv("CANTER_KERNELS");
  const Kernels* expected = forced ? kernels::find(forced) : supported_sets().back();
  if (!expected) GTEST_SKIP() << "this processor has no " << forced;
  EXPECT_STREQ(kernels::active().name, expected->name);
}

TEST(Kernels, every_set_gives_the_same_bits) {
  std::mt19937 random(1);
  for (const TensorType type : test::kDecodableTypes) {
    const std::size_t block = tensor_type_info(type)->block_size;
    for (const std::size_t count : {block, 3 * block, block == 1 ? 777 : 5 * block}) {
      const auto weight = test::random_blocks(random, type, count);
      const auto x = test::normal_numbers(random, kTileRows * count);
      std::vector<float> expected(kTileRows), decoded(count);
      kernels::find("portable")
          ->dot(type, weight.data(), x.data(), count, kTileRows, count, expected.data());
      kernels::find("portable")->decode(type, weight.data(), decoded.data(), count);
      for (const Kernels* set : supported_sets()) {
        std::vector<float> sums(kTileRows), numbers(count);
        set->dot(type, weight.data(), x.data(), count, kTileRows, count, sums.data());
        set->decode(type, weight.data(), numbers.data(), count);
        EXPECT_EQ(sums, expected) << set->name << ' ' << tensor_type_name(type) << ' ' << count;
        EXPECT_EQ(numbers, decoded) << set->name << ' ' << tensor_type_name(type) << ' ' << count;
      }
    }
  }
}

TEST(Kernels, a_dot_product_of_any_length_is_within_its_rounding_bound) {
  std::mt19937 random(2);
  for (const Kernels* set : supported_sets()) {
    for (const TensorType type : test::kDecodableTypes) {
      const std::size_t block = tensor_type_info(type)->block_size;
      for (std::size_t blocks = 1; blocks <= (block == 1 ? 131u : 5u); ++blocks) {
        const std::size_t count = blocks * block;
        const auto weight = test::random_blocks(random, type, count);
        const auto x = test::normal_numbers(random, count);
        const auto w = test::reference_decode(type, weight);
        double exact = 0, magnitude = 0;
        for (std::size_t i = 0; i < count; ++i) {
          exact += w[i] * x[i];
          // The minimum of a block can cancel its quants: their sizes count, not the difference's.
          magnitude += (std::fabs(w[i]) + (block > 1 ? 64.0 : 0.0)) * std::fabs(x[i]);
        }
        float sum = 0;
        set->dot(type, weight.data(), x.data(), count, 1, count, &sum);
        // Each lane adds count/32 products; a product and its weight are rounded three times, the
        // tree over 32 lanes five times (Higham, Accuracy and Stability, 3.1).
        const double roundings = double(count) / 32 + 1 + 3 + 5;
        ASSERT_NEAR(sum, exact, roundings * 0x1p-24 * magnitude)
            << set->name << ' ' << tensor_type_name(type) << ' ' << count;
      }
    }
  }
}

TEST(Kernels, a_row_of_a_tile_does_not_depend_on_the_others) {
  std::mt19937 random(3);
  for (const Kernels* set : supported_sets()) {
    for (const TensorType type : test::kDecodableTypes) {
      const std::size_t count = tensor_type_info(type)->block_size == 1 ? 200 : 512;
      const auto weight = test::random_blocks(random, type, count);
      const auto x = test::normal_numbers(random, kTileRows * count);
      std::vector<float> alone(kTileRows);
      for (std::size_t r = 0; r < kTileRows; ++r)
        set->dot(type, weight.data(), x.data() + r * count, count, 1, count, &alone[r]);
      for (std::size_t rows = 1; rows <= kTileRows; ++rows) {
        std::vector<float> together(rows);
        set->dot(type, weight.data(), x.data(), count, rows, count, together.data());
        for (std::size_t r = 0; r < rows; ++r) EXPECT_EQ(together[r], alone[r]);
      }
    }
  }
}

}  // namespace
}  // namespace canter
