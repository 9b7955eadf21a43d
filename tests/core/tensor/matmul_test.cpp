#include "tensor/matmul.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_numbers.h"
#include "support/reference_numbers.h"

namespace canter {
namespace {

struct Case {
  TensorType type;
  std::size_t outputs;
  std::size_t inputs;
};

std::vector<Case> cases() {
  std::vector<Case> list;
  for (const TensorType type : test::kDecodableTypes) {
    const std::size_t block = tensor_type_info(type)->block_size;
    for (const std::size_t outputs : {1, 7, 300})
      for (const std::size_t inputs : {block, block == 1 ? std::size_t(172) : 3 * block})
        list.push_back({type, outputs, inputs});
  }
  return list;
}

std::vector<float> product(int threads, const Matrix& weight, const std::vector<float>& x) {
  ThreadPool pool(threads);
  Matmul matmul(pool);
  std::vector<float> y(x.size() / weight.inputs * weight.outputs, -1);
  matmul.multiply(weight, x.data(), x.size() / weight.inputs, y.data());
  return y;
}

TEST(Matmul, agrees_with_a_product_in_double_for_every_format_and_shape) {
  std::mt19937 random(1);
  for (const Case& c : cases()) {
    const auto bytes = test::random_blocks(random, c.type, c.outputs * c.inputs);
    const auto w = test::reference_decode(c.type, bytes);
    for (const std::size_t rows : {1, 3, 15, 16, 40}) {
      const auto x = test::normal_numbers(random, rows * c.inputs);
      const auto y = product(2, {c.type, c.outputs, c.inputs, bytes}, x);
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t o = 0; o < c.outputs; ++o) {
          double exact = 0, magnitude = 0;
          for (std::size_t i = 0; i < c.inputs; ++i) {
            exact += w[o * c.inputs + i] * x[r * c.inputs + i];
            magnitude += (std::fabs(w[o * c.inputs + i]) +
                          (tensor_type_info(c.type)->block_size > 1 ? 64.0 : 0.0)) *
                         std::fabs(x[r * c.inputs + i]);
          }
          // Whatever the order of the sum, at most one rounding per term and three per product.
          ASSERT_NEAR(y[r * c.outputs + o], exact, double(c.inputs + 4) * 0x1p-24 * magnitude)
              << tensor_type_name(c.type) << ' ' << c.outputs << 'x' << c.inputs << ' ' << rows;
        }
      }
    }
  }
}

TEST(Matmul, gives_the_same_bits_for_any_number_of_threads) {
  std::mt19937 random(2);
  for (const Case& c : cases()) {
    const auto bytes = test::random_blocks(random, c.type, c.outputs * c.inputs);
    for (const std::size_t rows : {1, 5, 33}) {
      const auto x = test::normal_numbers(random, rows * c.inputs);
      const Matrix weight{c.type, c.outputs, c.inputs, bytes};
      const auto expected = product(1, weight, x);
      for (const int threads : {2, 3, 7}) EXPECT_EQ(product(threads, weight, x), expected);
    }
  }
}

TEST(Matmul, gives_a_row_the_same_bits_alone_and_among_few_others) {
  std::mt19937 random(3);
  for (const Case& c : cases()) {
    const auto bytes = test::random_blocks(random, c.type, c.outputs * c.inputs);
    const Matrix weight{c.type, c.outputs, c.inputs, bytes};
    const std::size_t rows = Matmul::kNarrowRows - 1;
    const auto x = test::normal_numbers(random, rows * c.inputs);
    const auto together = product(2, weight, x);
    for (std::size_t r = 0; r < rows; ++r) {
      const std::vector<float> row(x.begin() + r * c.inputs, x.begin() + (r + 1) * c.inputs);
      const auto alone = product(2, weight, row);
      EXPECT_TRUE(std::equal(alone.begin(), alone.end(), together.begin() + r * c.outputs))
          << tensor_type_name(c.type) << " row " << r;
    }
  }
}

TEST(Matmul, reads_weights_that_are_not_aligned) {
  std::mt19937 random(4);
  const auto bytes = test::random_blocks(random, TensorType::kF32, 20 * 33);
  std::vector<std::byte> shifted(bytes.size() + 1);
  std::copy(bytes.begin(), bytes.end(), shifted.begin() + 1);
  const Matrix aligned{TensorType::kF32, 20, 33, bytes};
  const Matrix unaligned{TensorType::kF32, 20, 33, std::span(shifted).subspan(1)};
  for (const std::size_t rows : {1, 20}) {
    const auto x = test::normal_numbers(random, rows * 33);
    EXPECT_EQ(product(2, unaligned, x), product(2, aligned, x));
  }
}

}  // namespace
}  // namespace canter
