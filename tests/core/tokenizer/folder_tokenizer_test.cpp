#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/tokenizer/gguf_support.h"

namespace canter::test {
namespace {

using ::testing::HasSubstr;

/// A model folder that begins with the starter's `tokenizer.model` alone.
class FolderTokenizer : public testing::Test {
 protected:
  FolderTokenizer() {
    std::filesystem::copy_file(kStarterFolder / "tokenizer.model", path("tokenizer.model"));
  }

  std::filesystem::path path(const char* name) const { return folder_.path() / name; }
  void write(const char* name, std::string_view text) const { write_file(path(name), text); }
  Tokenizer open() const { return load_folder(folder_.path()); }

  void expect_refused(ErrorKind kind, const std::string& reason) const {
    testing::internal::CaptureStderr();
    const auto tokenizer = Tokenizer::from_folder(folder_.path());
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    ASSERT_FALSE(tokenizer);
    EXPECT_EQ(tokenizer.error().kind, kind) << tokenizer.error().message;
    EXPECT_THAT(tokenizer.error().message, HasSubstr(reason));
  }

  TemporaryDirectory folder_;
};

TEST_F(FolderTokenizer, needs_nothing_but_the_model) {
  const auto tokenizer = open();
  EXPECT_EQ(tokenizer.bos(), 1);
  EXPECT_EQ(tokenizer.eos(), 2);
  EXPECT_TRUE(tokenizer.adds_bos());
  EXPECT_EQ(tokenizer.chat_template(), "");
  EXPECT_TRUE(tokenizer.is_special(4));
}

TEST_F(FolderTokenizer, reads_token_names_given_as_objects) {
  write("tokenizer_config.json",
        R"({"bos_token": {"content": "</s>"}, "eos_token": "<|user|>", "add_bos_token": false})");
  const auto tokenizer = open();
  EXPECT_EQ(tokenizer.bos(), 2);
  EXPECT_EQ(tokenizer.eos(), 4);
  EXPECT_FALSE(tokenizer.adds_bos());
  EXPECT_TRUE(tokenizer.ends_generation(4));
}

TEST_F(FolderTokenizer, reads_the_chat_template_in_all_its_forms) {
  write("tokenizer_config.json", R"({"chat_template": "one"})");
  EXPECT_EQ(open().chat_template(), "one");
  write("tokenizer_config.json",
        R"({"chat_template": [{"name": "tool_use", "template": "no"},
                              {"name": "default", "template": "two"}]})");
  EXPECT_EQ(open().chat_template(), "two");
  write("chat_template.jinja", "three");
  EXPECT_EQ(open().chat_template(), "three");
}

TEST_F(FolderTokenizer, takes_end_tokens_from_the_generation_settings) {
  write("generation_config.json", R"({"eos_token_id": 5})");
  EXPECT_TRUE(open().ends_generation(5));
  write("generation_config.json", R"({"eos_token_id": [3, 4, "x", -1, 99999999999]})");
  const auto tokenizer = open();
  EXPECT_TRUE(tokenizer.ends_generation(3));
  EXPECT_TRUE(tokenizer.ends_generation(4));
  EXPECT_FALSE(tokenizer.ends_generation(5));
  EXPECT_TRUE(tokenizer.ends_generation(2));
}

TEST_F(FolderTokenizer, appends_added_tokens_to_the_vocabulary) {
  write("added_tokens.json", R"({"<|im_start|>": 4096})");
  write("tokenizer_config.json",
        R"({"added_tokens_decoder": {"4098": {"content": "<|im_end|>", "special": true},
                                     "4099": {"content": "WORD", "special": false}}})");
  const auto tokenizer = open();
  EXPECT_EQ(tokenizer.vocabulary_size(), 4100);
  EXPECT_EQ(tokenizer.find_special("<|im_start|>"), 4096);
  EXPECT_EQ(tokenizer.find_special("<|im_end|>"), 4098);
  EXPECT_EQ(tokenizer.stored_piece(4097), "");
  EXPECT_TRUE(tokenizer.ends_generation(4098));
  EXPECT_EQ(tokenizer.encode("WORD", {.add_bos = false, .allow_special = false}).value(),
            std::vector<TokenId>{4099});
  EXPECT_EQ(tokenizer.encode("<|im_end|>", {.add_bos = false, .allow_special = true}).value(),
            std::vector<TokenId>{4098});
}

TEST_F(FolderTokenizer, puts_a_space_behind_added_tokens_where_legacy_says_so) {
  write("added_tokens.json", R"({"<|im_start|>": 4096})");
  const auto encode = [&](const char* legacy) {
    write("tokenizer_config.json", R"({"add_prefix_space": true)" + std::string(legacy) + "}");
    return open().encode("<|im_start|>book", {.add_bos = false, .allow_special = true}).value();
  };
  const auto spaced = encode(R"(, "legacy": true)");
  const auto bare = encode(R"(, "legacy": false)");
  EXPECT_EQ(encode(""), spaced);
  EXPECT_NE(bare, spaced);
  const auto tokenizer = open();
  EXPECT_EQ(tokenizer.decode(spaced, true), "<|im_start|> book");
  EXPECT_EQ(tokenizer.decode(bare, true), "<|im_start|>book");
}

TEST_F(FolderTokenizer, takes_names_of_tokens_from_the_special_tokens_map) {
  write("special_tokens_map.json",
        R"({"eos_token": {"content": "<|user|>"}, "bos_token": "</s>"})");
  EXPECT_EQ(open().eos(), 4);
  EXPECT_EQ(open().bos(), 2);
}

TEST_F(FolderTokenizer, refuses_added_tokens_with_absurd_numbers) {
  write("tokenizer_config.json",
        R"({"added_tokens_decoder": {"4000000000": {"content": "<x>", "special": true}}})");
  expect_refused(ErrorKind::kBadFile, "4000000000");
  write("tokenizer_config.json", R"({"added_tokens_decoder": {"7x": {"content": "<x>"}}})");
  expect_refused(ErrorKind::kBadFile, "7x");
  write("tokenizer_config.json", "{}");
  write("added_tokens.json", R"({"<x>": 4000000})");
  expect_refused(ErrorKind::kBadFile, "4000000");
  write("added_tokens.json", R"({"<x>": -1})");
  expect_refused(ErrorKind::kBadFile, "added token");
}

TEST_F(FolderTokenizer, refuses_malformed_settings) {
  for (const char* name :
       {"tokenizer_config.json", "generation_config.json", "added_tokens.json"}) {
    write(name, "{\"a\": ");
    expect_refused(ErrorKind::kBadFile, name);
    write(name, "{}");
  }
}

TEST_F(FolderTokenizer, ignores_settings_of_the_wrong_kind) {
  write("tokenizer_config.json",
        R"({"bos_token": 7, "eos_token": [], "add_bos_token": "yes", "chat_template": 1,
            "added_tokens_decoder": []})");
  write("generation_config.json", "[]");
  write("added_tokens.json", "3");
  const auto tokenizer = open();
  EXPECT_EQ(tokenizer.bos(), 1);
  EXPECT_TRUE(tokenizer.adds_bos());
}

TEST_F(FolderTokenizer, refuses_a_folder_without_a_tokenizer) {
  std::filesystem::remove(path("tokenizer.model"));
  expect_refused(ErrorKind::kBadFile, "no tokenizer.json and no tokenizer.model");
}

TEST_F(FolderTokenizer, refuses_a_model_that_is_cut_off_or_empty) {
  const auto whole = read_file(path("tokenizer.model"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, whole.size() / 2}) {
    write("tokenizer.model", whole.substr(0, size));
    const auto tokenizer = Tokenizer::from_folder(folder_.path());
    ASSERT_FALSE(tokenizer);
    EXPECT_THAT(tokenizer.error().message, HasSubstr("tokenizer.model"));
  }
}

TEST_F(FolderTokenizer, refuses_unigram_models) {
  auto bytes = read_file(path("tokenizer.model"));
  bytes += std::string("\x12\x02\x18\x01", 4);  // trainer_spec { model_type: UNIGRAM }
  write("tokenizer.model", bytes);
  expect_refused(ErrorKind::kUnsupported, "unigram");
}

TEST_F(FolderTokenizer, survives_damaged_bytes) {
  const auto whole = read_file(path("tokenizer.model"));
  std::mt19937 random(5);
  for (int i = 0; i < 60; ++i) {
    auto bytes = whole;
    for (int k = 0; k < 3; ++k) bytes[random() % bytes.size()] = static_cast<char>(random());
    // The settings at the end matter most.
    bytes[bytes.size() - 1 - random() % 160] = static_cast<char>(random());
    write("tokenizer.model", bytes);
    const auto tokenizer = Tokenizer::from_folder(folder_.path());
    if (tokenizer) {
      EXPECT_TRUE(tokenizer->encode(" book <|user|> \xF0\x9F\x98\x80\xFF", {true, true}));
    }
  }
}

}  // namespace
}  // namespace canter::test
