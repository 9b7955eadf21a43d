#include "attention_rows.h"

// What rows see, and the terms of their scores.

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

/// Without further terms, with each of them, and with all.
std::vector<Shape> shapes_with_terms(std::mt19937& random, const Shape& plain) {
  std::vector<Shape> shapes(5, plain);
  for (const int with : {1, 4}) shapes[with].cap = 1.5f;
  for (const int with : {2, 4}) shapes[with].sinks = test::normal_numbers(random, plain.heads, 3);
  for (const int with : {3, 4})
    shapes[with].slopes = test::normal_numbers(random, plain.heads, 0.02f);
  return shapes;
}

void expect_near(const std::vector<float>& out, const test::Expected& expected,
                 const std::string& where) {
  for (std::size_t i = 0; i < out.size(); ++i)
    ASSERT_NEAR(out[i], expected.numbers[i], expected.bounds[i]) << where << ' ' << i;
}

TEST(AttentionViews, agree_with_the_formula_in_double_with_windows_caps_sinks_and_slopes) {
  std::mt19937 random(1);
  for (const Shape& plain :
       {Shape{4, 2, 8}, Shape{3, 1, 34, TensorType::kF16}, Shape{3, 1, 34, TensorType::kQ8_0}}) {
    const KeyValues store = filled(plain, random_tokens(random, plain, 2100), 2100);
    const auto query = test::normal_numbers(random, plain.heads * plain.width);
    for (const Shape& shape : shapes_with_terms(random, plain)) {
      for (const auto& [first, end] : std::vector<std::pair<int, int>>{{0, 1},
                                                                       {0, 40},
                                                                       {3, 17},
                                                                       {15, 16},
                                                                       {16, 33},
                                                                       {37, 301},
                                                                       {1000, 1030},
                                                                       {1023, 1024},
                                                                       {1024, 1025},
                                                                       {500, 2100},
                                                                       {1030, 2100}}) {
        const auto expected = expected_row(shape, store, first, end, query);
        for (const kernels::Kernels* set : sets())
          expect_near(attend(shape, store, {{.context = end, .first = first}}, query, *set),
                      expected, set->name + (' ' + std::to_string(first)));
      }
    }
  }
}

TEST(AttentionViews, give_the_same_bits_for_a_cache_that_has_dropped_what_a_window_hides) {
  std::mt19937 random(2);
  const int all = 3200, rows = 19, window = 900;
  for (const Shape& plain :
       {Shape{4, 1, 16}, Shape{3, 3, 12, TensorType::kF16}, Shape{3, 3, 40, TensorType::kQ8_0}}) {
    const std::size_t row_width = plain.heads * plain.width;
    const Tokens tokens = random_tokens(random, plain, all);
    const KeyValues whole = filled(plain, tokens, all);
    const auto queries = test::normal_numbers(random, rows * row_width);
    std::vector<RowView> views;
    for (int row = 0; row < rows; ++row)
      views.push_back({.context = all - rows + row + 1, .first = all - rows + row + 1 - window});
    KeyValues dropped = filled(plain, tokens, all);
    const std::vector<float> nan(plain.width, NAN);
    for (int slot = 0; slot < views[0].first; ++slot)
      for (std::size_t head = 0; head < plain.kv_heads; ++head)
        dropped.write(head, slot, nan.data(), nan.data());
    std::vector<std::vector<float>> expected;
    const auto shapes = shapes_with_terms(random, plain);
    for (const Shape& shape : shapes) expected.push_back(attend(shape, whole, views, queries));
    for (int offset = 0; offset <= 2048; offset += int(kAttentionChunk)) {
      if (offset > 0) dropped.drop_front(kAttentionChunk);
      for (std::size_t i = 0; i < shapes.size(); ++i) {
        EXPECT_EQ(
            attend(shapes[i], dropped, views, queries, kernels::active(), 3, nullptr, 0, offset),
            expected[i])
            << offset;
        for (int row = 0; row < rows; ++row)
          EXPECT_EQ(attend(shapes[i], dropped, {views[row]}, row_of(queries, row, row_width),
                           kernels::active(), 1, nullptr, 0, offset),
                    row_of(expected[i], row, row_width))
              << offset << ' ' << row;
      }
    }
  }
}

TEST(AttentionViews, keep_the_prefix_before_a_window) {
  std::mt19937 random(4);
  const int context = 1100, length = 16;
  const Shape plain{4, 2, 16};
  const Tokens tokens = random_tokens(random, plain, length + context);
  const KeyValues prefix = filled(plain, tokens, length);
  const KeyValues both = filled(plain, tokens, length + context);
  KeyValues store = store_of(plain, context);
  for (int t = 0; t < context; ++t) write(store, tokens, length + t, t);
  const auto query = test::normal_numbers(random, plain.heads * plain.width);
  for (const Shape& shape : shapes_with_terms(random, plain)) {
    const auto expected = expected_row(shape, both, length + 300, length + context, query, length);
    for (const kernels::Kernels* set : sets())
      expect_near(attend(shape, store, {{.context = context, .prefix = true, .first = 300}}, query,
                         *set, 2, &prefix, length),
                  expected, set->name);
  }
}

TEST(AttentionViews, see_no_sink_far_below_and_nothing_but_one_far_above) {
  std::mt19937 random(5);
  Shape shape{4, 2, 16};
  const KeyValues store = filled(shape, random_tokens(random, shape, 1100), 1100);
  const auto query = test::normal_numbers(random, shape.heads * shape.width);
  for (const float cap : {0.0f, 30.0f}) {
    shape.cap = cap;
    shape.sinks.clear();
    const auto plain = attend(shape, store, {{.context = 1100}}, query);
    shape.sinks.assign(shape.heads, -INFINITY);
    EXPECT_EQ(attend(shape, store, {{.context = 1100}}, query), plain);
    shape.sinks.assign(shape.heads, 1000);
    for (const float v : attend(shape, store, {{.context = 1100}}, query)) EXPECT_EQ(v, 0);
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
  constexpr TensorType kTypes[] = {TensorType::kF32, TensorType::kF16, TensorType::kQ8_0};
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const std::size_t kv_heads = 1 + random() % 3;
    Shape shape{kv_heads * (1 + random() % 9), kv_heads, 2 * (1 + random() % 20),
                kTypes[random() % 3]};
    if (random() % 3 == 0) shape.cap = 2;
    if (random() % 3 == 0) shape.sinks = test::normal_numbers(random, shape.heads);
    if (random() % 3 == 0) shape.slopes = test::normal_numbers(random, shape.heads, 0.01f);
    const std::size_t row_width = shape.heads * shape.width;
    const int edges[] = {0, 1, 15, 16, 17, 1015, 1020, 1023, 1024, 1025, 2047, 2100};
    const int context = edges[random() % std::size(edges)];
    const int rows = 1 + int(random() % 24);
    const int windows[] = {1, 3, 40, 1024, 1500, 4000};
    const int window = windows[random() % std::size(windows)];
    const int unseen = std::max(0, context + 1 - window);
    const int offset = random() % 2 ? 0 : unseen / int(kAttentionChunk) * int(kAttentionChunk);
    const Tree tree(random, rows, context, rows + int(random() % 40));
    const Tokens tokens = random_tokens(random, shape, context + rows);
    const auto queries = test::normal_numbers(random, rows * row_width);

    KeyValues scattered = store_of(shape, context + 100);
    std::vector<float> nan(shape.width, NAN);
    for (std::size_t slot = 0; slot < scattered.slots(); ++slot)
      for (std::size_t head = 0; head < kv_heads; ++head)
        scattered.write(head, slot, nan.data(), nan.data());
    for (int t = unseen; t < context; ++t) write(scattered, tokens, t, t);
    for (int row = 0; row < rows; ++row) write(scattered, tokens, context + row, tree.slots[row]);
    scattered.drop_front(offset);
    std::vector<std::vector<int>> further(rows);
    std::vector<RowView> views;
    for (int row = 0; row < rows; ++row) {
      for (const int ancestor : tree.paths[row]) further[row].push_back(tree.slots[ancestor]);
      const int length = context + int(further[row].size());
      views.push_back(
          {.context = context, .further = further[row], .first = std::max(0, length - window)});
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
      const auto together =
          attend(shape, scattered, views, queries, *set, threads, nullptr, 0, offset);
      for (int row = 0; row < rows; ++row) {
        const RowView view{.context = context + int(tree.paths[row].size()),
                           .first = views[row].first};
        ASSERT_EQ(row_of(together, row, row_width),
                  attend(shape, plain[row], {view}, row_of(queries, row, row_width), *set))
            << set->name << " context " << context << " window " << window << " offset " << offset
            << " rows " << rows << " row " << row;
      }
    }
  }
}

}  // namespace
}  // namespace canter
