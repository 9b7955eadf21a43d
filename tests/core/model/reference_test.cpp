#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/forward/forward.h"
#include "model/plan/uniform_shape.h"
#include "support/reference_forward.h"
#include "support/reference_results.h"
#include "support/require.h"

namespace canter {
namespace {

std::vector<float> last_logits(const Model& model, std::span<const TokenId> tokens) {
  ThreadPool pool(2);
  Forward forward(model, pool);
  auto cache = KvCache::create(model.plan(), int(tokens.size())).value();
  std::vector<float> logits(model.plan().vocabulary);
  test::require(forward.run(tokens, cache, 1, logits.data()));
  return logits;
}

/// Float32 rounds each of the residual's 2 * layers sums and the products inside them: relative
/// errors of about 2^-24 times the square root of the length add up like independent ones. A few
/// times that, of the largest logit, is what two right programs may differ by.
double tolerance(const UniformShape& config, std::span<const float> logits) {
  double largest = 0;
  for (const float l : logits) largest = std::max<double>(largest, std::fabs(l));
  const double length = std::max(config.width, config.feed_forward);
  return 4 * 0x1p-24 * std::sqrt(length) * 2 * config.layers * largest;
}

void expect_reference_logits(const std::filesystem::path& path, const std::string& name) {
  const auto model = Model::open(path);
  ASSERT_TRUE(model) << model.error().message;
  for (const auto& c : test::reference_cases(name)) {
    const auto logits = last_logits(*model, c.tokens);
    ASSERT_EQ(logits.size(), c.logits.size());
    const double bound = tolerance(uniform_shape(model->plan()).value(), c.logits);
    for (std::size_t i = 0; i < logits.size(); ++i)
      ASSERT_NEAR(logits[i], c.logits[i], bound) << c.id << " token " << i;
  }
}

TEST(Reference, logits_of_the_starter_from_its_gguf_file) {
  expect_reference_logits(test::starter_gguf(), "starter");
}

TEST(Reference, logits_of_the_starter_from_its_safetensors_folder) {
  expect_reference_logits(test::starter_folder(), "starter");
}

TEST(Reference, logits_of_stories260K) {
  expect_reference_logits(test::stories_gguf(), "stories260K");
}

TEST(Reference, the_plain_forward_pass_of_the_tests_agrees_too) {
  const auto model = Model::open(test::stories_gguf()).value();
  const auto c = test::reference_cases("stories260K").front();
  const auto logits = test::reference_forward(model, c.tokens);
  const std::size_t vocabulary = model.plan().vocabulary;
  for (std::size_t i = 0; i < vocabulary; ++i)
    ASSERT_NEAR(logits[(c.tokens.size() - 1) * vocabulary + i], c.logits[i],
                0x1p-24 * 100);  // the reference logits were rounded to float32
}

}  // namespace
}  // namespace canter
