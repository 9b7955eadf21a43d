#include "tune/prompts.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <string>

#include "model/model.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "tune/transcript.h"

namespace canter::tuning {
namespace {

using testing::HasSubstr;

class Prompts : public testing::Test {
 protected:
  Result<std::vector<std::vector<TokenId>>> read(const std::string& text) {
    const auto path = folder_.path() / "prompts.jsonl";
    std::ofstream(path) << text;
    return read_prompts(path, ChatFormat(model_.tokenizer()));
  }

  test::TemporaryDirectory folder_;
  Model model_ = Model::open(test::starter_gguf()).value();
};

TEST_F(Prompts, are_written_in_the_models_chat_format) {
  const auto prompts = read(
      "{\"id\": 1, \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}\n\n"
      "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}, "
      "{\"role\": \"assistant\", \"content\": \"b\"}, {\"role\": \"user\", \"content\": \"c\"}]}");
  ASSERT_TRUE(prompts) << prompts.error().message;
  ASSERT_EQ(prompts->size(), 2u);
  EXPECT_EQ(model_.tokenizer().decode((*prompts)[0], true), "<s><|user|>Hello</s><|assistant|>");
  EXPECT_EQ(model_.tokenizer().decode((*prompts)[1], true),
            "<s><|user|>a</s><|assistant|>b</s><|user|>c</s><|assistant|>");
}

TEST_F(Prompts, that_are_none_are_named_by_their_line) {
  const std::string good = "{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}\n";
  for (const char* bad : {"{", "[]", "{}", "{\"messages\": []}", "{\"messages\": [1]}",
                          "{\"messages\": [{\"role\": \"user\"}]}"}) {
    const auto prompts = read(good + bad);
    ASSERT_FALSE(prompts) << bad;
    EXPECT_EQ(prompts.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(prompts.error().message, HasSubstr("line 2 of \"prompts.jsonl\""));
  }
  EXPECT_EQ(read_prompts(folder_.path() / "none", ChatFormat(model_.tokenizer())).error().kind,
            ErrorKind::kIo);
}

TEST_F(Prompts, may_have_a_byte_order_mark_and_line_ends_of_windows) {
  const auto read = parse_prompts(
      "\xef\xbb\xbf{\"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}\r\n"
      "{\"messages\": [{\"role\": \"user\", \"content\": \"b\"}]}\r\n\r\n",
      "x");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 2u);
  EXPECT_EQ((*read)[1][0].content, "b");
}

TEST_F(Prompts, come_back_as_they_were_written) {
  const std::vector<Prompt> written = {{{"user", "Zeile 1\nZeile \"2\""}},
                                       {{"user", "你好"}, {"assistant", "b"}, {"user", "c"}}};
  const auto read = parse_prompts(write_prompts(written), "x");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->size(), 2u);
  EXPECT_EQ((*read)[0][0].content, written[0][0].content);
  ASSERT_EQ((*read)[1].size(), 3u);
  EXPECT_EQ((*read)[1][0].content, "你好");
  EXPECT_EQ((*read)[1][1].role, "assistant");
}

TEST_F(Prompts, that_are_too_long_or_without_a_place_in_the_format_are_left_out) {
  const std::vector<Prompt> prompts = {
      {{"user", "short"}}, {{"user", std::string(500, 'x')}}, {{"nobody", "unknown role"}}};
  EXPECT_EQ(encode_prompts(prompts, ChatFormat(model_.tokenizer()), 100).size(), 1u);
}

TEST_F(Prompts, are_every_question_of_a_conversation_once) {
  const Prompt longer = {{"user", "a"}, {"assistant", "b"}, {"user", "c"}};
  const std::vector<Prompt> prompts = {longer, {{"user", "a"}}, {{"system", "s"}, {"user", "a"}}};
  const auto all = with_earlier_questions(prompts);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].size(), 1u);
  EXPECT_EQ(all[1].size(), 3u);
  EXPECT_EQ(all[2][0].role, "system");
}

TEST_F(Prompts, of_two_kinds_are_mixed_evenly) {
  const std::vector<Prompt> many(9, Prompt{{"user", "many"}});
  const std::vector<Prompt> few = {{{"user", "few 1"}}, {{"user", "few 2"}}, {{"user", "few 3"}}};
  const auto mixed = mix_prompts(many, few);
  ASSERT_EQ(mixed.size(), 12u);
  EXPECT_EQ(mixed[3][0].content, "few 1");
  EXPECT_EQ(mixed[7][0].content, "few 2");
  EXPECT_EQ(mixed[11][0].content, "few 3");
  EXPECT_EQ(mix_prompts(many, {}).size(), 9u);
  EXPECT_EQ(mix_prompts({}, few).size(), 3u);
}

TEST_F(Prompts, that_come_with_canter_are_sound_and_fit_a_small_model) {
  const auto prompts =
      read_prompts(test::starter_gguf().parent_path().parent_path() / "prompts" / "general.jsonl");
  ASSERT_TRUE(prompts) << prompts.error().message;
  EXPECT_GE(prompts->size(), 400u);
  std::set<std::string> texts;
  for (const Prompt& prompt : *prompts) {
    ASSERT_FALSE(prompt.empty());
    EXPECT_EQ(prompt.back().role, "user");
    EXPECT_TRUE(texts.insert(prompt.back().content).second) << prompt.back().content;
  }
  EXPECT_EQ(encode_prompts(*prompts, ChatFormat(model_.tokenizer()), 1024).size(), prompts->size());
}

TEST(Transcripts, come_back_from_their_file_under_the_same_key_alone) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "answers";
  const std::vector<Transcript> written = {{{1, 2, 3, 4}, 2}, {{5}, 1}};
  EXPECT_TRUE(read_transcripts(path, "key")->empty());
  ASSERT_TRUE(write_transcripts(path, written, "key"));
  EXPECT_EQ(read_transcripts(path, "key").value(), written);
  EXPECT_TRUE(read_transcripts(path, "another")->empty());
  std::filesystem::resize_file(path, 100);
  EXPECT_EQ(read_transcripts(path, "key").error().kind, ErrorKind::kBadFile);
}

TEST(Transcripts, have_anchors_as_long_as_there_is_a_target) {
  EXPECT_EQ((Transcript{{1, 2, 3, 4, 5}, 2}).anchors(), 2);
  EXPECT_EQ((Transcript{{1, 2, 3}, 2}).anchors(), 0);
  EXPECT_EQ((Transcript{{1, 2}, 2}).anchors(), 0);
}

}  // namespace
}  // namespace canter::tuning
