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
