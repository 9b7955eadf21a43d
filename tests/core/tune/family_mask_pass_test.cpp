// Mask rows as tuning computes them, against the pass that decoding makes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "core/tune/tunable_families.h"
#include "decode/adapter.h"
#include "support/family_cases.h"
#include "support/require.h"
#include "tune/mask_pass.h"
#include "tune/output_scores.h"
#include "tune/plan.h"

namespace canter::tuning {
namespace {

constexpr int kMasks = 3;

Adapter random_adapter(const UniformShape& shape) {
  std::mt19937 random(11);
  std::normal_distribution<float> normal(0, 0.5f);
  Adapter adapter;
  adapter.prompt_tokens = 4;
  adapter.mask_tokens = kMasks;
  adapter.mask_embedding.resize(std::size_t(kMasks) * shape.width);
  adapter.prompt_key.resize(std::size_t(shape.layers) * 4 * shape.kv_heads * shape.head_width);
  adapter.prompt_value.resize(adapter.prompt_key.size());
  for (auto* numbers : {&adapter.mask_embedding, &adapter.prompt_key, &adapter.prompt_value})
    for (float& n : *numbers) n = normal(random);
  return adapter;
}

std::vector<float> decoded_logits(const Model& model, const Adapter& adapter,
                                  std::span<const TokenId> tokens, std::span<const int> anchors) {
  ThreadPool pool(2);
  Forward forward(model, pool);
  const auto prefix = soft_prompt(adapter, model.plan(), TensorType::kF32).value();
  std::vector<RowInput> rows;
  for (int i = 0; i < int(tokens.size()); ++i)
    rows.push_back({.token = tokens[i], .position = i, .leading = i});
  std::vector<std::vector<int>> ancestors(anchors.size() * kMasks);
  std::vector<int> masks;
  for (const int anchor : anchors) {
    for (int i = 0; i < kMasks; ++i) {
      auto& before = ancestors[masks.size()];
      for (int k = 0; k < i; ++k) before.push_back(int(rows.size()) - i + k);
      masks.push_back(int(rows.size()));
      rows.push_back({.embedding = adapter.mask_embedding.data() + i * model.plan().width,
                      .position = anchor + i + 1,
                      .leading = anchor + 1,
                      .ancestors = before,
                      .prefix = true});
    }
  }
  auto cache = KvCache::create(model.plan(), int(rows.size())).value();
  std::vector<float> logits(masks.size() * model.plan().vocabulary);
  test::require(forward.run_rows(rows, cache, &prefix, masks, logits.data()));
  return logits;
}

template <typename Real>
std::vector<Real> tuned_logits(const Model& model, const Adapter& adapter,
                               std::span<const TokenId> tokens, std::span<const int> anchors) {
  ThreadPool pool(2);
  Forward forward(model, pool);
  FrozenProducts<Real> products(model, pool, 1 << 30);
  MaskPass<Real> pass(model, pool, products);
  const auto context = read_context<Real>(model.plan(), forward, tokens).value();
  MaskBatch<Real> batch;
  batch.add(context, anchors, kMasks, int(tokens.size()) + kMasks + 1);
  const auto read = to_parameters(adapter, model.plan());
  Parameters<Real> parameters(read.shape());
  std::ranges::copy(read.all(), parameters.all().begin());
  const auto& hidden = pass.forward(parameters, batch);
  std::vector<Real> logits(batch.rows.size() * model.plan().vocabulary);
  products.forward(model.weights().model.matrix(Role::kOutput), hidden.data(), batch.rows.size(),
                   logits.data());
  finish_logits(model.plan(), logits.size(), logits.data());
  return logits;
}

class FamilyMaskPass : public testing::TestWithParam<test::FamilyFile> {};

TEST_P(FamilyMaskPass, gives_the_logits_of_decoding) {
  const Model model = Model::open(GetParam().path).value();
  const UniformShape shape = tunable_shape(model).value();
  const Adapter adapter = random_adapter(shape);
  std::mt19937 random(5);
  std::vector<TokenId> tokens(60);
  for (TokenId& token : tokens) token = TokenId(random() % unsigned(shape.vocabulary));
  const std::vector<int> anchors = {0, 7, 31, 59};
  const auto decoded = decoded_logits(model, adapter, tokens, anchors);
  const auto in_float = tuned_logits<float>(model, adapter, tokens, anchors);
  const auto in_double = tuned_logits<double>(model, adapter, tokens, anchors);
  // Decoding rounds what MXFP4 weights are multiplied by to signed bytes: to 1/254 of the largest
  // of a block.
  const bool bytes = std::ranges::any_of(model.summary().matrices, [](const MatrixKind& kind) {
    return kind.type == TensorType::kMXFP4;
  });
  // Else as in tests/core/decode/mask_reference_test.cpp.
  const double length = std::max(shape.width, shape.feed_forward);
  for (std::size_t row = 0; row < anchors.size() * kMasks; ++row) {
    double largest = 0;
    const std::size_t first = row * shape.vocabulary, end = first + shape.vocabulary;
    for (std::size_t i = first; i < end; ++i) largest = std::max(largest, std::fabs(in_double[i]));
    const double bound = 8 * 0x1p-24 * std::sqrt(length) * 2 * shape.layers * largest;
    for (std::size_t i = first; i < end; ++i) {
      ASSERT_NEAR(decoded[i], in_double[i], bytes ? largest / 254 : bound) << "row " << row;
      ASSERT_NEAR(in_float[i], in_double[i], bound) << "row " << row;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(, FamilyMaskPass, testing::ValuesIn(family_files_with_masks()),
                         [](const auto& which) { return which.param.name; });

TEST(FamiliesThatCanBeTuned, are_those_of_attention_alone) {
  for (const test::FamilyFile& file : test::family_files()) {
    const auto shape = tunable_shape(Model::open(file.path).value());
    EXPECT_EQ(shape.has_value(), takes_masks(file)) << file.name;
    if (!shape) {
      EXPECT_EQ(shape.error().kind, ErrorKind::kUnsupported);
    }
  }
}

/// Files in GGUF order keys as they are turned there, folders in halves: adapters serve both.
TEST(FamiliesThatCanBeTuned, take_the_adapters_of_either_format) {
  for (const std::string family : {"smollm3", "granite", "glm4", "gemma3"}) {
    const auto folder = std::filesystem::path(CANTER_TEST_DATA) / "families" / family;
    const Model gguf = Model::open(folder / "model.gguf").value();
    const Model hugging = Model::open(folder / "hf").value();
    const Adapter adapter = random_adapter(tunable_shape(gguf).value());
    std::vector<TokenId> tokens(30);
    for (std::size_t i = 0; i < tokens.size(); ++i) tokens[i] = TokenId(20 + 3 * i);
    const std::vector<int> anchors = {3, 29};
    const auto one = tuned_logits<double>(gguf, adapter, tokens, anchors);
    const auto other = tuned_logits<double>(hugging, adapter, tokens, anchors);
    // The keys and values of real tokens are float32.
    for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], other[i], 3e-4) << family;
    Adapter again = to_adapter(to_parameters(adapter, gguf.plan()), gguf.plan());
    EXPECT_EQ(again.prompt_key, adapter.prompt_key);
  }
}

}  // namespace
}  // namespace canter::tuning
