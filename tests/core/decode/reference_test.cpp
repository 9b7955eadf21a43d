#include <gtest/gtest.h>

#include "decode/decoder.h"
#include "decode/score.h"
#include "support/reference_results.h"

namespace canter {
namespace {

struct Named {
  std::string reference;
  std::filesystem::path path;
};

std::vector<Named> models() {
  return {{"starter", test::starter_gguf()},
          {"starter", test::starter_folder()},
          {"stories260K", test::stories_gguf()}};
}

TEST(DecodeReference, greedy_answers_are_those_of_the_independent_program) {
  for (const auto& [name, path] : models()) {
    const auto model = Model::open(path).value();
    ThreadPool pool(2);
    auto decoder = Decoder::create(model, pool).value();
    for (const auto& c : test::reference_cases(name)) {
      GenerationSettings settings;
      settings.max_tokens = int(c.greedy.size());
      const auto answer = decoder.generate(c.tokens, settings);
      ASSERT_TRUE(answer) << answer.error().message;
      EXPECT_EQ(answer->tokens, c.greedy) << path << ' ' << c.id;
    }
  }
}

TEST(DecodeReference, log_likelihoods_are_those_of_the_independent_program) {
  for (const auto& [name, path] : models()) {
    const auto model = Model::open(path).value();
    ThreadPool pool(2);
    for (const auto& c : test::reference_cases(name)) {
      const auto score = score_tokens(model, pool, c.tokens);
      ASSERT_TRUE(score) << score.error().message;
      EXPECT_NEAR(score->nll, c.nll, 1e-4 * c.nll) << path << ' ' << c.id;
    }
  }
}

}  // namespace
}  // namespace canter
