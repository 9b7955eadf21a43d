#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "core/tokenizer/gguf_support.h"

namespace canter::test {
namespace {

using ::testing::HasSubstr;

Metadata sound() {
  return vocabulary_metadata(small_vocabulary());
}

Metadata with_pieces(const std::vector<Token>& more) {
  auto pieces = small_vocabulary();
  pieces.insert(pieces.end(), more.begin(), more.end());
  return vocabulary_metadata(pieces);
}

void expect_refused(const Metadata& metadata, ErrorKind kind, const std::string& reason) {
  testing::internal::CaptureStderr();
  const auto tokenizer = tokenizer_from(metadata);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  ASSERT_FALSE(tokenizer) << reason;
  EXPECT_EQ(tokenizer.error().kind, kind);
  EXPECT_THAT(tokenizer.error().message, HasSubstr(reason));
  EXPECT_THAT(tokenizer.error().message, testing::Not(HasSubstr("\n")));
}

TEST(GgufTokenizer, opens_a_small_vocabulary) {
  const auto tokenizer = tokenizer_from(sound()).value();
  EXPECT_EQ(tokenizer.vocabulary_size(), 276);
  EXPECT_EQ(tokenizer.bos(), 1);
  EXPECT_EQ(tokenizer.eos(), 2);
  EXPECT_TRUE(tokenizer.adds_bos());
  EXPECT_EQ(tokenizer.decode(tokenizer.encode("hi \xF0\x9F\x98\x80").value()),
            "hi \xF0\x9F\x98\x80");
}

TEST(GgufTokenizer, refuses_other_kinds_by_name) {
  expect_refused(with(sound(), "tokenizer.ggml.model", text_value("t5")), ErrorKind::kUnsupported,
                 "t5");
}

TEST(GgufTokenizer, notes_token_numbers_outside_the_vocabulary_and_uses_the_usual_ones) {
  for (const std::string key :
       {"bos_token_id", "eos_token_id", "unknown_token_id", "eot_token_id"}) {
    for (const std::int64_t id : {276, -2, 1 << 30}) {
      const auto tokenizer =
          tokenizer_from(with(sound(), "tokenizer.ggml." + key, number_value(id))).value();
      EXPECT_EQ(tokenizer.bos(), 1);
      EXPECT_EQ(tokenizer.eos(), 2);
      ASSERT_EQ(tokenizer.notes().size(), 1u);
      EXPECT_THAT(tokenizer.notes()[0], HasSubstr(key + " is " + std::to_string(id)));
    }
  }
  EXPECT_TRUE(tokenizer_from(sound()).value().notes().empty());
}

TEST(GgufTokenizer, opens_a_vocabulary_with_a_piece_twice) {
  const auto tokenizer = tokenizer_from(with_pieces({{"hi", 0, TokenKind::kNormal}})).value();
  EXPECT_EQ(tokenizer.encode("hhi").value(), tokenizer_from(sound()).value().encode("hhi").value());
}

TEST(GgufTokenizer, opens_a_vocabulary_with_several_pieces_for_unknown_text) {
  const auto tokenizer = tokenizer_from(with_pieces({{"<unk2>", 0, TokenKind::kUnknown},
                                                     {"[PAD277]", 0, TokenKind::kUnknown},
                                                     {"[PAD278]", 0, TokenKind::kUserDefined}}))
                             .value();
  EXPECT_EQ(tokenizer.vocabulary_size(), 277);
  EXPECT_EQ(tokenizer.find_added("[PAD278]"), -1);
  EXPECT_EQ(tokenizer.encode("[PAD278]<unk2>").value(),
            tokenizer_from(sound()).value().encode("[PAD278]<unk2>").value());
}

Metadata bpe(const char* pre) {
  Metadata metadata = vocabulary_metadata({{"a", 0, TokenKind::kNormal},
                                           {"b", 0, TokenKind::kNormal},
                                           {"ab", 0, TokenKind::kNormal},
                                           {"<|begin_of_text|>", 0, TokenKind::kControl},
                                           {"<think>", 0, TokenKind::kUserDefined},
                                           {"<|turn>", 0, TokenKind::kUserDefined},
                                           {"\u0120", 0, TokenKind::kNormal}});
  GgufArray merges{.type = GgufValueType::kString, .strings = {"a b"}};
  metadata = with(metadata, "tokenizer.ggml.model", text_value("gpt2"));
  metadata = with(metadata, "tokenizer.ggml.pre", text_value(pre));
  metadata = with(metadata, "tokenizer.ggml.bos_token_id", number_value(3));
  metadata = with(metadata, "tokenizer.chat_template", text_value("<|turn>{{ x }}<think>"));
  return with(metadata, "tokenizer.ggml.merges", {GgufValueType::kArray, merges});
}

TEST(GgufTokenizer, reads_byte_level_bpe) {
  const auto tokenizer = tokenizer_from(bpe("qwen2")).value();
  EXPECT_EQ(tokenizer.description(), "byte-level BPE");
  EXPECT_FALSE(tokenizer.adds_bos());
  EXPECT_EQ(tokenizer.encode("ab aba").value(), (std::vector<TokenId>{2, 6, 2, 0}));
  EXPECT_TRUE(tokenizer_from(bpe("llama-bpe")).value().adds_bos());
}

TEST(GgufTokenizer, trusts_bpe_files_on_what_may_be_typed_but_for_turns) {
  const auto tokenizer = tokenizer_from(bpe("qwen2")).value();
  EXPECT_EQ(tokenizer.encode("<think>").value(), std::vector<TokenId>{4});
  EXPECT_EQ(tokenizer.find_special("<think>"), -1);
  EXPECT_EQ(tokenizer.find_added("<think>"), 4);
  EXPECT_EQ(tokenizer.encode("<|turn>a").value(), std::vector<TokenId>{0});
  EXPECT_EQ(tokenizer.find_special("<|turn>"), 5);
}

TEST(GgufTokenizer, refuses_a_rule_that_it_does_not_know) {
  expect_refused(bpe("new-rule"), ErrorKind::kUnsupported, "\"new-rule\"");
}

TEST(GgufTokenizer, notes_which_rule_it_takes_where_the_file_names_none) {
  const auto tokenizer = tokenizer_from(without(bpe(""), "tokenizer.ggml.pre")).value();
  ASSERT_EQ(tokenizer.notes().size(), 1u);
  EXPECT_THAT(tokenizer.notes()[0], HasSubstr("\"llama-bpe\" is used"));
}

TEST(GgufTokenizer, notes_merges_of_tokens_that_are_not_there) {
  const GgufArray merges{.type = GgufValueType::kString, .strings = {"a x", "a b"}};
  const auto tokenizer =
      tokenizer_from(with(bpe("qwen2"), "tokenizer.ggml.merges", {GgufValueType::kArray, merges}))
          .value();
  EXPECT_EQ(tokenizer.encode("ab").value(), std::vector<TokenId>{2});
  ASSERT_EQ(tokenizer.notes().size(), 1u);
  EXPECT_THAT(tokenizer.notes()[0], HasSubstr("1 of its 2 merges"));
}

TEST(GgufTokenizer, refuses_bpe_without_sound_merges) {
  expect_refused(without(bpe("qwen2"), "tokenizer.ggml.merges"), ErrorKind::kBadFile, "no merges");
  const GgufArray merges{.type = GgufValueType::kString, .strings = {"ab"}};
  expect_refused(with(bpe("qwen2"), "tokenizer.ggml.merges", {GgufValueType::kArray, merges}),
                 ErrorKind::kBadFile, "names no two tokens");
}

TEST(GgufTokenizer, leaves_channels_open_at_the_end_of_a_message) {
  std::vector<Token> more;
  for (const char* text : {"<|end|>", "<|return|>"}) more.push_back({text, 0, TokenKind::kControl});
  EXPECT_TRUE(tokenizer_from(with_pieces(more)).value().ends_generation(276));
  more.push_back({"<|call|>", 0, TokenKind::kControl});
  const auto tokenizer = tokenizer_from(with_pieces(more)).value();
  EXPECT_FALSE(tokenizer.ends_generation(276));
  EXPECT_TRUE(tokenizer.ends_generation(277));
  EXPECT_TRUE(tokenizer.ends_generation(278));
}

TEST(GgufTokenizer, swallows_white_space_behind_the_markup_of_phi_3) {
  const auto metadata = with_pieces({{"<|user|>", 0, TokenKind::kControl}});
  const auto encode = [](const Metadata& from) {
    return tokenizer_from(from)
        .value()
        .encode("<|user|> \n hi", {.add_bos = false, .allow_special = true})
        .value();
  };
  const auto phi3 = with(metadata, "general.architecture", text_value("phi3"));
  EXPECT_EQ(encode(phi3), (std::vector<TokenId>{276, 263}));
  EXPECT_GT(encode(metadata).size(), 2u);
}

TEST(GgufTokenizer, refuses_a_file_without_a_tokenizer) {
  expect_refused(without(sound(), "tokenizer.ggml.model"), ErrorKind::kBadFile, "no tokenizer");
  expect_refused(without(sound(), "tokenizer.ggml.tokens"), ErrorKind::kBadFile, "empty");
}

TEST(GgufTokenizer, refuses_an_empty_vocabulary) {
  expect_refused(vocabulary_metadata({}), ErrorKind::kBadFile, "empty");
}

TEST(GgufTokenizer, refuses_a_vocabulary_without_scores_or_types) {
  expect_refused(without(sound(), "tokenizer.ggml.scores"), ErrorKind::kBadFile, "no scores");
  expect_refused(without(sound(), "tokenizer.ggml.token_type"), ErrorKind::kBadFile,
                 "no token types");
}

TEST(GgufTokenizer, refuses_arrays_of_different_sizes) {
  const auto longer = with_pieces({{"x", 0, TokenKind::kNormal}});
  for (const std::string key : {"tokenizer.ggml.scores", "tokenizer.ggml.token_type"}) {
    const auto entry = std::find_if(longer.begin(), longer.end(),
                                    [&](const auto& item) { return item.first == key; });
    expect_refused(with(sound(), key, entry->second), ErrorKind::kBadFile, "it has 276 tokens but");
  }
}

TEST(GgufTokenizer, refuses_an_unknown_token_type) {
  expect_refused(with_pieces({{"x", 0, static_cast<TokenKind>(7)}}), ErrorKind::kBadFile,
                 "unknown type 7");
}

TEST(GgufTokenizer, refuses_scores_that_are_no_numbers) {
  for (const float score :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
    expect_refused(with_pieces({{"x", score, TokenKind::kNormal}}), ErrorKind::kBadFile, "score");
  }
}

TEST(GgufTokenizer, reads_minus_one_as_no_token) {
  const auto tokenizer =
      tokenizer_from(with(sound(), "tokenizer.ggml.bos_token_id", number_value(-1))).value();
  EXPECT_EQ(tokenizer.bos(), -1);
  EXPECT_FALSE(tokenizer.adds_bos());
  EXPECT_EQ(tokenizer.encode("").value().size(), 0u);
}

TEST(GgufTokenizer, refuses_too_few_byte_pieces) {
  auto pieces = small_vocabulary();
  pieces.erase(pieces.begin() + 10);
  expect_refused(vocabulary_metadata(pieces), ErrorKind::kBadFile, "255 byte pieces");
}

TEST(GgufTokenizer, refuses_a_byte_piece_that_names_no_byte) {
  expect_refused(with_pieces({{"<0xZZ>", 0, TokenKind::kByte}}), ErrorKind::kBadFile, "<0xZZ>");
  expect_refused(with_pieces({{"<0x41>", 0, TokenKind::kByte}}), ErrorKind::kBadFile, "two pieces");
}

TEST(GgufTokenizer, refuses_a_vocabulary_that_cannot_write_unknown_text) {
  const std::vector<Token> pieces = {{"<s>", 0, TokenKind::kControl}, {"a", 0, TokenKind::kNormal}};
  expect_refused(vocabulary_metadata(pieces), ErrorKind::kBadFile, "no piece for unknown text");
  EXPECT_TRUE(tokenizer_from(
      with(vocabulary_metadata(pieces), "tokenizer.ggml.unknown_token_id", number_value(1))));
}

TEST(GgufTokenizer, needs_no_unknown_piece_when_it_has_all_bytes) {
  auto pieces = small_vocabulary();
  pieces.erase(pieces.begin());
  const auto tokenizer = tokenizer_from(vocabulary_metadata(pieces)).value();
  const auto tokens = tokenizer.encode("\xF0\x9F\x98\x80").value();
  for (const auto token : tokens) EXPECT_LT(token, tokenizer.vocabulary_size());
  EXPECT_EQ(tokenizer.decode(tokens), "\xF0\x9F\x98\x80");
}

TEST(GgufTokenizer, refuses_a_piece_of_absurd_length) {
  expect_refused(with_pieces({{std::string(5000, 'a'), 0, TokenKind::kNormal}}),
                 ErrorKind::kBadFile, "too long");
}

TEST(GgufTokenizer, refuses_user_defined_pieces_nested_too_deeply) {
  std::vector<Token> nested;
  for (std::size_t length = 2; length < 80; ++length) {
    nested.push_back({std::string(length, 'q'), 0, TokenKind::kUserDefined});
  }
  expect_refused(with_pieces(nested), ErrorKind::kBadFile, "begin alike");
}

TEST(GgufTokenizer, refuses_damaged_normalisation_rules) {
  const GgufArray rules{.type = GgufValueType::kUint8,
                        .integers = {255, 255, 255, 255, 0, 0},
                        .floats = {},
                        .strings = {}};
  expect_refused(
      with(sound(), "tokenizer.ggml.precompiled_charsmap", {GgufValueType::kArray, rules}),
      ErrorKind::kBadFile, "normalisation");
}

TEST(GgufTokenizer, lives_with_empty_and_ill_formed_pieces) {
  using namespace std::string_literals;
  const auto tokenizer = tokenizer_from(with_pieces({{"", 0, TokenKind::kNormal},
                                                     {"", 0, TokenKind::kUnused},
                                                     {"\xFF", 0, TokenKind::kNormal},
                                                     {"\xFE\xFF", 0, TokenKind::kUserDefined},
                                                     {"\0"s, 0, TokenKind::kUserDefined},
                                                     {"<|", 0, TokenKind::kControl},
                                                     {"<|", 0, TokenKind::kControl},
                                                     {"u", 0, TokenKind::kControl}}))
                             .value();
  const auto text = "hu\xFF\0<|h"s;
  EXPECT_EQ(tokenizer.decode(tokenizer.encode(text).value()), "hu\xEF\xBF\xBD\0<|h"s);
  EXPECT_TRUE(tokenizer.encode(text, {.add_bos = true, .allow_special = true}));
}

TEST(GgufTokenizer, finds_user_defined_pieces_of_spaces_and_writes_them_as_it_read_them) {
  const auto metadata = with(with_pieces({{"  ", -1000, TokenKind::kUserDefined},
                                          {"   ", -1000, TokenKind::kUserDefined},
                                          {" h ", -1000, TokenKind::kUserDefined}}),
                             "tokenizer.ggml.add_space_prefix", flag_value(false));
  const auto tokenizer = tokenizer_from(metadata).value();
  const auto tokens = tokenizer.encode("hi  hi   hi h hi", {.add_bos = false}).value();
  EXPECT_EQ(tokens, (std::vector<TokenId>{262, 276, 262, 277, 262, 278, 262}));
  EXPECT_EQ(tokenizer.decode(tokens), "hi  hi   hi h hi");
  const auto again = tokenizer_from(tokenizer.gguf_metadata()).value();
  EXPECT_EQ(again.encode("hi  hi   hi h hi", {.add_bos = false}).value(), tokens);
  for (const auto& [key, value] : tokenizer.gguf_metadata()) {
    if (key != "tokenizer.ggml.tokens") continue;
    EXPECT_EQ(std::get<GgufArray>(value.value).strings[276], "  ");
  }
}

TEST(GgufTokenizer, honours_its_flags) {
  const auto tokenizer =
      tokenizer_from(with(with(sound(), "tokenizer.ggml.add_space_prefix", flag_value(false)),
                          "tokenizer.ggml.add_bos_token", flag_value(false)))
          .value();
  EXPECT_FALSE(tokenizer.adds_bos());
  EXPECT_EQ(tokenizer.encode("hi").value(), std::vector<TokenId>{262});
}

TEST(GgufTokenizer, ends_answers_at_every_end_token) {
  auto metadata = with_pieces({{"<|im_end|>", 0, TokenKind::kControl},
                               {"<|eot_id|>", 0, TokenKind::kUserDefined},
                               {"<end_of_turn>", 0, TokenKind::kNormal},
                               {"<stop>", 0, TokenKind::kControl}});
  metadata = with(metadata, "tokenizer.ggml.eot_token_id", number_value(279));
  const auto tokenizer = tokenizer_from(metadata).value();
  EXPECT_TRUE(tokenizer.ends_generation(2));
  EXPECT_TRUE(tokenizer.ends_generation(276));
  EXPECT_TRUE(tokenizer.ends_generation(277));
  EXPECT_FALSE(tokenizer.ends_generation(278));
  EXPECT_TRUE(tokenizer.ends_generation(279));
  EXPECT_FALSE(tokenizer.ends_generation(-1));
}

}  // namespace
}  // namespace canter::test
