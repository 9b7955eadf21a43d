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

TEST_F(Bench, asks_every_turn_with_the_answers_before_it_and_sums_up_kinds) {
  const Json document =
      json({"bench", "--model", "starter", "--adapter", "none", "--draft", "free", "--max-tokens",
            "30", "--prompts",
            file("turns.jsonl",
                 R"({"id": 1, "kind": "chat", "turns": ["Hello", "What did I say?"]})"
                 "\n"
                 R"({"id": 2, "kind": "chat", "turns": ["Hello again"]})"
                 "\n"
                 R"({"id": 3, "kind": "story", "messages": [{"role": "user", "content": "Hi"}]})"
                 "\n")});
  EXPECT_EQ(document["prompts"], 3);
  EXPECT_EQ(document["identical"], true);
  EXPECT_GT(document["overall_speedup"], 0);
  EXPECT_EQ(document["kinds"].size(), 2u);
  EXPECT_EQ(document["kinds"]["chat"]["prompts"], 2);
  EXPECT_GT(document["kinds"]["story"]["speedup"], 0);
  EXPECT_GE(document["kinds"]["story"]["tokens_per_step"], 1.0);
  for (const auto& [source, counts] : document["bita"]["by_source"].items()) {
    EXPECT_TRUE(source == "text" || source == "successors") << source;
    EXPECT_LE(counts["accepted"], counts["drafted"]);
  }
  EXPECT_GT(document["bita"]["verifying_ms"], 0);
}

TEST_F(Bench, draft_names_the_sources_and_nothing_else) {
  const std::string prompts = some_prompts();
  const auto bench = [&](const char* sources) {
    return json({"bench", "--model", "starter", "--adapter", kAdapter, "--draft", sources,
                 "--max-tokens", "20", "--prompts", prompts});
  };
  EXPECT_EQ(bench("none")["bita"]["tokens_per_step"], 1.0);
  const Json by_source = bench("masks")["bita"]["by_source"];
  for (const auto& [source, counts] : by_source.items()) EXPECT_EQ(source, "masks");
  const auto refused =
      run({"bench", "--model", "starter", "--draft", "guesses", "--prompts", prompts});
  expect_failure(refused, 2);
  EXPECT_NE(refused.err.find("text, successors, masks"), std::string::npos) << refused.err;
}

TEST_F(Bench, another_model_of_the_same_vocabulary_drafts_and_one_of_another_is_an_error) {
  const std::string prompts = some_prompts();
  const Json drafted = json({"bench", "--model", "starter", "--adapter", "none", "--draft",
                             "model:" + kStarterFolder, "--tree", "1,1,1", "--max-tokens", "20",
                             "--prompts", prompts});
  EXPECT_EQ(drafted["identical"], true);
  EXPECT_GT(drafted["bita"]["by_source"]["model"]["accepted"], 10);
  EXPECT_GT(drafted["bita"]["drafting_ms"], 0);
  const auto refused = run(
      {"bench", "--model", "starter", "--draft", "free,model:" + kStories, "--prompts", prompts});
  expect_failure(refused, 3);
  EXPECT_NE(refused.err.find("cannot draft for"), std::string::npos) << refused.err;
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
