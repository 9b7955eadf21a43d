#include "model/forward/forward.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "model/plan/uniform_shape.h"
#include "support/random_numbers.h"
#include "support/reference_forward.h"
#include "support/require.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

class ForwardTest : public testing::Test {
 protected:
  Model open(const test::TinyModel& shape) {
    const auto path = folder_.path() / "tiny.gguf";
    test::write_tiny_model(path, shape);
    return Model::open(path).value();
  }

  static std::vector<TokenId> tokens(int count, unsigned seed = 5) {
    std::mt19937 random(seed);
    std::vector<TokenId> list(count);
    for (TokenId& t : list) t = TokenId(random() % 270);
    return list;
  }

  /// Logits of all tokens, read in chunks of the given sizes.
  static std::vector<float> run(const Model& model, int threads, std::span<const TokenId> all,
                                const std::vector<int>& chunks) {
    ThreadPool pool(threads);
    Forward forward(model, pool);
    auto cache = KvCache::create(model.plan(), model.plan().context).value();
    const std::size_t vocabulary = model.plan().vocabulary;
    std::vector<float> logits(all.size() * vocabulary);
    std::size_t first = 0;
    for (const int chunk : chunks) {
      test::require(
          forward.run(all.subspan(first, chunk), cache, chunk, logits.data() + first * vocabulary));
      first += chunk;
    }
    EXPECT_EQ(first, all.size());
    return logits;
  }

  test::TemporaryDirectory folder_;
};

TEST_F(ForwardTest, agrees_with_the_plain_pass_for_every_number_format) {
  for (const TensorType type : test::kDecodableTypes) {
    if (!is_gguf_type(type)) continue;  // of folders
    test::TinyModel shape;
    shape.type = type;
    if (tensor_type_info(type)->block_size == 256) shape.width = shape.feed_forward = 256;
    shape.tied = type == TensorType::kQ8_0;
    const Model model = open(shape);
    const auto all = tokens(21);
    const auto expected = test::reference_forward(model, all);
    const auto logits = run(model, 2, all, {21});
    double error = 0, size = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
      error += (logits[i] - expected[i]) * (logits[i] - expected[i]);
      size += expected[i] * expected[i];
    }
    // Errors of products, those of Matmul's own test, add up like independent ones.
    const double each = tensor_type_info(type)->block_size > 1 ? 0.0065
                        : type == TensorType::kBF16            ? 0.0020
                                                               : 0.000001;
    EXPECT_LT(std::sqrt(error / size), each * std::sqrt(7.0 * shape.layers + 1))
        << tensor_type_name(type);
  }
}

TEST_F(ForwardTest, agrees_with_the_plain_pass_for_every_sharing_of_key_and_value_heads) {
  for (const int kv_heads : {1, 2, 4}) {
    test::TinyModel shape;
    shape.kv_heads = kv_heads;
    const Model model = open(shape);
    const auto all = tokens(9);
    const auto expected = test::reference_forward(model, all);
    const auto logits = run(model, 2, all, {9});
    for (std::size_t i = 0; i < logits.size(); ++i) ASSERT_NEAR(logits[i], expected[i], 1e-4);
  }
}

TEST_F(ForwardTest, gives_the_same_bits_for_any_number_of_threads) {
  const Model model = open({});
  const auto all = tokens(60);
  for (const auto& chunks : {std::vector<int>{60}, {50, 1, 1, 8}}) {
    const auto expected = run(model, 1, all, chunks);
    for (const int threads : {2, 3, 5}) EXPECT_EQ(run(model, threads, all, chunks), expected);
  }
}

TEST_F(ForwardTest, gives_a_row_the_same_bits_alone_and_among_others_in_every_number_format) {
  for (const TensorType type : test::kDecodableTypes) {
    if (!is_gguf_type(type)) continue;  // of folders
    test::TinyModel shape;
    shape.type = type;
    if (tensor_type_info(type)->block_size == 256) shape.width = shape.feed_forward = 256;
    const Model model = open(shape);
    const auto all = tokens(60);
    const auto alone = run(model, 2, all, std::vector<int>(60, 1));
    EXPECT_EQ(run(model, 2, all, {60}), alone) << tensor_type_name(type);
    EXPECT_EQ(run(model, 3, all, {4, 7, 30, 1, 18}), alone) << tensor_type_name(type);
  }
}

TEST_F(ForwardTest, reads_a_text_again_from_where_the_cache_was_cut) {
  const Model model = open({});
  const auto all = tokens(12);
  ThreadPool pool(2);
  Forward forward(model, pool);
  auto cache = KvCache::create(model.plan(), 64).value();
  std::vector<float> first(model.plan().vocabulary), again(first.size());
  test::require(forward.run(std::span(all).first(6), cache, 0, nullptr));
  test::require(forward.run(std::span(all).subspan(6), cache, 1, first.data()));
  EXPECT_EQ(cache.truncate(6), 6);
  test::require(forward.run(std::span(all).subspan(6), cache, 1, again.data()));
  EXPECT_EQ(again, first);
  EXPECT_EQ(cache.size(), 12);
}

TEST_F(ForwardTest, refuses_tokens_beyond_the_cache_and_leaves_it_as_it_was) {
  const Model model = open({});
  ThreadPool pool(1);
  Forward forward(model, pool);
  auto cache = KvCache::create(model.plan(), 4).value();
  const auto all = tokens(5);
  std::vector<float> logits(model.plan().vocabulary);
  test::require(forward.run(std::span(all).first(3), cache, 1, logits.data()));
  const auto result = forward.run(std::span(all).first(2), cache, 1, logits.data());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::kTooLarge);
  EXPECT_EQ(cache.size(), 3);
}

/// Rows of a draft tree: parents (-1: the context) and tokens.
struct Tree {
  std::vector<int> parents;
  std::vector<TokenId> tokens;

  /// Rows on the way to `row`, root first, without it.
  std::vector<int> ancestors(int row) const {
    std::vector<int> path;
    for (int at = parents[row]; at >= 0; at = parents[at]) path.insert(path.begin(), at);
    return path;
  }
};

class TreeTest : public ForwardTest {
 protected:
  static constexpr int kContext = 21;

  TreeTest() {
    test::TinyModel shape;
    shape.kv_heads = 2;
    model_.emplace(open(shape));
    forward_.emplace(*model_, pool_);
    vocabulary_ = model_->plan().vocabulary;
  }

  /// A cache that holds kContext tokens and then `further`.
  KvCache read(const std::vector<TokenId>& further = {}, std::vector<float>* logits = nullptr,
               TensorType type = TensorType::kF32) {
    auto cache = KvCache::create(model_->plan(), 100, type).value();
    test::require(forward_->run(tokens(kContext), cache, 0, nullptr));
    if (logits) logits->resize(further.size() * vocabulary_);
    for (std::size_t i = 0; i < further.size(); ++i)
      test::require(forward_->run(std::span(further).subspan(i, 1), cache, logits ? 1 : 0,
                                  logits ? logits->data() + i * vocabulary_ : nullptr));
    return cache;
  }

  std::span<const float> row(const std::vector<float>& logits, int row) const {
    return std::span(logits).subspan(row * vocabulary_, vocabulary_);
  }

  const Tree tree_{{-1, 0, 0, 1, 1, 2, 3, 6, 4, 0}, tokens(10, 77)};
  ThreadPool pool_{3};
  std::optional<Model> model_;
  std::optional<Forward> forward_;
  std::size_t vocabulary_ = 0;
};

TEST_F(TreeTest, a_row_gives_the_bits_of_its_path_run_token_by_token) {
  for (const TensorType type : {TensorType::kF32, TensorType::kF16, TensorType::kQ8_0}) {
    const int rows = int(tree_.tokens.size());
    std::vector<std::vector<int>> ancestors;
    std::vector<RowInput> inputs;
    std::vector<int> all(rows);
    for (int r = 0; r < rows; ++r) {
      ancestors.push_back(tree_.ancestors(r));
      all[r] = rows - 1 - r;
    }
    for (int r = 0; r < rows; ++r)
      inputs.push_back({.token = tree_.tokens[r],
                        .position = kContext + int(ancestors[r].size()),
                        .ancestors = ancestors[r]});
    KvCache cache = read({}, nullptr, type);
    std::vector<float> logits(rows * vocabulary_);
    test::require(forward_->run_rows(inputs, cache, nullptr, all, logits.data()));
    EXPECT_EQ(cache.size(), kContext);
    for (int r = 0; r < rows; ++r) {
      std::vector<TokenId> path;
      for (const int ancestor : ancestors[r]) path.push_back(tree_.tokens[ancestor]);
      path.push_back(tree_.tokens[r]);
      std::vector<float> plain;
      read(path, &plain, type);
      EXPECT_TRUE(std::ranges::equal(row(logits, rows - 1 - r), row(plain, int(path.size()) - 1)))
          << r;
    }
  }
}

TEST_F(TreeTest, reading_goes_on_from_an_accepted_path_as_if_it_had_been_read_plainly) {
  std::vector<std::vector<int>> ancestors;
  std::vector<RowInput> inputs;
  for (int r = 0; r < int(tree_.tokens.size()); ++r) ancestors.push_back(tree_.ancestors(r));
  for (int r = 0; r < int(tree_.tokens.size()); ++r)
    inputs.push_back({.token = tree_.tokens[r],
                      .position = kContext + int(ancestors[r].size()),
                      .ancestors = ancestors[r]});
  KvCache cache = read();
  test::require(forward_->run_rows(inputs, cache, nullptr, {}, nullptr));
  const int accepted[] = {0, 1, 3, 6};
  test::require(forward_->keep(accepted, cache));
  const TokenId next[] = {42};
  std::vector<float> logits(vocabulary_), plain;
  test::require(forward_->run(next, cache, 1, logits.data()));
  read({tree_.tokens[0], tree_.tokens[1], tree_.tokens[3], tree_.tokens[6], 42}, &plain);
  EXPECT_TRUE(std::ranges::equal(logits, row(plain, 4)));
}

// How a prompt's last chunk is read together with the first mask rows.
TEST_F(TreeTest, rows_that_see_leading_rows_give_the_bits_of_plain_reading) {
  const std::vector<TokenId> text = tokens(6, 50);
  std::vector<RowInput> inputs;
  for (int r = 0; r < int(text.size()); ++r)
    inputs.push_back({.token = text[r], .position = kContext + r, .leading = r});
  KvCache cache = read();
  const int all[] = {0, 1, 2, 3, 4, 5};
  std::vector<float> logits(6 * vocabulary_), plain;
  test::require(forward_->run_rows(inputs, cache, nullptr, all, logits.data()));
  const int two[] = {4, 1};
  std::vector<float> later(2 * vocabulary_);
  test::require(forward_->logits_of(two, later.data()));
  read(text, &plain);
  EXPECT_EQ(logits, plain);
  EXPECT_TRUE(std::ranges::equal(row(later, 0), row(plain, 4)));
  EXPECT_TRUE(std::ranges::equal(row(later, 1), row(plain, 1)));
}

TEST_F(TreeTest, rows_that_see_a_prefix_leave_the_others_alone) {
  std::mt19937 random(9);
  const UniformShape config = uniform_shape(model_->plan()).value();
  auto prefix = KvCache::create(model_->plan(), 5).value();
  test::require(prefix.reserve(5));
  prefix.advance(5);
  for (int layer = 0; layer < config.layers; ++layer)
    for (int head = 0; head < config.kv_heads; ++head)
      for (int slot = 0; slot < 5; ++slot)
        prefix.layer(layer).write(head, slot,
                                  test::normal_numbers(random, config.head_width).data(),
                                  test::normal_numbers(random, config.head_width).data());
  const auto mask = test::normal_numbers(random, config.width);
  const int root[] = {0}, root_and_mask[] = {0, 1}, root_and_token[] = {0, 3};
  const std::vector<RowInput> inputs = {
      {.token = 7, .position = kContext},
      {.embedding = mask.data(), .position = kContext + 1, .ancestors = root, .prefix = true},
      {.embedding = mask.data(),
       .position = kContext + 2,
       .ancestors = root_and_mask,
       .prefix = true},
      {.token = 8, .position = kContext + 1, .ancestors = root},
      {.token = 9, .position = kContext + 2, .ancestors = root_and_token},
  };
  KvCache cache = read();
  const int all[] = {0, 1, 2, 3, 4};
  std::vector<float> logits(5 * vocabulary_), plain;
  test::require(forward_->run_rows(inputs, cache, &prefix, all, logits.data()));
  read({7, 8, 9}, &plain);
  EXPECT_TRUE(std::ranges::equal(row(logits, 0), row(plain, 0)));
  EXPECT_TRUE(std::ranges::equal(row(logits, 3), row(plain, 1)));
  EXPECT_TRUE(std::ranges::equal(row(logits, 4), row(plain, 2)));

  // A mask row depends on the prefix, and on what it sees alone.
  std::vector<float> fewer(3 * vocabulary_);
  test::require(forward_->run_rows(std::span(inputs).first(3), cache, &prefix,
                                   std::span(all).first(3), fewer.data()));
  EXPECT_TRUE(std::ranges::equal(row(fewer, 1), row(logits, 1)));
  EXPECT_TRUE(std::ranges::equal(row(fewer, 2), row(logits, 2)));
  auto blind = inputs;
  blind[1].prefix = blind[2].prefix = false;
  test::require(forward_->run_rows(std::span(blind).first(3), cache, &prefix,
                                   std::span(all).first(3), fewer.data()));
  EXPECT_FALSE(std::ranges::equal(row(fewer, 1), row(logits, 1)));
}

}  // namespace
}  // namespace canter
