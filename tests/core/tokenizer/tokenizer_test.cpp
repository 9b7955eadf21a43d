#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sentencepiece_processor.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <random>

#include "base/utf8.h"
#include "core/tokenizer/samples.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter::test {
namespace {

using ::testing::ElementsAre;

constexpr Tokenizer::EncodeOptions kPlain = {.add_bos = false, .allow_special = false};

std::unique_ptr<sentencepiece::SentencePieceProcessor> reference_processor() {
  auto processor = std::make_unique<sentencepiece::SentencePieceProcessor>();
  EXPECT_TRUE(processor->Load((kStarterFolder / "tokenizer.model").string()).ok());
  return processor;
}

TEST(Tokenizer, agrees_with_sentencepiece_on_every_text) {
  const auto reference = reference_processor();
  const auto tokenizer = load_folder(kStarterFolder);
  for (const auto& text : awkward_texts()) {
    std::vector<int> expected;
    ASSERT_TRUE(reference->Encode(text, &expected).ok());
    ASSERT_EQ(tokenizer.encode(text, kMarkup).value(), expected) << testing::PrintToString(text);
  }
}

TEST(Tokenizer, agrees_with_sentencepiece_on_words_that_are_longer_than_any) {
  const auto reference = reference_processor();
  const auto tokenizer = load_folder(kStarterFolder);
  std::mt19937 random(5);
  for (const std::string& letters :
       {std::string("abcdefghijklmnopqrstuvwxyz"), std::string("qxzjw \n\t"), std::string("a-._0Z"),
        std::string("ab\xc3\xa9")}) {
    for (const int length : {127, 128, 129, 130, 257, 3000}) {
      std::string text;
      for (int i = 0; i < length; ++i) text += letters[random() % letters.size()];
      text = to_valid_utf8(text);
      std::vector<int> expected;
      ASSERT_TRUE(reference->Encode(text, &expected).ok());
      ASSERT_EQ(tokenizer.encode(text, kPlain).value(), expected) << text;
    }
  }
}

TEST(Tokenizer, reads_the_same_tokens_from_gguf_and_from_the_folder) {
  const auto folder = load_folder(kStarterFolder);
  const auto gguf = load_gguf(kStarterGguf);
  ASSERT_EQ(folder.vocabulary_size(), gguf.vocabulary_size());
  for (TokenId token = 0; token < folder.vocabulary_size(); ++token) {
    ASSERT_EQ(folder.stored_piece(token), gguf.stored_piece(token));
    ASSERT_EQ(folder.is_special(token), gguf.is_special(token));
    ASSERT_EQ(folder.ends_generation(token), gguf.ends_generation(token));
  }
  EXPECT_EQ(folder.bos(), gguf.bos());
  EXPECT_EQ(folder.eos(), gguf.eos());
  EXPECT_EQ(folder.adds_bos(), gguf.adds_bos());
  EXPECT_EQ(folder.chat_template(), gguf.chat_template());
  for (const auto& text : awkward_texts()) {
    ASSERT_EQ(folder.encode(text, kMarkup).value(), gguf.encode(text, kMarkup).value());
    ASSERT_EQ(folder.encode(text, kPlain).value(), gguf.encode(text, kPlain).value());
  }
}

void expect_reference_tokens(const Tokenizer& tokenizer, const char* name) {
  const auto cases = nlohmann::json::parse(read_file(kData / "reference" / name));
  for (const auto& item : cases) {
    if (!item.contains("text")) continue;
    const auto text = item["text"].get<std::string>();
    const auto tokens = item["tokens"].get<std::vector<TokenId>>();
    EXPECT_EQ(tokenizer.encode(text).value(), tokens);
    EXPECT_EQ(tokenizer.decode(tokens), text);
  }
}

TEST(Tokenizer, gives_the_reference_tokens) {
  expect_reference_tokens(load_gguf(kStarterGguf), "starter.json");
  expect_reference_tokens(load_folder(kStarterFolder), "starter.json");
  expect_reference_tokens(load_gguf(kStoriesGguf), "stories260K.json");
}

TEST(Tokenizer, leaves_markup_that_somebody_typed_ordinary_text) {
  const auto tokenizer = load_gguf(kStarterGguf);
  const std::string text = "Hi</s><|user|>pay<s><|system|>";
  const auto tokens = tokenizer.encode(text, kPlain).value();
  for (const auto token : tokens) EXPECT_FALSE(tokenizer.is_special(token));
  EXPECT_EQ(tokenizer.decode(tokens), text);
}

TEST(Tokenizer, never_gives_a_special_token_for_text) {
  const auto tokenizer = load_folder(kStarterFolder);
  for (const auto& text : awkward_texts()) {
    const auto tokens = tokenizer.encode(text, kPlain).value();
    for (const auto token : tokens) {
      ASSERT_FALSE(tokenizer.is_special(token));
      ASSERT_LT(token, tokenizer.vocabulary_size());
    }
  }
}

TEST(Tokenizer, turns_markup_into_its_tokens_where_that_is_allowed) {
  const auto tokenizer = load_gguf(kStarterGguf);
  EXPECT_THAT(tokenizer.encode("<s><|user|></s><|assistant|>", kMarkup).value(),
              ElementsAre(1, 4, 2, 5));
}

TEST(Tokenizer, puts_the_start_token_in_front_on_request) {
  const auto tokenizer = load_gguf(kStarterGguf);
  const auto plain = tokenizer.encode("Hello", kPlain).value();
  auto expected = plain;
  expected.insert(expected.begin(), tokenizer.bos());
  EXPECT_EQ(tokenizer.encode("Hello").value(), expected);
  EXPECT_THAT(tokenizer.encode("").value(), ElementsAre(tokenizer.bos()));
}

TEST(Tokenizer, joins_parts_without_letting_their_joins_form_markup) {
  const auto tokenizer = load_gguf(kStarterGguf);
  const std::vector<Tokenizer::TextPart> parts = {
      {"<|us", true}, {"er|> book", false}, {"ing", true}};
  EXPECT_EQ(tokenizer.encode_parts(parts, false).value(),
            tokenizer.encode("<|user|> booking", kPlain).value());
}

TEST(Tokenizer, knows_its_special_tokens) {
  const auto tokenizer = load_gguf(kStarterGguf);
  EXPECT_EQ(tokenizer.find_special("<|user|>"), 4);
  EXPECT_EQ(tokenizer.find_special("</s>"), 2);
  EXPECT_EQ(tokenizer.find_special("the"), -1);
  EXPECT_TRUE(tokenizer.ends_generation(2));
  EXPECT_FALSE(tokenizer.ends_generation(5));
  EXPECT_FALSE(tokenizer.is_special(0));
  EXPECT_FALSE(tokenizer.is_special(-1));
  EXPECT_FALSE(tokenizer.is_special(1 << 30));
  EXPECT_EQ(tokenizer.description(), "SentencePiece BPE");
}

TEST(Tokenizer, gives_the_bytes_of_a_piece) {
  const auto tokenizer = load_gguf(kStarterGguf);
  EXPECT_EQ(tokenizer.piece_bytes(6 + 0x0A), "\n");
  EXPECT_EQ(tokenizer.piece_bytes(6), std::string(1, '\0'));
  EXPECT_EQ(tokenizer.piece_bytes(6 + 0xE2), "\xE2");
  EXPECT_EQ(tokenizer.piece_bytes(2), "");
  EXPECT_EQ(tokenizer.piece_bytes(2, true), "</s>");
  EXPECT_EQ(tokenizer.stored_piece(2), "</s>");
}

TEST(Tokenizer, gives_nothing_for_tokens_outside_the_vocabulary) {
  const auto tokenizer = load_gguf(kStarterGguf);
  for (const TokenId token : {-1, 4096, 4097, 1 << 30}) {
    EXPECT_EQ(tokenizer.piece_bytes(token, true), "");
    EXPECT_EQ(tokenizer.stored_piece(token), "");
  }
}

TEST(Tokenizer, decodes_like_sentencepiece) {
  const auto reference = reference_processor();
  const auto tokenizer = load_folder(kStarterFolder);
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    std::vector<int> tokens(random() % 40);
    for (auto& token : tokens) {
      // Everything but <s> and </s>, and of the bytes those that are characters by themselves.
      do token = static_cast<int>(random() % 4096);
      while (token == 1 || token == 2 || (token >= 6 + 128 && token < 6 + 256));
    }
    std::string expected;
    ASSERT_TRUE(reference->Decode(tokens, &expected).ok());
    ASSERT_EQ(tokenizer.decode(tokens), expected);
  }
}

TEST(Tokenizer, gives_well_formed_text_back_unchanged) {
  const auto tokenizer = load_gguf(kStarterGguf);
  for (const auto& text : awkward_texts()) {
    // U+2581 is sentencepiece's own sign for a space.
    if (!is_valid_utf8(text) || text.find(kSpaceSymbol) != std::string::npos) continue;
    ASSERT_EQ(tokenizer.decode(tokenizer.encode(text, kPlain).value()), text);
  }
}

TEST(Tokenizer, refuses_a_text_that_is_too_long_for_any_model) {
  const auto tokenizer = load_gguf(kStarterGguf);
  const auto tokens = tokenizer.encode(std::string((8u << 20) + 1, 'a'));
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().kind, ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace canter::test
