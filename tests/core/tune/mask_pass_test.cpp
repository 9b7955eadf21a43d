#include "tune/mask_pass.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "decode/adapter.h"
#include "support/reference_results.h"
#include "tune/draft_loss.h"
#include "tune/plan.h"

namespace canter::tuning {
namespace {

std::vector<float> logits_of_masks(const Model& model, const Adapter& adapter,
                                   const test::MaskCase& c, int threads, std::uint64_t keep) {
  ThreadPool pool(threads);
  Forward forward(model, pool);
  FrozenProducts<float> products(model, pool, keep);
  MaskPass<float> pass(model, pool, products);
  const auto context = read_context<float>(model.plan(), forward, c.tokens).value();
  MaskBatch<float> batch;
  batch.add(context, c.anchors, adapter.mask_tokens,
            int(c.tokens.size()) + adapter.mask_tokens + 1);
  const auto& hidden = pass.forward(to_parameters(adapter, model.plan()), batch);
  std::vector<float> logits(batch.rows.size() * model.plan().vocabulary);
  products.forward(model.weights().model.matrix(Role::kOutput), hidden.data(), batch.rows.size(),
                   logits.data());
  return logits;
}

TEST(MaskPass, gives_the_logits_of_the_independent_program) {
  for (const auto& path : {test::starter_gguf(), test::starter_folder()}) {
    const auto model = Model::open(path).value();
    const auto adapter = read_adapter(test::starter_adapter(), model).value();
    for (const auto& c : test::mask_cases()) {
      const auto logits = logits_of_masks(model, adapter, c, 2, 1 << 30);
      std::size_t at = 0;
      for (const auto& row : c.logits) {
        // As in tests/core/decode/mask_reference_test.cpp.
        float largest = 0;
        for (const float l : row) largest = std::max(largest, std::fabs(l));
        const double bound = 8 * 0x1p-24 * std::sqrt(768.0) * 2 * 8 * largest;
        for (const float l : row) ASSERT_NEAR(logits[at++], l, bound) << path;
      }
    }
  }
}

TEST(MaskPass, gives_the_same_bits_with_any_number_of_threads) {
  const auto model = Model::open(test::starter_gguf()).value();
  const auto adapter = read_adapter(test::starter_adapter(), model).value();
  const auto c = test::mask_cases().front();
  EXPECT_EQ(logits_of_masks(model, adapter, c, 1, 0), logits_of_masks(model, adapter, c, 3, 0));
}

TEST(Parameters, become_an_adapter_and_back) {
  for (const auto& path : {test::starter_gguf(), test::starter_folder()}) {
    const auto model = Model::open(path).value();
    auto adapter = read_adapter(test::starter_adapter(), model).value();
    const Adapter again = to_adapter(to_parameters(adapter, model.plan()), model.plan());
    EXPECT_EQ(again.prompt_key, adapter.prompt_key);
    EXPECT_EQ(again.prompt_value, adapter.prompt_value);
    EXPECT_EQ(again.mask_embedding, adapter.mask_embedding);
    EXPECT_EQ(again.transition_to, adapter.transition_to);
    EXPECT_EQ(again.transition_scale, adapter.transition_scale);
  }
}

}  // namespace
}  // namespace canter::tuning
