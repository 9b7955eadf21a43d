#include "decode/embedder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "decode/decoder.h"
#include "support/changed_gguf.h"
#include "support/family_cases.h"
#include "support/require.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;
using testing::HasSubstr;

class EmbedderTest : public testing::Test {
 protected:
  Model open(const std::string& family, std::int64_t pooling = 0) {
    const auto path = folder_.path() / (family + ".gguf");
    test::write_changed_gguf(
        std::filesystem::path(CANTER_TEST_DATA) / "families" / family / "model.gguf", path,
        [&](GgufContent& content) {
          std::string architecture;
          for (const auto& [key, value] : content.metadata)
            if (key == "general.architecture") architecture = std::get<std::string>(value.value);
          test::set_value(content, architecture + ".pooling_type",
                          {GgufValueType::kUint32, pooling});
        });
    return Model::open(path).value();
  }
  Embedder embedder(const Model& model) {
    return {model, std::make_shared<Forward>(model, pool_), 400, TensorType::kF32};
  }
  Embedding embed(const Model& model, const Tokens& text) {
    Embedder alone = embedder(model);
    test::require(alone.add(1, {text}));
    return alone.advance(Forward::kMaxRows).at(0).embeddings.value().at(0);
  }
  static double length(const Embedding& embedding) {
    return std::sqrt(
        std::inner_product(embedding.begin(), embedding.end(), embedding.begin(), 0.0));
  }

  test::TemporaryDirectory folder_;
  ThreadPool pool_{2};
};

TEST_F(EmbedderTest, the_last_state_is_what_the_makers_logits_come_from) {
  for (const std::string family : {"qwen3", "llama3", "olmo2", "lfm2", "phi3", "granite"}) {
    const Model model = open(family, int(Pooling::kLast));
    for (const auto& c : test::family_cases(family)) {
      const Embedding embedding = embed(model, c.tokens);
      EXPECT_NEAR(length(embedding), 1, 1e-6);
      std::vector<float> logits(c.logits.size());
      Matmul(pool_).multiply(embedding.data(), 1, model.weights().model.matrix(Role::kOutput),
                             logits.data());
      const auto product = [&](const std::vector<float>& other) {
        return std::inner_product(logits.begin(), logits.end(), other.begin(), 0.0);
      };
      const double factor = product(c.logits) / product(logits);
      for (std::size_t i = 0; i < logits.size(); ++i)
        ASSERT_NEAR(factor * logits[i], c.logits[i], 1e-3) << family << ", token " << i;
    }
  }
}

TEST_F(EmbedderTest, a_model_that_says_nothing_gives_the_mean_of_all_states) {
  const Model model = open("qwen3");
  const Tokens text = test::family_cases("qwen3").at(1).tokens;
  Forward forward(model, pool_);
  auto cache = KvCache::create(model.plan(), int(text.size())).value();
  test::require(forward.run(text, cache, 0, nullptr));
  std::vector<int> rows(text.size());
  std::iota(rows.begin(), rows.end(), 0);
  const std::size_t width = model.plan().width;
  std::vector<float> states(rows.size() * width);
  forward.hidden_of(rows, states.data());
  std::vector<double> mean(width);
  for (std::size_t i = 0; i < states.size(); ++i) mean[i % width] += states[i];
  const double norm = std::sqrt(std::inner_product(mean.begin(), mean.end(), mean.begin(), 0.0));
  const Embedding embedding = embed(model, text);
  for (std::size_t i = 0; i < width; ++i) EXPECT_NEAR(embedding[i], mean[i] / norm, 1e-6);
  EXPECT_EQ(embed(open("qwen3", int(Pooling::kFirst)), text), embed(model, {text.front()}));
}

TEST_F(EmbedderTest, texts_have_the_bits_that_each_has_alone) {
  for (const std::string family : {"qwen3", "gemma3", "qwen35", "phi3", "granitemoe"}) {
    const Model model = open(family);
    std::map<Embedder::RequestId, std::vector<Tokens>> asked;
    for (const auto& c : test::family_cases(family)) {
      asked[1].push_back(c.tokens);
      asked[2].push_back({c.tokens.begin(), c.tokens.begin() + 3});
      asked[3 + asked.size()].push_back({c.tokens.rbegin(), c.tokens.rend()});
    }
    for (const int rows : {7, 64, Forward::kMaxRows}) {
      Embedder together = embedder(model);
      for (const auto& [id, texts] : asked) test::require(together.add(id, texts));
      std::size_t ended = 0;
      while (together.count() > 0) {
        for (const auto& [id, embeddings] : together.advance(rows)) {
          ++ended;
          const auto& texts = asked.at(id);
          ASSERT_EQ(embeddings.value().size(), texts.size());
          for (std::size_t i = 0; i < texts.size(); ++i)
            EXPECT_EQ(embeddings->at(i), embed(model, texts[i])) << family << " by " << rows;
        }
      }
      EXPECT_EQ(ended, asked.size());
    }
  }
}

TEST_F(EmbedderTest, a_pass_that_is_stopped_is_run_again) {
  const Model model = open("qwen3");
  const Tokens text = test::family_cases("qwen3").at(2).tokens;
  Embedder embedder = this->embedder(model);
  test::require(embedder.add(1, {text}));
  EXPECT_TRUE(embedder.advance(30).empty());
  test::require(embedder.add(2, {{5, 6}, text}));
  EXPECT_TRUE(embedder.advance(90, [] { return true; }).empty());
  const auto ended = embedder.advance(Forward::kMaxRows);
  ASSERT_EQ(ended.size(), 2u);
  for (const auto& [id, embeddings] : ended)
    EXPECT_EQ(embeddings->back(), embed(model, text)) << id;
}

TEST_F(EmbedderTest, what_can_not_be_read_is_refused) {
  const Model model = open("qwen3");
  Embedder embedder = this->embedder(model);
  EXPECT_THAT(embedder.add(1, {{5}, {}}).error().message, HasSubstr("no token"));
  EXPECT_EQ(embedder.add(1, {{100000}}).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(embedder.add(1, {Tokens(401, 5)}).error().kind, ErrorKind::kTooLarge);
  EXPECT_EQ(embedder.count(), 0u);
}

TEST_F(EmbedderTest, a_model_that_is_made_for_them_writes_no_text) {
  const Model model = open("qwen3", int(Pooling::kLast));
  const auto answer = Decoder::create(model, pool_, 100).value().generate(Tokens{5}, {});
  EXPECT_EQ(answer.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(answer.error().message, HasSubstr("embeddings"));
}

TEST_F(EmbedderTest, a_shortened_one_has_length_1_again) {
  const Embedding whole = embed(open("qwen3"), {5, 6, 7});
  const Embedding part = shortened(whole, 10);
  ASSERT_EQ(part.size(), 10u);
  EXPECT_NEAR(length(part), 1, 1e-6);
  EXPECT_NEAR(part[3] / part[4], whole[3] / whole[4], 1e-4);
  EXPECT_EQ(shortened(whole, whole.size()), whole);
}

}  // namespace
}  // namespace canter
