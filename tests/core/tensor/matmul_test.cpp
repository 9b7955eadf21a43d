#include "tensor/matmul.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>

#include "support/kernel_sets.h"
#include "support/packed.h"
#include "support/random_numbers.h"
#include "support/reference_numbers.h"

namespace canter {
namespace {

using kernels::ActivationForm;
using kernels::Kernels;

std::vector<float> product(ThreadPool& pool, const PackedMatrix& weight, std::span<const float> x) {
  Matmul matmul(pool);
  const std::size_t rows = x.size() / weight.inputs();
  std::vector<float> y(rows * weight.outputs(), -1);
  matmul.multiply(x.data(), rows, weight, y.data());
  return y;
}

/// The most that a product of the exact weights may be off, by the way activations are taken:
/// float32: rounding alone; bfloat16: half a unit of its eight bits for each activation, or of
/// those of what eight bits leave; bytes: half a step, of 1/127 of the block's largest activation
/// (what their rests mend is not counted); 16 bits: half a step of 1/32,639, or one and a half
/// where the low byte would be -128. Sums add at most one rounding per term and a few per block,
/// each of a term no larger than codes without their offset or minimum would give.
double budget(ActivationForm form, TensorType type, std::span<const double> w,
              std::span<const float> x) {
  const double cancelled = tensor_type_info(type)->block_size > 1 ? 64.0 : 0.0;
  double given = 0, magnitude = 0;
  for (std::size_t b = 0; b < x.size(); b += kernels::kBlock) {
    const std::size_t end = std::min(b + kernels::kBlock, x.size());
    double largest = 0;
    for (std::size_t i = b; i < end; ++i) largest = std::max(largest, double(std::fabs(x[i])));
    for (std::size_t i = b; i < end; ++i) {
      magnitude += (std::fabs(w[i]) + cancelled) * std::fabs(x[i]);
      if (form == ActivationForm::kInt8) given += std::fabs(w[i]) * largest / 127 * 0.5;
      if (form == ActivationForm::kInt16) given += std::fabs(w[i]) * largest / 32639 * 1.5;
      if (form == ActivationForm::kBfloat16)
        given += std::fabs(w[i] * x[i]) * (x.size() < Matmul::kLongRow ? 0x1p-16 : 0x1p-8);
    }
  }
  return given * (1 + 0x1p-16) + double(x.size() + 8) * 0x1p-24 * magnitude;
}

TEST(Matmul, stays_within_the_budget_of_every_format_under_every_set) {
  std::mt19937 random(1);
  ThreadPool pool(2);
  for (const TensorType type : test::kDecodableTypes) {
    const std::size_t block = tensor_type_info(type)->block_size;
    for (const std::size_t outputs : {1, 7, 75}) {
      for (const std::size_t inputs :
           {block, block == 1 ? std::size_t(172) : 3 * block, Matmul::kLongRow}) {
        if (inputs == Matmul::kLongRow && outputs != 7) continue;
        const auto bytes = test::random_blocks(random, type, outputs * inputs);
        const auto w = test::reference_decode(type, bytes);
        for (const Kernels* set : test::supported_sets()) {
          const test::Packed packed = test::pack({type, outputs, inputs, bytes}, *set);
          const ActivationForm form = packed.matrix.product().form;
          for (const std::size_t rows : {1, 3, 20}) {
            const auto x = test::normal_numbers(random, rows * inputs);
            const auto y = product(pool, packed.matrix, x);
            for (std::size_t r = 0; r < rows; ++r) {
              const std::span row(x.data() + r * inputs, inputs);
              for (std::size_t o = 0; o < outputs; ++o) {
                const std::span weights(w.data() + o * inputs, inputs);
                double exact = 0;
                for (std::size_t i = 0; i < inputs; ++i) exact += weights[i] * row[i];
                ASSERT_NEAR(y[r * outputs + o], exact, budget(form, type, weights, row))
                    << set->name << ' ' << tensor_type_name(type) << ' ' << outputs << 'x' << inputs
                    << ' ' << rows;
              }
            }
          }
        }
      }
    }
  }
}

/// A step of bytes is 1/127 of about 2.1 deviations, the largest of 32 normal numbers; its error is
/// spread evenly, so its deviation is the step's 1/sqrt(12), 0.48 % of the result's; of 16 bits
/// 0.0019 %, and 0.0022 % with one in 256 a step further off. bfloat16 rounds by 2^-8 at most,
/// 0.17 % on average.
TEST(Matmul, errs_by_no_more_than_its_activations_do_on_average) {
  std::mt19937 random(2);
  ThreadPool pool(2);
  const std::size_t outputs = 256;
  for (const std::size_t inputs : {Matmul::kLongRow / 2, Matmul::kLongRow}) {
    const auto x = test::normal_numbers(random, inputs);
    for (const TensorType type : {TensorType::kF32, TensorType::kF16, TensorType::kBF16,
                                  TensorType::kQ8_0, TensorType::kQ4_0}) {
      std::vector<std::byte> bytes;
      encode_numbers(type, test::normal_numbers(random, outputs * inputs, 0.02f), bytes);
      const auto w = test::reference_decode(type, bytes);
      for (const Kernels* set : test::supported_sets()) {
        const test::Packed packed = test::pack({type, outputs, inputs, bytes}, *set);
        const ActivationForm form = packed.matrix.product().form;
        const auto y = product(pool, packed.matrix, x);
        double error = 0, size = 0;
        for (std::size_t o = 0; o < outputs; ++o) {
          double exact = 0;
          for (std::size_t i = 0; i < inputs; ++i) exact += w[o * inputs + i] * x[i];
          error += (y[o] - exact) * (y[o] - exact);
          size += exact * exact;
        }
        const double allowed = form == ActivationForm::kInt8       ? 0.0065
                               : form == ActivationForm::kInt16    ? 0.00003
                               : form == ActivationForm::kBfloat16 ? 0.0020
                                                                   : 0.000001;
        EXPECT_LT(std::sqrt(error / size), allowed)
            << set->name << ' ' << tensor_type_name(type) << ' ' << inputs;
      }
    }
  }
}

// What losslessness rests on: a draft that is verified among others gets the bits of plain
// decoding.
TEST(Matmul, gives_a_row_the_bits_it_has_alone_whatever_runs_beside_it) {
  std::mt19937 random(3);
  ThreadPool alone(1);
  const auto draw = [&random](int first, int last) {
    return std::size_t(std::uniform_int_distribution(first, last)(random));
  };
  const auto sets = test::supported_sets();
  for (int round = 0; round < 150; ++round) {
    const TensorType type =
        test::kDecodableTypes[draw(0, int(std::size(test::kDecodableTypes)) - 1)];
    const std::size_t block = tensor_type_info(type)->block_size;
    const std::size_t outputs = draw(1, 200);
    const std::size_t inputs = block == 1 ? draw(1, 700) : block * draw(1, int(2304 / block));
    const std::size_t rows = draw(2, round % 8 == 0 ? 140 : 40);
    const Kernels& set = *sets[draw(0, int(sets.size()) - 1)];
    const auto bytes = test::random_blocks(random, type, outputs * inputs);
    const auto x = test::normal_numbers(random, rows * inputs);
    const test::Packed packed = test::pack({type, outputs, inputs, bytes}, set);
    ThreadPool pool(int(draw(1, 4)));
    const auto y = product(pool, packed.matrix, x);
    for (std::size_t r = 0; r < rows; ++r) {
      const auto expected = product(alone, packed.matrix, {x.data() + r * inputs, inputs});
      ASSERT_TRUE(std::equal(expected.begin(), expected.end(), y.begin() + r * outputs))
          << set.name << ' ' << tensor_type_name(type) << ' ' << outputs << 'x' << inputs << " row "
          << r << " of " << rows << ", " << pool.threads() << " threads";
    }
  }
}

TEST(Matmul, gives_each_of_several_matrices_what_it_gives_one_alone) {
  std::mt19937 random(4);
  const std::size_t inputs = 256, rows = 5;
  const auto x = test::normal_numbers(random, rows * inputs);
  ThreadPool pool(3);
  std::vector<test::Packed> packed;
  std::vector<std::vector<float>> results;
  for (const TensorType type : test::kDecodableTypes) {
    const std::size_t outputs = 20 + 30 * packed.size();
    packed.push_back(
        test::pack({type, outputs, inputs, test::random_blocks(random, type, outputs * inputs)}));
    results.emplace_back(rows * outputs);
  }
  std::vector<Matmul::Part> parts;
  for (std::size_t i = 0; i < packed.size(); ++i)
    parts.push_back({&packed[i].matrix, results[i].data()});
  Matmul matmul(pool);
  matmul.multiply(x.data(), rows, parts);
  for (std::size_t i = 0; i < packed.size(); ++i)
    EXPECT_EQ(results[i], product(pool, packed[i].matrix, x)) << i;
}

/// One group of rows and its matrices, of any formats.
struct GroupOfRows {
  std::vector<float> x;
  std::size_t rows;
  std::vector<test::Packed> weights;
  std::vector<std::vector<float>> results;
  std::vector<Matmul::Part> parts;

  GroupOfRows(std::mt19937& random, std::size_t row_count, std::size_t inputs, std::size_t matrices,
              const Kernels& set)
      : x(test::normal_numbers(random, row_count * inputs)), rows(row_count) {
    for (std::size_t i = 0; i < matrices; ++i) {
      const TensorType type = test::kDecodableTypes[random() % std::size(test::kDecodableTypes)];
      const std::size_t outputs = 1 + random() % 150;
      const auto bytes = test::random_blocks(random, type, outputs * inputs);
      weights.push_back(test::pack({type, outputs, inputs, bytes}, set));
      results.emplace_back(rows * outputs, -1.0f);
    }
    for (std::size_t i = 0; i < matrices; ++i)
      parts.push_back({&weights[i].matrix, results[i].data()});
  }
};

TEST(Matmul, gives_every_group_of_rows_the_bits_it_has_alone) {
  std::mt19937 random(10);
  ThreadPool alone(1);
  for (int round = 0; round < 12; ++round) {
    for (const Kernels* set : test::supported_sets()) {
      std::vector<GroupOfRows> all;
      for (std::size_t count = random() % 9; count > 0; --count) {
        const std::size_t rows = random() % 4 == 0 ? 0 : 1 + random() % (round % 4 == 0 ? 90 : 5);
        all.emplace_back(random, rows, 256 * (1 + random() % 9), random() % 4, *set);
      }
      std::vector<Matmul::Group> groups;
      for (const GroupOfRows& group : all)
        groups.push_back({group.x.data(), group.rows, group.parts});
      ThreadPool pool(1 + int(random() % 4));
      Matmul matmul(pool);
      for (int again = 0; again < 2; ++again) {
        matmul.multiply(groups);
        for (GroupOfRows& group : all) {
          for (std::size_t i = 0; i < group.weights.size(); ++i) {
            ASSERT_EQ(group.results[i], product(alone, group.weights[i].matrix, group.x))
                << set->name << " round " << round << " matrix " << i << " of " << group.rows
                << " rows, " << pool.threads() << " threads";
            std::ranges::fill(group.results[i], -1.0f);
          }
        }
      }
    }
  }
}

TEST(Matmul, gives_the_same_rows_in_several_groups_what_they_give_alone) {
  std::mt19937 random(11);
  ThreadPool pool(3);
  const std::size_t inputs = 512, rows = 2;
  std::vector<GroupOfRows> all;
  std::vector<Matmul::Group> groups;
  all.reserve(12);
  for (std::size_t g = 0; g < 12; ++g) {
    const GroupOfRows& group = all.emplace_back(random, rows, inputs, 2, kernels::active());
    groups.push_back({all[g % 3].x.data(), rows, group.parts});
  }
  Matmul(pool).multiply(groups);
  for (std::size_t g = 0; g < all.size(); ++g)
    for (std::size_t i = 0; i < 2; ++i)
      EXPECT_EQ(all[g].results[i], product(pool, all[g].weights[i].matrix, all[g % 3].x)) << g;
}

TEST(Matmul, integer_formats_give_the_same_bits_under_all_sets_that_fuse) {
  std::mt19937 random(5);
  ThreadPool pool(2);
  for (const TensorType type : test::kDecodableTypes) {
    if (tensor_type_info(type)->block_size == 1) continue;
    for (const std::size_t inputs : {std::size_t(512), Matmul::kLongRow}) {
      const auto bytes = test::random_blocks(random, type, 70 * inputs);
      const auto x = test::normal_numbers(random, 19 * inputs);
      std::vector<float> expected;
      for (const Kernels* set : test::supported_sets()) {
        if (std::string_view(set->name) == "portable") continue;
        const auto y = product(pool, test::pack({type, 70, inputs, bytes}, *set).matrix, x);
        if (expected.empty()) expected = y;
        EXPECT_EQ(y, expected) << set->name << ' ' << tensor_type_name(type) << ' ' << inputs;
      }
    }
  }
}

/// Numbers of a block as signed bytes with one scale.
struct Bytes {
  std::array<int, 32> numbers{};
  float scale = 0;

  explicit Bytes(std::span<const float, 32> x) {
    float largest = 0;
    for (const float number : x) largest = std::max(largest, std::fabs(number));
    scale = largest / 127;
    for (std::size_t i = 0; i < 32; ++i) numbers[i] = int(std::nearbyint(x[i] * (127 / largest)));
  }
};

/// A row of a Q8_0 matrix times x, both of 256 to 2,047 numbers, as kernels.h and
/// integer_products.inl define it, where products and sums are fused: bytes, and summed up apart
/// what those of the coarsest blocks, one of eight, leave as bytes again.
float q8_0_product(std::span<const std::byte> row, std::span<const float> x) {
  std::vector<Bytes> blocks;
  for (std::size_t i = 0; i < x.size(); i += 32) blocks.emplace_back(x.subspan(i).first<32>());
  std::vector<float> scales;
  for (const Bytes& block : blocks) scales.push_back(block.scale);
  std::ranges::sort(scales, std::greater());
  const float coarse = scales[(blocks.size() + 7) / 8 - 1];
  float sum = 0, sum_of_rests = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const std::byte* const weights = row.data() + 34 * b;
    std::uint16_t scale;
    std::memcpy(&scale, weights, 2);
    const auto add = [&](const Bytes& block, float& to) {
      int dot = 0;
      for (std::size_t i = 0; i < 32; ++i)
        dot += block.numbers[i] * std::to_integer<std::int8_t>(weights[2 + i]);
      to = std::fma(float(dot) * half_to_float(scale), block.scale, to);
    };
    add(blocks[b], sum);
    if (blocks[b].scale < coarse) continue;
    std::array<float, 32> rest;
    for (std::size_t i = 0; i < 32; ++i)
      rest[i] = x[32 * b + i] - blocks[b].scale * float(blocks[b].numbers[i]);
    add(Bytes(rest), sum_of_rests);
  }
  return sum + sum_of_rests;
}

TEST(Matmul, of_short_rows_gives_the_bits_of_its_definition) {
  std::mt19937 random(12);
  ThreadPool pool(2);
  const std::size_t outputs = 40, rows = 30;
  for (const std::size_t inputs : {256, 576, 2016}) {
    const auto bytes = test::random_blocks(random, TensorType::kQ8_0, outputs * inputs);
    const auto x = test::normal_numbers(random, rows * inputs);
    for (const Kernels* set : test::supported_sets()) {
      if (std::string_view(set->name) == "portable") continue;
      const auto packed = test::pack({TensorType::kQ8_0, outputs, inputs, bytes}, *set);
      const auto y = product(pool, packed.matrix, x);
      for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t o = 0; o < outputs; ++o)
          ASSERT_EQ(y[r * outputs + o],
                    q8_0_product(std::span(bytes).subspan(o * inputs / 32 * 34, inputs / 32 * 34),
                                 std::span(x).subspan(r * inputs, inputs)))
              << set->name << ' ' << inputs << ' ' << r << ' ' << o;
    }
  }
}

/// Activations as models have them: a few channels far larger than all others. Bytes alone lose
/// what shares a block with those; the rests bring most of it back.
TEST(Matmul, of_short_rows_bears_a_few_large_activations) {
  std::mt19937 random(13);
  ThreadPool pool(2);
  const std::size_t inputs = 576, outputs = 256;
  std::vector<std::byte> bytes;
  encode_numbers(TensorType::kQ8_0, test::normal_numbers(random, outputs * inputs, 0.02f), bytes);
  const auto w = test::reference_decode(TensorType::kQ8_0, bytes);
  auto x = test::normal_numbers(random, inputs);
  for (const std::size_t channel : {37, 300}) x[channel] = 200;
  for (const Kernels* set : test::supported_sets()) {
    const auto y =
        product(pool, test::pack({TensorType::kQ8_0, outputs, inputs, bytes}, *set).matrix, x);
    double error = 0, others = 0;
    for (std::size_t o = 0; o < outputs; ++o) {
      double exact = 0, without_large = 0;
      for (std::size_t i = 0; i < inputs; ++i) {
        exact += w[o * inputs + i] * x[i];
        if (x[i] != 200) without_large += w[o * inputs + i] * x[i];
      }
      error += (y[o] - exact) * (y[o] - exact);
      others += without_large * without_large;
    }
    // Without rests two of eighteen blocks would err by 200 / 127 / sqrt(12) for each number, which
    // is 15 % of what the others add up to.
    EXPECT_LT(std::sqrt(error / others), 0.01) << set->name;
  }
}

TEST(Matmul, does_nothing_for_no_rows) {
  std::mt19937 random(6);
  ThreadPool pool(2);
  const auto bytes = test::random_blocks(random, TensorType::kF32, 12);
  const test::Packed packed = test::pack({TensorType::kF32, 4, 3, bytes});
  EXPECT_TRUE(product(pool, packed.matrix, {}).empty());
}

TEST(Matmul, multiplies_a_matrix_of_one_column_and_a_vocabulary_of_a_quarter_million) {
  std::mt19937 random(7);
  ThreadPool pool(2);
  const std::size_t outputs = 262144;
  const auto w = test::normal_numbers(random, outputs);
  const Matrix matrix{TensorType::kF32, outputs, 1, std::as_bytes(std::span(w))};
  const std::vector<float> x = {3, -0.5};
  for (const Kernels* set : test::supported_sets()) {
    const auto y = product(pool, test::pack(matrix, *set).matrix, x);
    for (std::size_t o = 0; o < outputs; o += 1001) {
      EXPECT_EQ(y[o], w[o] * 3);
      EXPECT_EQ(y[outputs + o], w[o] * -0.5f);
    }
  }
}

TEST(Matmul, reads_weights_that_are_not_aligned_in_the_file) {
  std::mt19937 random(8);
  ThreadPool pool(1);
  for (const TensorType type : test::kDecodableTypes) {
    const auto bytes = test::random_blocks(random, type, 20 * 256);
    std::vector<std::byte> shifted(bytes.size() + 1);
    std::copy(bytes.begin(), bytes.end(), shifted.begin() + 1);
    const auto x = test::normal_numbers(random, 256);
    const auto expected = product(pool, test::pack({type, 20, 256, bytes}).matrix, x);
    EXPECT_EQ(product(pool, test::pack({type, 20, 256, std::span(shifted).subspan(1)}).matrix, x),
              expected);
  }
}

TEST(Matmul, keeps_a_number_that_is_none_and_infinity_in_its_own_row) {
  std::mt19937 random(9);
  ThreadPool pool(2);
  for (const TensorType type : test::kDecodableTypes) {
    const auto bytes = test::random_blocks(random, type, 40 * 256);
    for (const Kernels* set : test::supported_sets()) {
      const test::Packed packed = test::pack({type, 40, 256, bytes}, *set);
      auto x = test::normal_numbers(random, 3 * 256);
      const auto sound = product(pool, packed.matrix, x);
      for (const float bad : {NAN, INFINITY}) {
        x[256 + 100] = bad;
        const auto y = product(pool, packed.matrix, x);
        for (std::size_t o = 0; o < 40; ++o) {
          EXPECT_EQ(y[o], sound[o]);
          EXPECT_FALSE(std::isfinite(y[40 + o])) << set->name << ' ' << tensor_type_name(type);
          EXPECT_EQ(y[80 + o], sound[80 + o]);
        }
      }
    }
  }
}

}  // namespace
}  // namespace canter
