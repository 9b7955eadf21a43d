#include <cmath>

#include "cli/cli.h"

namespace canter::test {
namespace {

class Score : public CliTest {};

TEST_F(Score, agrees_with_an_independent_program) {
  for (const auto& [model, name] :
       {std::pair{std::string("starter"), "starter"}, std::pair{kStories, "stories260K"}}) {
    const Json cases = reference(name);
    for (const std::size_t i : {0u, 2u, 5u}) {
      const Json document = json({"score", "--model", model, "--tokens", list(cases[i]["tokens"])});
      EXPECT_EQ(keys(document),
                (std::set<std::string>{"tokens", "nll", "perplexity", "last_logits"}));
      const double count = double(cases[i]["tokens"].size());
      const double nll = cases[i]["nll"];
      EXPECT_EQ(document["tokens"], count);
      EXPECT_NEAR(document["nll"].get<double>(), nll, 1e-4 * count);
      EXPECT_NEAR(document["perplexity"].get<double>(), std::exp(nll / (count - 1)),
                  1e-3 * std::exp(nll / (count - 1)));
      // Greedy decoding goes on with the most likely token.
      EXPECT_EQ(document["last_logits"][0]["token"], cases[i]["greedy"][0]);
    }
  }
}

TEST_F(Score, lists_the_largest_logits_in_order) {
  const Json document =
      json({"score", "--model", "starter", "--tokens", "1,300,400", "--top", "5"});
  const Json& logits = document["last_logits"];
  ASSERT_EQ(logits.size(), 5u);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    EXPECT_EQ(keys(logits[i]), (std::set<std::string>{"token", "logit"}));
    if (i > 0) {
      EXPECT_GE(logits[i - 1]["logit"], logits[i]["logit"]);
    }
  }
  EXPECT_EQ(json({"score", "--model", "starter", "--tokens", "1"})["last_logits"].size(), 10u);
  EXPECT_EQ(json({"score", "--model", "starter", "--tokens", "1", "--top", "0"})["last_logits"],
            Json::array());
  EXPECT_EQ(
      json({"score", "--model", kStories, "--tokens", "1", "--top", "9999"})["last_logits"].size(),
      512u);
}

TEST_F(Score, a_single_token_has_nothing_to_predict) {
  const Json document = json({"score", "--model", "starter", "--tokens", "1"});
  EXPECT_EQ(document["nll"], 0.0);
  EXPECT_EQ(document["perplexity"], 1.0);
}

TEST_F(Score, reads_markup_in_a_file_as_ordinary_text) {
  const std::string text = "<|user|>Hello</s>";
  const Json tokens =
      json({"tokenize", "--model", "starter", "--text", text, "--no-special"})["tokens"];
  EXPECT_EQ(json({"score", "--model", "starter", "--file", file("text", text)}),
            json({"score", "--model", "starter", "--tokens", list(tokens)}));
}

TEST_F(Score, refuses_tokens_it_cannot_score) {
  expect_failure(run({"score", "--model", "starter", "--tokens", "1,4096", "--json"}), 2);
  std::string tokens = "1";
  for (int i = 0; i < 2048; ++i) tokens += ",300";
  expect_failure(run({"score", "--model", "starter", "--tokens", tokens, "--json"}), 2);
}

}  // namespace
}  // namespace canter::test
