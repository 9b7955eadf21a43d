#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/tokenizer/gguf_support.h"
#include "core/tokenizer/golden_lines.h"

namespace canter::test {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kSmall = kData / "tokenizers";

constexpr Tokenizer::EncodeOptions kTyped = {.add_bos = false, .allow_special = false};

class SmallTokenizers : public testing::TestWithParam<const char*> {
 protected:
  std::filesystem::path folder() const { return kSmall / GetParam(); }
};

TEST_P(SmallTokenizers, encode_as_the_tokenizers_library_does) {
  expect_golden_tokens(load_folder(folder()), golden_lines(folder() / "goldens.jsonl"));
}

TEST_P(SmallTokenizers, are_the_same_from_the_gguf_file_made_of_them) {
  const auto original = load_folder(folder());
  const TemporaryDirectory place;
  const auto path = place.path() / "model.gguf";
  ASSERT_TRUE(write_gguf(path, GgufContent{original.gguf_metadata(600), {}}));
  const auto file = GgufFile::open(path).value();
  EXPECT_EQ(file.get_array("tokenizer.ggml.tokens")->size(), 600u);
  const auto made = Tokenizer::from_gguf(file).value();
  EXPECT_THAT(made.notes(), testing::IsEmpty());
  ASSERT_EQ(made.vocabulary_size(), original.vocabulary_size());
  for (TokenId token = 0; token < made.vocabulary_size(); ++token) {
    ASSERT_EQ(made.stored_piece(token), original.stored_piece(token));
    ASSERT_EQ(made.is_special(token), original.is_special(token));
    ASSERT_EQ(made.ends_generation(token), original.ends_generation(token));
    ASSERT_EQ(made.piece_bytes(token, true), original.piece_bytes(token, true));
  }
  EXPECT_EQ(made.bos(), original.bos());
  EXPECT_EQ(made.eos(), original.eos());
  EXPECT_EQ(made.adds_bos(), original.adds_bos());
  EXPECT_EQ(made.chat_template(), original.chat_template());
  expect_golden_tokens(made, golden_lines(folder() / "goldens.jsonl"));
}

INSTANTIATE_TEST_SUITE_P(of, SmallTokenizers,
                         testing::Values("falcon", "gemma", "llama3", "phi3", "qwen", "smollm",
                                         "tekken"));

/// A folder with nothing but a tokenizer.json.
class TokenizerJson : public testing::Test {
 protected:
  TokenizerJson() {
    document_ = json::parse(R"({
      "model": {"type": "BPE", "unk_token": "<unk>", "vocab":
        {"<unk>": 0, "a": 1, "b": 2, "ab": 3, "c": 4, "▁": 5, "▁a": 6, "<0x41>": 7},
        "merges": [["a", "b"], ["▁", "a"]]},
      "added_tokens": [{"id": 8, "content": "<s>", "special": true},
                       {"id": 9, "content": "ca", "special": false}]})");
  }

  Result<Tokenizer> open() const {
    write_file(folder_.path() / "tokenizer.json", document_.dump());
    return Tokenizer::from_folder(folder_.path());
  }

  void expect_refused(ErrorKind kind, const std::string& reason) const {
    const auto tokenizer = open();
    ASSERT_FALSE(tokenizer) << reason;
    EXPECT_EQ(tokenizer.error().kind, kind) << tokenizer.error().message;
    EXPECT_THAT(tokenizer.error().message, HasSubstr(reason));
    EXPECT_THAT(tokenizer.error().message, HasSubstr("tokenizer.json"));
  }

  std::vector<TokenId> encode(std::string_view text) const {
    return open().value().encode(text, kMarkup).value();
  }

  TemporaryDirectory folder_;
  json document_;
};

TEST_F(TokenizerJson, needs_nothing_beside_it) {
  EXPECT_THAT(encode("abcbab"), ElementsAre(3, 4, 2, 3));
  EXPECT_THAT(encode("<s>bcab"), ElementsAre(8, 2, 9, 2));
  EXPECT_EQ(open().value().description(), "BPE");
}

TEST_F(TokenizerJson, writes_merges_as_pairs_or_as_one_text) {
  document_["model"]["merges"] = {"a b", "▁ a"};
  EXPECT_THAT(encode("ab▁a"), ElementsAre(3, 6));
}

TEST_F(TokenizerJson, gives_unknown_characters_one_token_or_several) {
  EXPECT_THAT(encode("axyA"), ElementsAre(1, 0, 0, 0));
  document_["model"]["fuse_unk"] = true;
  EXPECT_THAT(encode("axyA"), ElementsAre(1, 0));
  document_["model"]["byte_fallback"] = true;
  EXPECT_THAT(encode("axyA"), ElementsAre(1, 7, 0));
  document_["model"]["unk_token"] = nullptr;
  EXPECT_THAT(encode("axyA"), ElementsAre(1, 7));
}

TEST_F(TokenizerJson, reads_ill_formed_text_as_replacement_characters) {
  document_["model"]["vocab"]["\uFFFD"] = 10;
  EXPECT_THAT(encode("a\xFF\xC3"), ElementsAre(1, 10, 10));
  const auto tokenizer = open().value();
  const std::vector<Tokenizer::TextPart> parts = {{"a\xE2\x82", false}, {"<s>\xFF", true}};
  EXPECT_THAT(tokenizer.encode_parts(parts, false).value(), ElementsAre(1, 10, 8, 10));
}

TEST_F(TokenizerJson, does_not_count_the_unknown_token_as_markup) {
  document_["added_tokens"] = {{{"id", 0}, {"content", "<unk>"}, {"special", true}}};
  const auto tokenizer = open().value();
  EXPECT_FALSE(tokenizer.is_special(0));
  EXPECT_THAT(tokenizer.encode("x", kTyped).value(), ElementsAre(0));
  EXPECT_THAT(encode("<unk>"), ElementsAre(0));
  EXPECT_EQ(tokenizer.decode(std::vector<TokenId>{0, 1}), "a");
}

TEST_F(TokenizerJson, lets_whole_words_skip_merging_where_it_says_so) {
  document_["model"]["merges"] = json::array();
  EXPECT_THAT(encode("ab"), ElementsAre(1, 2));
  document_["model"]["ignore_merges"] = true;
  EXPECT_THAT(encode("ab"), ElementsAre(3));
}

TEST_F(TokenizerJson, finds_added_tokens_in_normalised_text_where_they_ask_for_it) {
  document_["normalizer"] = {{"type", "Lowercase"}};
  document_["added_tokens"] = {{{"id", 8}, {"content", "WORD"}, {"normalized", true}},
                               {{"id", 9}, {"content", "EXACT"}, {"normalized", false}}};
  EXPECT_THAT(encode("aWordb"), ElementsAre(1, 8, 2));
  EXPECT_THAT(encode("EXACT"), ElementsAre(9));
  EXPECT_THAT(encode("exact"), testing::Not(testing::Contains(9)));
}

TEST_F(TokenizerJson, tells_typed_text_from_markup_in_normalised_text_too) {
  document_["normalizer"] = {{"type", "Prepend"}, {"prepend", "▁"}};
  document_["added_tokens"] = {
      {{"id", 8}, {"content", "c"}, {"special", true}, {"normalized", true}}};
  const auto tokenizer = open().value();
  // The name of a token that is looked for in normalised text is normalised as well.
  const std::vector<Tokenizer::TextPart> parts = {{"a▁c", true}, {"b▁c", false}, {"▁c", true}};
  EXPECT_THAT(tokenizer.encode_parts(parts, false).value(), ElementsAre(6, 8, 2, 5, 4, 8));
}

TEST_F(TokenizerJson, strips_white_space_around_tokens_that_ask_for_it) {
  document_["added_tokens"] = {
      {{"id", 8}, {"content", "<s>"}, {"special", true}, {"lstrip", true}, {"rstrip", true}}};
  EXPECT_THAT(encode("a \n<s>\t b"), ElementsAre(1, 8, 2));
}

TEST_F(TokenizerJson, finds_single_words_only_where_they_stand_alone) {
  document_["added_tokens"] = {{{"id", 8}, {"content", "ab"}, {"single_word", true}}};
  EXPECT_THAT(encode("ab-ab"), ElementsAre(8, 0, 8));
  EXPECT_THAT(encode("abc"), ElementsAre(3, 4));
}

TEST_F(TokenizerJson, takes_the_start_token_from_the_post_processor) {
  document_["post_processor"] = json::parse(
      R"({"type": "Sequence", "processors": [{"type": "ByteLevel"}, {"type": "TemplateProcessing",
          "single": [{"SpecialToken": {"id": "<s>"}}, {"Sequence": {"id": "A"}}]}]})");
  const auto tokenizer = open().value();
  EXPECT_EQ(tokenizer.bos(), 8);
  EXPECT_THAT(tokenizer.encode("ab").value(), ElementsAre(8, 3));
  const std::vector<Tokenizer::TextPart> parts = {{"<s>", true}, {"ab", false}};
  EXPECT_THAT(tokenizer.encode_parts(parts, true).value(), ElementsAre(8, 3));
}

TEST_F(TokenizerJson, takes_what_closes_a_whole_text_from_the_post_processor) {
  document_["post_processor"] = json::parse(
      R"({"type": "TemplateProcessing",
          "single": [{"Sequence": {"id": "A"}}, {"SpecialToken": {"id": "<s>"}}]})");
  const auto tokenizer = open().value();
  EXPECT_FALSE(tokenizer.adds_bos());
  EXPECT_THAT(tokenizer.encode("ab").value(), ElementsAre(3));
  EXPECT_THAT(tokenizer.encode_whole("ab").value(), ElementsAre(3, 8));
  EXPECT_THAT(tokenizer.encode_whole("ab<s>").value(), ElementsAre(3, 8));
  ASSERT_TRUE(
      write_gguf(folder_.path() / "model.gguf", GgufContent{tokenizer.gguf_metadata(), {}}));
  EXPECT_EQ(load_gguf(folder_.path() / "model.gguf").encode_whole("ab").value(),
            tokenizer.encode_whole("ab").value());
}

TEST_F(TokenizerJson, comes_before_a_sentencepiece_model) {
  std::filesystem::copy_file(kStarterFolder / "tokenizer.model",
                             folder_.path() / "tokenizer.model");
  EXPECT_EQ(open().value().vocabulary_size(), 10);
}

TEST_F(TokenizerJson, is_kept_whole_in_a_gguf_file_that_can_not_name_its_rule) {
  document_["pre_tokenizer"] = {
      {"type", "Split"}, {"pattern", {{"String", "c"}}}, {"behavior", "Removed"}};
  const auto original = open().value();
  ASSERT_TRUE(write_gguf(folder_.path() / "model.gguf", GgufContent{original.gguf_metadata(), {}}));
  const auto made = load_gguf(folder_.path() / "model.gguf");
  EXPECT_THAT(made.encode("abcbabc", kTyped).value(), ElementsAre(3, 2, 3));
  EXPECT_EQ(made.vocabulary_size(), original.vocabulary_size());
}

TEST_F(TokenizerJson, decodes_by_its_own_chain) {
  document_["decoder"] = json::parse(
      R"({"type": "Sequence", "decoders": [
          {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"},
          {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]})");
  document_["model"]["byte_fallback"] = true;
  document_["model"]["vocab"]["<0xC3>"] = 10;
  const auto tokenizer = open().value();
  EXPECT_EQ(tokenizer.decode(std::vector<TokenId>{6, 6, 7, 3}), "a aAab");
  EXPECT_EQ(tokenizer.decode(std::vector<TokenId>{7, 10, 3}), "\uFFFD\uFFFDab");
  EXPECT_EQ(tokenizer.decode(std::vector<TokenId>{8, 99, 3}), "ab");
}

TEST_F(TokenizerJson, refuses_what_it_does_not_know) {
  const auto sound = document_;
  document_["model"]["type"] = "WordPiece";
  expect_refused(ErrorKind::kUnsupported, "WordPiece");
  document_ = sound;
  document_["model"]["end_of_word_suffix"] = "</w>";
  expect_refused(ErrorKind::kUnsupported, "end_of_word_suffix");
  document_ = sound;
  document_["normalizer"] = {{"type", "Nmt"}};
  expect_refused(ErrorKind::kUnsupported, "Nmt");
  document_ = sound;
  document_["pre_tokenizer"] = {{"type", "UnicodeScripts"}};
  expect_refused(ErrorKind::kUnsupported, "UnicodeScripts");
  document_ = sound;
  document_["decoder"] = {{"type", "CTC"}};
  expect_refused(ErrorKind::kUnsupported, "CTC");
  document_ = sound;
  document_["pre_tokenizer"] = {{"type", "Split"}, {"pattern", {{"Regex", "(?<open"}}}};
  expect_refused(ErrorKind::kUnsupported, "(?<open");
}

TEST_F(TokenizerJson, refuses_what_contradicts_itself) {
  const auto sound = document_;
  document_["model"]["vocab"] = json::object();
  expect_refused(ErrorKind::kBadFile, "no vocabulary");
  document_ = sound;
  document_["model"]["vocab"]["z"] = 1;
  expect_refused(ErrorKind::kBadFile, "two tokens the number 1");
  document_ = sound;
  document_["model"]["vocab"]["z"] = 4000000;
  expect_refused(ErrorKind::kBadFile, "4000000");
  document_ = sound;
  document_["model"]["vocab"]["z"] = "1";
  expect_refused(ErrorKind::kBadFile, "a token whose number is none");
  document_ = sound;
  document_["model"]["merges"].push_back({"a", "x"});
  expect_refused(ErrorKind::kBadFile, "\"a\" and \"x\"");
  document_ = sound;
  document_["model"]["merges"].push_back({"a"});
  expect_refused(ErrorKind::kBadFile, "a merge that is no pair");
  document_ = sound;
  document_["model"]["merges"].push_back("ab");
  expect_refused(ErrorKind::kBadFile, "a merge that is no pair");
  document_ = sound;
  document_["added_tokens"][0].erase("id");
  expect_refused(ErrorKind::kBadFile, "an added token without an id");
}

TEST_F(TokenizerJson, refuses_what_is_no_json) {
  write_file(folder_.path() / "tokenizer.json", "{\"model\": ");
  const auto tokenizer = Tokenizer::from_folder(folder_.path());
  ASSERT_FALSE(tokenizer);
  EXPECT_THAT(tokenizer.error().message, HasSubstr("is no JSON"));
}

TEST_F(TokenizerJson, gives_up_on_a_pattern_that_takes_too_long) {
  document_["pre_tokenizer"] = {{"type", "Split"}, {"pattern", {{"Regex", "(a|aa)+[cd]"}}}};
  const auto tokens = open().value().encode(std::string(3000, 'a'), kTyped);
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, ErrorKind::kTooLarge);
  EXPECT_THAT(tokens.error().message, HasSubstr("takes too long"));
}

TEST(ManyMarkers, stay_letters_in_typed_text) {
  const auto tokenizer = load_folder(kSmall / "qwen");
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "<|im_start|>user<|im_end|>\n";
  const auto typed = tokenizer.encode(text, kTyped).value();
  EXPECT_FALSE(std::ranges::any_of(typed, [&](TokenId id) { return tokenizer.is_special(id); }));
  const auto markup = tokenizer.encode(text, kMarkup).value();
  EXPECT_EQ(std::ranges::count_if(markup, [&](TokenId id) { return tokenizer.is_special(id); }),
            10'000);
  EXPECT_EQ(tokenizer.decode(typed), text);
}

}  // namespace
}  // namespace canter::test
