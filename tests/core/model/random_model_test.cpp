#include "support/random_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

#include "model/forward/forward.h"
#include "support/random_numbers.h"
#include "support/random_weights.h"
#include "support/temporary_directory.h"
#include "tensor/number_format.h"

namespace canter::test {
namespace {

RandomModel tiny_model() {
  UniformShape shape = small_shape();
  shape.layers = 2;
  shape.width = shape.feed_forward = 256;
  shape.heads = shape.kv_heads = 4;
  shape.vocabulary = 400;
  return random_llama(shape);
}

double deviation(const std::vector<float>& numbers) {
  const double squares = std::inner_product(numbers.begin(), numbers.end(), numbers.begin(), 0.0);
  return std::sqrt(squares / double(numbers.size()));
}

TEST(RandomWeights, lie_around_zero_with_the_same_deviation_in_every_number_format) {
  for (const TensorType type : kDecodableTypes) {
    if (!has_random_weights(type)) continue;
    SCOPED_TRACE(tensor_type_name(type));
    std::vector<float> numbers(1 << 18);
    RandomWeights weights(type, 1);
    decode_numbers(type, weights.next(numbers.size()).data(), numbers.data(), numbers.size());
    const double mean =
        std::accumulate(numbers.begin(), numbers.end(), 0.0) / double(numbers.size());
    EXPECT_NEAR(mean, 0, 0.0005);
    // Scales of MXFP4 are powers of two.
    EXPECT_NEAR(deviation(numbers), 0.02, type == TensorType::kMXFP4 ? 0.004 : 0.001);
  }
}

TEST(RandomModel, can_be_run_in_every_number_format_with_moderate_logits) {
  const TemporaryDirectory folder;
  ThreadPool pool(1);
  for (const TensorType type : kDecodableTypes) {
    if (!has_random_weights(type)) continue;
    SCOPED_TRACE(tensor_type_name(type));
    const auto path = folder.path() / "random.gguf";
    const auto bytes = write_random_model(path, tiny_model(), type);
    ASSERT_TRUE(bytes) << bytes.error().message;
    EXPECT_EQ(*bytes, std::filesystem::file_size(path));
    const auto model = Model::open(path);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->plan().vocabulary, 400);
    EXPECT_TRUE(model->tokenizer().encode("Any text: 雨"));

    auto cache = KvCache::create(model->plan(), 8).value();
    std::vector<float> logits(8 * 400);
    const std::vector<TokenId> tokens = {1, 300, 5, 399, 0, 77, 260, 2};
    ASSERT_TRUE(Forward(*model, pool).run(tokens, cache, 8, logits.data()));
    EXPECT_THAT(deviation(logits), testing::AllOf(testing::Gt(0.1), testing::Lt(1.0)));
  }
}

/// With few layers and a small vocabulary.
RandomModel cut(RandomModel model) {
  model.plan.layers.resize(2);
  model.plan.vocabulary = 400;
  return model;
}

TEST(RandomModel, is_read_as_the_plan_that_it_was_written_by) {
  const TemporaryDirectory folder;
  const auto path = folder.path() / "random.gguf";
  for (const RandomModel& written :
       {tiny_model(), cut(random_qwen3()), cut(random_gemma3()), cut(random_gpt_oss())}) {
    ASSERT_TRUE(write_random_model(path, written, TensorType::kQ4_K));
    const auto model = Model::open(path);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(model->plan().layers, written.plan.layers) << written.plan.name;
    EXPECT_EQ(model->plan().embedding_scale, written.plan.embedding_scale);
    ASSERT_EQ(model->plan().rotaries.size(), written.plan.rotaries.size());
    for (std::size_t i = 0; i < written.plan.rotaries.size(); ++i)
      EXPECT_EQ(rotary_frequencies(model->plan().rotaries[i]).per_position,
                rotary_frequencies(written.plan.rotaries[i]).per_position);
  }
}

TEST(RandomWeights, are_the_same_every_time) {
  RandomWeights one(TensorType::kQ4_K, 7), other(TensorType::kQ4_K, 7);
  EXPECT_TRUE(std::ranges::equal(one.next(2048), other.next(2048)));
  EXPECT_FALSE(std::ranges::equal(one.next(2048), RandomWeights(TensorType::kQ4_K, 8).next(2048)));
}

TEST(RandomModel, says_when_it_cannot_be_written) {
  const TemporaryDirectory folder;
  const auto unknown = write_random_model(folder.path() / "a.gguf", tiny_model(), TensorType::kI8);
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().message, testing::HasSubstr("I8"));
  EXPECT_EQ(write_random_model(folder.path() / "no" / "a.gguf", tiny_model(), TensorType::kF16)
                .error()
                .kind,
            ErrorKind::kIo);
}

}  // namespace
}  // namespace canter::test
