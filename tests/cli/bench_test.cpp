#include <fstream>

#include "cli/cli.h"

namespace canter::test {
namespace {

class Bench : public CliTest {
 protected:
  /// The first prompts of the evaluation set.
  std::string some_prompts() const {
    std::ifstream all(kEvaluationPrompts);
    std::string text;
    for (int i = 0; i < 3; ++i) {
      std::string line;
      std::getline(all, line);
      text += line + "\n\n";
    }
    return file("prompts.jsonl", text);
  }
};

TEST_F(Bench, compares_both_ways_on_the_same_prompts) {
  const Json document = json({"bench", "--model", "starter", "--adapter", kAdapter, "--tree", "3,2",
                              "--prompts", some_prompts(), "--max-tokens", "20", "--repeat", "2"});
  EXPECT_EQ(document["prompts"], 3);
  EXPECT_EQ(document["identical"], true);
  for (const char* figure : {"median", "min", "max"})
    EXPECT_GT(document["speedup"][figure], 0) << figure;
  EXPECT_GT(document["tokens_per_step"], 1.0);
  EXPECT_EQ(document["plain"]["tokens_per_step"], 1.0);
  EXPECT_GT(document["plain"]["tokens_per_second"], 0);
  EXPECT_EQ(document["plain"]["tokens"], document["bita"]["tokens"]);
  EXPECT_GT(document["bita"]["rows_per_step"], 4);
  EXPECT_GT(document["bita"]["acceptance_by_depth"][0], 0);
}

TEST_F(Bench, samples_the_same_with_the_same_seed) {
  const Json document =
      json({"bench", "--model", "starter", "--adapter", kAdapter, "--prompts", some_prompts(),
            "--max-tokens", "20", "--temperature", "0.8", "--seed", "5"});
  EXPECT_EQ(document["identical"], true);
}

TEST_F(Bench, prompts_that_are_none_are_an_error_that_names_the_line) {
  const auto result =
      run({"bench", "--model", "starter", "--prompts",
           file("bad.jsonl", R"({"messages": [{"role": "user", "content": "Hello"}]})"
                             "\n{\"text\": 1}\n")});
  expect_failure(result, 2);
  EXPECT_NE(result.err.find("line 2"), std::string::npos) << result.err;
  expect_failure(run({"bench", "--model", "starter", "--prompts", file("empty.jsonl", "\n")}), 2);
  expect_failure(run({"bench", "--model", "starter", "--prompts", path("none").string()}), 4);
}

}  // namespace
}  // namespace canter::test
