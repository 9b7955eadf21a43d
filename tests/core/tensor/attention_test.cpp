#include "tensor/attention.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/random_numbers.h"
#include "support/require.h"

namespace canter {
namespace {

struct Shape {
  std::size_t heads = 4;
  std::size_t kv_heads = 2;
  std::size_t width = 16;
  TensorType type = TensorType::kF32;
};

/// Keys and values of tokens, [token][kv_head][width].
struct Tokens {
  std::vector<float> keys, values;
};

Tokens random_tokens(std::mt19937& random, const Shape& shape, std::size_t count) {
  const std::size_t numbers = count * shape.kv_heads * shape.width;
  return {test::normal_numbers(random, numbers), test::normal_numbers(random, numbers)};
}

void write(KeyValues& store, const Tokens& tokens, std::size_t token, std::size_t slot) {
  for (std::size_t head = 0; head < store.heads(); ++head) {
    const std::size_t at = (token * store.heads() + head) * store.head_width();
    store.write(head, slot, tokens.keys.data() + at, tokens.values.data() + at);
  }
}

KeyValues store_of(const Shape& shape, std::size_t slots) {
  KeyValues store(shape.kv_heads, shape.width, shape.type);
  EXPECT_TRUE(store.grow(slots, 0));
  return store;
}

/// Tokens [0, count) in slots [0, count).
KeyValues filled(const Shape& shape, const Tokens& tokens, std::size_t count) {
  KeyValues store = store_of(shape, count);
  for (std::size_t t = 0; t < count; ++t) write(store, tokens, t, t);
  return store;
}

std::vector<const kernels::Kernels*> sets() {
  std::vector<const kernels::Kernels*> found;
  for (const char* name : {"portable", "avx2", "avx512", "neon"})
    if (const kernels::Kernels* set = kernels::find(name)) found.push_back(set);
  return found;
}

std::vector<float> attend(const Shape& shape, const KeyValues& store,
                          const std::vector<RowView>& rows, const std::vector<float>& queries,
                          const kernels::Kernels& set = kernels::active(), int threads = 1,
                          const KeyValues* prefix = nullptr, int prefix_slots = 0) {
  ThreadPool pool(threads);
  Attention attention(pool, set);
  std::vector<float> out(queries.size());
  test::require(attention.run({.cache = &store,
                               .prefix = prefix,
                               .prefix_slots = prefix_slots,
                               .rows = rows,
                               .heads = shape.heads,
                               .queries = queries.data(),
                               .out = out.data()}));
  return out;
}

std::vector<float> row_of(const std::vector<float>& numbers, std::size_t row,
                          std::size_t row_width) {
  return {numbers.begin() + row * row_width, numbers.begin() + (row + 1) * row_width};
}

/// The formula in double for one row that sees the first `count` slots, and how far a float32
/// result may be from it.
struct Expected {
  std::vector<double> numbers, bounds;
};

Expected expected_row(const Shape& shape, const KeyValues& store, std::size_t count,
                      const std::vector<float>& query) {
  Expected result;
  std::vector<float> key(shape.width), value(shape.width);
  for (std::size_t head = 0; head < shape.heads; ++head) {
    const std::size_t kv_head = head / (shape.heads / shape.kv_heads);
    std::vector<double> weights(count), errors(count);
    for (std::size_t j = 0; j < count; ++j) {
      store.read(kv_head, j, key.data(), value.data());
      double dot = 0, magnitude = 0;
      for (std::size_t i = 0; i < shape.width; ++i) {
        dot += double(query[head * shape.width + i]) * key[i];
        magnitude += std::fabs(double(query[head * shape.width + i]) * key[i]);
      }
      weights[j] = dot / std::sqrt(double(shape.width));
      errors[j] = magnitude / std::sqrt(double(shape.width));
    }
    const double largest = *std::ranges::max_element(weights);
    double total = 0;
    for (double& w : weights) total += w = std::exp(w - largest);
    std::vector<double> sum(shape.width), bound(shape.width);
    // A chain of n products is off by n * 2^-24 of its terms' magnitude; an error of a score is a
    // relative one of its weight; the exponential, the merging and the division add a few more.
    for (std::size_t j = 0; j < count; ++j) {
      store.read(kv_head, j, key.data(), value.data());
      const double relative = double(shape.width + 4) * errors[j] + 2 * double(count) + 16;
      for (std::size_t i = 0; i < shape.width; ++i) {
        sum[i] += weights[j] / total * value[i];
        bound[i] += weights[j] / total * std::fabs(value[i]) * relative * 0x1p-24;
      }
    }
    result.numbers.insert(result.numbers.end(), sum.begin(), sum.end());
    result.bounds.insert(result.bounds.end(), bound.begin(), bound.end());
  }
  return result;
}

TEST(Attention, agrees_with_the_formula_in_double) {
  std::mt19937 random(1);
  for (const TensorType type : {TensorType::kF32, TensorType::kF16}) {
    for (const Shape& shape : {Shape{4, 2, 8, type}, Shape{1, 1, 2, type}, Shape{8, 1, 64, type},
                               Shape{3, 3, 80, type}, Shape{14, 2, 20, type}}) {
      const Tokens tokens = random_tokens(random, shape, 2100);
      const auto query = test::normal_numbers(random, shape.heads * shape.width);
      for (const std::size_t count : {1, 2, 15, 16, 17, 64, 301, 1023, 1024, 1025, 2100}) {
        const KeyValues store = filled(shape, tokens, count);
        const auto expected = expected_row(shape, store, count, query);
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
                             Shape{7, 1, 6}, Shape{32, 2, 6}}) {
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

/// A draft tree: every row's parent, and the slots its tokens lie in.
struct Tree {
  std::vector<int> parents;
  std::vector<std::vector<int>> paths;  // rows, root first, the row itself last
  std::vector<int> slots;

  Tree(std::mt19937& random, int rows, int first_slot, int spread) {
    slots.resize(spread);
    std::iota(slots.begin(), slots.end(), first_slot);
    std::ranges::shuffle(slots, random);
    slots.resize(rows);
    for (int row = 0; row < rows; ++row) {
      parents.push_back(row == 0 ? -1 : int(random() % row));
      paths.push_back(row == 0 ? std::vector<int>{} : paths[parents[row]]);
      paths.back().push_back(row);
    }
  }
};

TEST(Attention, gives_a_row_of_a_tree_the_bits_of_its_path_run_plainly) {
  std::mt19937 random(3);
  for (int round = 0; round < 60; ++round) {
    const std::size_t kv_heads = 1 + random() % 3;
    const Shape shape{kv_heads * (1 + random() % 9), kv_heads, 2 * (1 + random() % 20),
                      random() % 2 ? TensorType::kF16 : TensorType::kF32};
    const std::size_t row_width = shape.heads * shape.width;
    const int edges[] = {0, 1, 15, 16, 17, 1015, 1020, 1023, 1024, 1025, 2047, 2100};
    const int context = edges[random() % std::size(edges)];
    const int rows = 1 + int(random() % 24);
    const Tree tree(random, rows, context, rows + int(random() % 40));
    const Tokens tokens = random_tokens(random, shape, context + rows);
    const auto queries = test::normal_numbers(random, rows * row_width);

    KeyValues scattered = store_of(shape, context + 100);
    std::vector<float> nan(shape.width, NAN);
    for (std::size_t slot = context; slot < scattered.slots(); ++slot)
      for (std::size_t head = 0; head < kv_heads; ++head)
        scattered.write(head, slot, nan.data(), nan.data());
    for (int t = 0; t < context; ++t) write(scattered, tokens, t, t);
    for (int row = 0; row < rows; ++row) write(scattered, tokens, context + row, tree.slots[row]);
    std::vector<std::vector<int>> further(rows);
    std::vector<RowView> views;
    for (int row = 0; row < rows; ++row) {
      for (const int ancestor : tree.paths[row]) further[row].push_back(tree.slots[ancestor]);
      views.push_back({.context = context, .further = further[row]});
    }
    std::vector<KeyValues> plain;
    for (int row = 0; row < rows; ++row) {
      plain.push_back(store_of(shape, context + rows));
      for (int t = 0; t < context; ++t) write(plain[row], tokens, t, t);
      for (std::size_t i = 0; i < tree.paths[row].size(); ++i)
        write(plain[row], tokens, context + tree.paths[row][i], context + i);
    }
    const int threads = 1 + int(random() % 5);
    for (const kernels::Kernels* set : sets()) {
      const auto together = attend(shape, scattered, views, queries, *set, threads);
      for (int row = 0; row < rows; ++row)
        ASSERT_EQ(row_of(together, row, row_width),
                  attend(shape, plain[row], {{.context = context + int(tree.paths[row].size())}},
                         row_of(queries, row, row_width), *set))
            << set->name << " context " << context << " rows " << rows << " row " << row;
    }
  }
}

TEST(Attention, puts_the_prefix_before_the_context_for_the_rows_that_ask_for_it) {
  std::mt19937 random(4);
  const int context = 1030, length = 16;
  for (const Shape& shape : {Shape{4, 2, 16}, Shape{2, 2, 10, TensorType::kF16}}) {
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
        const auto expected = expected_row(shape, both, length + context, query);
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
