#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "decode/adapter.h"
#include "model/forward/forward.h"
#include "model/plan/uniform_shape.h"
#include "support/reference_results.h"

namespace canter {
namespace {

/// As for plain rows (tests/core/model/reference_test.cpp), and the reference itself was computed
/// in float32 here: twice.
double tolerance(const UniformShape& config, std::span<const float> logits) {
  double largest = 0;
  for (const float l : logits) largest = std::max<double>(largest, std::fabs(l));
  const double length = std::max(config.width, config.feed_forward);
  return 8 * 0x1p-24 * std::sqrt(length) * 2 * config.layers * largest;
}

TEST(MaskReference, logits_of_mask_rows_are_those_of_the_independent_program) {
  for (const auto& path : {test::starter_gguf(), test::starter_folder()}) {
    const auto model = Model::open(path).value();
    const UniformShape config = uniform_shape(model.plan()).value();
    const auto adapter = read_adapter(test::starter_adapter(), model);
    ASSERT_TRUE(adapter) << adapter.error().message;
    const auto prefix = soft_prompt(*adapter, model.plan(), TensorType::kF32).value();
    ThreadPool pool(2);
    Forward forward(model, pool);
    for (const auto& c : test::mask_cases()) {
      const int length = int(c.tokens.size());
      std::vector<RowInput> rows;
      for (int i = 0; i < length; ++i)
        rows.push_back({.token = c.tokens[i], .position = i, .leading = i});
      std::vector<std::vector<int>> ancestors(c.anchors.size() * 3);
      std::vector<int> masks;
      for (std::size_t a = 0; a < c.anchors.size(); ++a) {
        for (int i = 0; i < 3; ++i) {
          auto& before = ancestors[masks.size()];
          for (int k = 0; k < i; ++k) before.push_back(int(rows.size()) - i + k);
          masks.push_back(int(rows.size()));
          rows.push_back({.embedding = adapter->mask_embedding.data() + i * config.width,
                          .position = c.anchors[a] + i + 1,
                          .leading = c.anchors[a] + 1,
                          .ancestors = before,
                          .prefix = true});
        }
      }
      auto cache = KvCache::create(model.plan(), int(rows.size())).value();
      std::vector<float> logits(masks.size() * config.vocabulary);
      ASSERT_TRUE(forward.run_rows(rows, cache, &prefix, masks, logits.data()));
      for (std::size_t row = 0; row < masks.size(); ++row) {
        const double bound = tolerance(config, c.logits[row]);
        for (int i = 0; i < config.vocabulary; ++i)
          ASSERT_NEAR(logits[row * config.vocabulary + i], c.logits[row][i], bound)
              << path << " row " << row << " token " << i;
      }
    }
  }
}

}  // namespace
}  // namespace canter
