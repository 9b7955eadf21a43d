#include "attention_rows.h"

namespace canter {
namespace {

using test::attend;
using test::expected_row;
using test::filled;
using test::random_tokens;
using test::row_of;
using test::sets;
using test::Shape;
using test::store_of;
using test::Tokens;
using test::write;

TEST(Attention, agrees_with_the_formula_in_double) {
  std::mt19937 random(1);
  for (const TensorType type : {TensorType::kF32, TensorType::kF16, TensorType::kQ8_0}) {
    for (const Shape& shape : {Shape{4, 2, 8, type}, Shape{1, 1, 2, type}, Shape{8, 1, 64, type},
                               Shape{3, 3, 80, type}, Shape{14, 2, 20, type}}) {
      const Tokens tokens = random_tokens(random, shape, 2100);
      const auto query = test::normal_numbers(random, shape.heads * shape.width);
      for (const std::size_t count : {1, 2, 15, 16, 17, 64, 301, 1023, 1024, 1025, 2100}) {
        const KeyValues store = filled(shape, tokens, count);
        const auto expected = expected_row(shape, store, 0, count, query);
        for (const kernels::Kernels* set : sets()) {
          const auto out = attend(shape, store, {{.context = int(count)}}, query, *set);
          for (std::size_t i = 0; i < out.size(); ++i)
            ASSERT_NEAR(out[i], expected.numbers[i], expected.bounds[i])
                << set->name << ' ' << shape.width << ' ' << count << ' ' << i;
        }
      }
    }
  }
}

TEST(Attention, gives_every_row_of_a_prompt_the_bits_it_has_alone) {
  std::mt19937 random(2);
  for (const Shape& shape : {Shape{4, 1, 16}, Shape{3, 3, 12}, Shape{8, 1, 8, TensorType::kF16},
                             Shape{7, 1, 6}, Shape{32, 2, 6}, Shape{4, 1, 40, TensorType::kQ8_0}}) {
    const std::size_t row_width = shape.heads * shape.width;
    for (const int before : {0, 14, 1010, 2040}) {
      const std::size_t rows = 35, all = before + rows;
      const KeyValues store = filled(shape, random_tokens(random, shape, all), all);
      const auto queries = test::normal_numbers(random, rows * row_width);
      std::vector<RowView> views;
      for (std::size_t row = 0; row < rows; ++row)
        views.push_back({.context = int(before + row) + 1});
      for (const kernels::Kernels* set : sets()) {
        const auto together = attend(shape, store, views, queries, *set, 3);
        for (std::size_t row = 0; row < rows; ++row)
          ASSERT_EQ(row_of(together, row, row_width),
                    attend(shape, store, {views[row]}, row_of(queries, row, row_width), *set))
              << set->name << ' ' << before << ' ' << row;
      }
    }
  }
}

TEST(Attention, puts_the_prefix_before_the_context_for_the_rows_that_ask_for_it) {
  std::mt19937 random(4);
  const int context = 1030, length = 16;
  for (const Shape& shape :
       {Shape{4, 2, 16}, Shape{2, 2, 10, TensorType::kF16}, Shape{2, 2, 72, TensorType::kQ8_0}}) {
    const std::size_t row_width = shape.heads * shape.width;
    const Tokens tokens = random_tokens(random, shape, length + context);
    const KeyValues prefix = filled(shape, tokens, length);
    const KeyValues both = filled(shape, tokens, length + context);
    KeyValues store = store_of(shape, context);
    for (int t = 0; t < context; ++t) write(store, tokens, length + t, t);
    std::vector<RowView> views;
    for (int row = 0; row < 11; ++row)
      views.push_back({.context = context, .further = {}, .prefix = row % 3 == 1});
    const auto queries = test::normal_numbers(random, views.size() * row_width);
    for (const kernels::Kernels* set : sets()) {
      const auto together = attend(shape, store, views, queries, *set, 2, &prefix, length);
      for (std::size_t row = 0; row < views.size(); ++row) {
        const auto query = row_of(queries, row, row_width);
        const auto out = row_of(together, row, row_width);
        EXPECT_EQ(out, attend(shape, store, {views[row]}, query, *set, 1, &prefix, length));
        if (!views[row].prefix) {
          EXPECT_EQ(out, attend(shape, store, {views[row]}, query, *set));
          continue;
        }
        const auto expected = expected_row(shape, both, 0, length + context, query);
        for (std::size_t i = 0; i < out.size(); ++i)
          ASSERT_NEAR(out[i], expected.numbers[i], expected.bounds[i]);
      }
    }
  }
}

TEST(Attention, stays_within_its_scratch_over_many_rows_and_chunks_with_the_same_bits) {
  std::mt19937 random(5);
  const Shape shape{64, 1, 128};
  const int rows = 40, context = 9000;
  const std::size_t row_width = shape.heads * shape.width;
  const KeyValues store = filled(shape, random_tokens(random, shape, context), context);
  const auto queries = test::normal_numbers(random, rows * row_width);
  const std::vector<RowView> views(rows, {.context = context});
  const auto together = attend(shape, store, views, queries, kernels::active(), 4);
  for (const int row : {0, 17, 39})
    EXPECT_EQ(row_of(together, row, row_width),
              attend(shape, store, {views[row]}, row_of(queries, row, row_width)));
}

TEST(Attention, does_not_see_slots_behind_the_last_one_asked_for) {
  std::mt19937 random(6);
  const Shape shape;
  const Tokens tokens = random_tokens(random, shape, 50);
  KeyValues store = filled(shape, tokens, 50);
  const auto query = test::normal_numbers(random, shape.heads * shape.width);
  const auto before = attend(shape, store, {{.context = 20}}, query);
  const std::vector<float> nan(shape.width, NAN);
  for (std::size_t slot = 20; slot < 50; ++slot)
    for (std::size_t head = 0; head < shape.kv_heads; ++head)
      store.write(head, slot, nan.data(), nan.data());
  EXPECT_EQ(attend(shape, store, {{.context = 20}}, query), before);
}

TEST(Attention, stands_scores_far_beyond_the_range_of_an_exponential) {
  std::mt19937 random(7);
  const Shape shape;
  Tokens tokens = random_tokens(random, shape, 1100);
  for (float& k : tokens.keys) k *= 1e6f;
  const KeyValues store = filled(shape, tokens, 1100);
  const auto query = test::normal_numbers(random, shape.heads * shape.width);
  for (const kernels::Kernels* set : sets())
    for (const float v : attend(shape, store, {{.context = 1100}}, query, *set))
      EXPECT_TRUE(std::isfinite(v));
}

TEST(Attention, does_not_hide_a_key_or_value_that_is_no_number) {
  std::mt19937 random(8);
  const Shape shape{2, 1, 8};
  for (const float bad : {NAN, INFINITY}) {
    for (const int place : {0, 700, 1099}) {
      for (const bool in_key : {true, false}) {
        Tokens tokens = random_tokens(random, shape, 1100);
        auto& numbers = in_key ? tokens.keys : tokens.values;
        std::fill_n(numbers.begin() + place * 8, 8, bad);
        const KeyValues store = filled(shape, tokens, 1100);
        const std::vector<float> query(shape.heads * shape.width, 1.0f);
        for (const kernels::Kernels* set : sets())
          for (const float v : attend(shape, store, {{.context = 1100}}, query, *set))
            EXPECT_FALSE(std::isfinite(v)) << set->name << ' ' << bad << ' ' << place;
      }
    }
  }
}

}  // namespace
}  // namespace canter
