#include <sstream>

#include "cli/cli.h"
#include "format/gguf.h"

namespace canter::test {
namespace {

using testing::Contains;
using testing::Not;

class Tokenize : public CliTest {};

constexpr const char* kText =
    "Book a table for 7, naïve 👩‍🚀 — \t two  spaces\nand 再见";

TEST_F(Tokenize, gives_the_text_back) {
  for (const std::string& model : {std::string("starter"), kStories, kStarterFolder}) {
    for (const char* text : {kText, " leading", "", "trailing \n"}) {
      const Json document = json({"tokenize", "--model", model, "--text", text});
      EXPECT_EQ(keys(document), (std::set<std::string>{"tokens", "text"}));
      EXPECT_EQ(document["text"], text) << model;
      EXPECT_EQ(document["tokens"].at(0), 1);
    }
  }
}

TEST_F(Tokenize, knows_special_tokens_unless_told_otherwise) {
  const char* text = "<|user|>Hello</s>";
  const Json special = json({"tokenize", "--model", "starter", "--text", text});
  const Json plain = json({"tokenize", "--model", "starter", "--text", text, "--no-special"});
  EXPECT_THAT(special["tokens"].get<std::vector<int>>(), Contains(2));
  EXPECT_THAT(plain["tokens"].get<std::vector<int>>(), Not(Contains(2)));
  EXPECT_EQ(special["text"], text);
  EXPECT_EQ(plain["text"], text);
}

TEST_F(Tokenize, leaves_the_start_token_out_when_asked) {
  Json with = json({"tokenize", "--model", "starter", "--text", "Hello"})["tokens"];
  const Json without = json({"tokenize", "--model", "starter", "--text", "Hello", "--no-bos"});
  with.erase(0);
  EXPECT_EQ(without["tokens"], with);
  EXPECT_EQ(without["text"], "Hello");
}

TEST_F(Tokenize, reads_files_and_standard_input) {
  const Json given = json({"tokenize", "--model", "starter", "--text", kText});
  EXPECT_EQ(json({"tokenize", "--model", "starter", "--file", file("text", kText)}), given);
  EXPECT_EQ(json({"tokenize", "--model", "starter", "--file", "-"}, kText), given);
}

TEST_F(Tokenize, makes_valid_json_of_invalid_text) {
  const std::string broken = file("broken", "a\xff\xc3 b\xed\xa0\x80");
  const Json document = json({"tokenize", "--model", "starter", "--file", broken});
  EXPECT_THAT(document["text"].get<std::string>(), testing::HasSubstr("\uFFFD"));
}

TEST_F(Tokenize, answers_each_line_of_json) {
  const std::string lines = file("lines", R"({"text": "<|user|>Hi", "special": true}
{"text": "<|user|>Hi", "special": false}

{"text": "é<|user|>Hi</s>", "content": [[0, 1], [9, 15]]}
{"ids": [1, 4, 2], "special": true}
{"ids": [1, 4, 2], "special": false}
)");
  const ProcessResult result = run({"tokenize", "--model", "starter", "--jsonl", lines});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::istringstream output(result.out);
  std::vector<Json> answers;
  for (std::string line; std::getline(output, line);) answers.push_back(Json::parse(line));
  ASSERT_EQ(answers.size(), 5u);
  EXPECT_EQ(answers[0]["ids"].at(0), 4);
  EXPECT_THAT(answers[1]["ids"].get<std::vector<int>>(), Not(Contains(4)));
  EXPECT_THAT(answers[2]["ids"].get<std::vector<int>>(), Contains(4));
  EXPECT_THAT(answers[2]["ids"].get<std::vector<int>>(), Not(Contains(2)));
  EXPECT_EQ(answers[3]["text"], "<s><|user|></s>");
  EXPECT_EQ(answers[4]["text"], "<|user|>");
}

TEST_F(Tokenize, says_which_line_it_cannot_answer) {
  for (const char* line : {"[]", "{}", R"({"text": 1})", R"({"text": "a", "special": 1})",
                           R"({"text": "a", "content": [[1, 0]]})", R"({"ids": ["a"]})",
                           R"({"text": "a", "content": [[0, 9]]})"}) {
    const std::string lines = file("lines", std::string("{\"text\": \"a\"}\n") + line);
    const ProcessResult result = run({"tokenize", "--model", "starter", "--jsonl", lines});
    EXPECT_NE(result.exit_code, 0);
    EXPECT_THAT(result.err, testing::HasSubstr("line 2, asks for nothing")) << line;
  }
}

TEST_F(Tokenize, needs_nothing_but_a_vocabulary) {
  const GgufFile stories = GgufFile::open(kStories).value();
  GgufContent vocabulary;
  vocabulary.metadata.assign(stories.metadata().begin(), stories.metadata().end());
  const std::string path_of_vocabulary = path("vocabulary.gguf").string();
  ASSERT_TRUE(write_gguf(path_of_vocabulary, vocabulary));
  EXPECT_EQ(json({"tokenize", "--model", path_of_vocabulary, "--text", kText}),
            json({"tokenize", "--model", kStories, "--text", kText}));
}

}  // namespace
}  // namespace canter::test
