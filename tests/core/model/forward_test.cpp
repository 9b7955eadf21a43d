#include "model/forward.h"

#include <gtest/gtest.h>

#include <cmath>

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
    auto cache = KvCache::create(model.config(), model.config().context).value();
    const std::size_t vocabulary = model.config().vocabulary;
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
  auto cache = KvCache::create(model.config(), 64).value();
  std::vector<float> first(model.config().vocabulary), again(first.size());
  test::require(forward.run(std::span(all).first(6), cache, 0, nullptr));
  test::require(forward.run(std::span(all).subspan(6), cache, 1, first.data()));
  cache.truncate(6);
  test::require(forward.run(std::span(all).subspan(6), cache, 1, again.data()));
  EXPECT_EQ(again, first);
  EXPECT_EQ(cache.size(), 12);
}

TEST_F(ForwardTest, refuses_tokens_beyond_the_cache_and_leaves_it_as_it_was) {
  const Model model = open({});
  ThreadPool pool(1);
  Forward forward(model, pool);
  auto cache = KvCache::create(model.config(), 4).value();
  const auto all = tokens(5);
  std::vector<float> logits(model.config().vocabulary);
  test::require(forward.run(std::span(all).first(3), cache, 1, logits.data()));
  const auto result = forward.run(std::span(all).first(2), cache, 1, logits.data());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::kTooLarge);
  EXPECT_EQ(cache.size(), 3);
}

}  // namespace
}  // namespace canter
