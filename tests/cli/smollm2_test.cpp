#include <cstdlib>

#include "cli/cli.h"
#include "support/sanitizers.h"

namespace canter::test {
namespace {

/// With a real model, where there is one.
class SmolLm2 : public CliTest {
 protected:
  void SetUp() override {
    const char* file = std::getenv("CANTER_TEST_SMOLLM2");
    if (file == nullptr || *file == '\0')
      GTEST_SKIP() << "CANTER_TEST_SMOLLM2 names no file: packaging/first_model.sh could not fetch "
                      "it, or was not asked to";
    model_ = file;
  }

  /// The answer to a question.
  Json answer(const std::string& question, Arguments more) const {
    const Json chat = {{{"role", "user"}, {"content", question}}};
    Arguments arguments{"generate", "--model", model_, "--chat", file("chat.json", chat.dump())};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return json(arguments);
  }

  void expect_the_same_accelerated(Arguments sampling) const {
    if (kSanitized) GTEST_SKIP() << "takes minutes under a sanitizer";
    const std::string question = "List the numbers from 1 to 60, one on each line.";
    sampling.insert(sampling.end(), {"--max-tokens", "96"});
    const Json accelerated = answer(question, sampling);
    EXPECT_GT(accelerated["rows_per_step"], 1.0);
    sampling.insert(sampling.end(), {"--adapter", "none"});
    EXPECT_EQ(answer(question, sampling)["tokens"], accelerated["tokens"]);
  }

 private:
  std::string model_;
};

TEST_F(SmolLm2, knows_the_capital_of_france) {
  const Json said =
      answer("What is the capital of France?", {"--temperature", "0", "--max-tokens", "12"});
  EXPECT_THAT(said["text"].get<std::string>(), testing::HasSubstr("Paris"));
}

TEST_F(SmolLm2, says_the_same_accelerated_when_greedy) {
  expect_the_same_accelerated({"--temperature", "0"});
}

TEST_F(SmolLm2, says_the_same_accelerated_when_drawn) {
  expect_the_same_accelerated({"--temperature", "0.7", "--seed", "5"});
}

}  // namespace
}  // namespace canter::test
