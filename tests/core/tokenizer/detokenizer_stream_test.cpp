#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "core/tokenizer/gguf_support.h"

namespace canter::test {
namespace {

std::string streamed(const Tokenizer& tokenizer, const std::vector<TokenId>& tokens,
                     bool show_special = false) {
  DetokenizerStream stream(tokenizer, true, show_special);
  std::string text;
  for (const auto token : tokens) {
    const auto part = stream.push(token);
    EXPECT_TRUE(is_valid_utf8(part));
    text += part;
  }
  const auto rest = stream.finish();
  EXPECT_TRUE(is_valid_utf8(rest));
  EXPECT_EQ(stream.finish(), "");
  return text + rest;
}

TEST(DetokenizerStream, adds_up_to_the_decoded_text) {
  std::mt19937 random(11);
  for (const auto& path : {kStarterGguf, kStoriesGguf}) {
    const auto tokenizer = load_gguf(path);
    for (int i = 0; i < 300; ++i) {
      std::vector<TokenId> tokens(random() % 50);
      const unsigned range = i % 2 == 0 ? 270 : static_cast<unsigned>(tokenizer.vocabulary_size());
      for (auto& token : tokens) token = static_cast<TokenId>(random() % (range + 3));
      for (const bool show_special : {false, true}) {
        ASSERT_EQ(streamed(tokenizer, tokens, show_special),
                  tokenizer.decode(tokens, show_special));
      }
    }
  }
}

TEST(DetokenizerStream, holds_a_character_back_until_it_is_whole) {
  const auto tokenizer = load_gguf(kStarterGguf);
  const auto byte = [](int value) { return static_cast<TokenId>(6 + value); };
  DetokenizerStream stream(tokenizer);
  EXPECT_EQ(stream.push(byte(0xF0)), "");
  EXPECT_EQ(stream.push(byte(0x9F)), "");
  EXPECT_EQ(stream.push(byte(0x98)), "");
  EXPECT_EQ(stream.push(byte(0x80)), "\xF0\x9F\x98\x80");
  EXPECT_EQ(stream.push(byte(0xE2)), "");
  EXPECT_EQ(stream.push(byte('a')),
            "\xEF\xBF\xBD"
            "a");
  EXPECT_EQ(stream.push(byte(0xC3)), "");
  EXPECT_EQ(stream.finish(), "\xEF\xBF\xBD");
}

TEST(DetokenizerStream, drops_the_dummy_space_at_the_start_of_a_text_only) {
  const auto tokenizer = tokenizer_from(vocabulary_metadata(small_vocabulary())).value();
  const TokenId hi = 263;
  ASSERT_EQ(tokenizer.stored_piece(hi), "\xE2\x96\x81hi");
  DetokenizerStream at_start(tokenizer, true);
  EXPECT_EQ(at_start.push(tokenizer.eos()), "");
  EXPECT_EQ(at_start.push(hi), "hi");
  EXPECT_EQ(at_start.push(hi), " hi");
  DetokenizerStream in_the_middle(tokenizer, false);
  EXPECT_EQ(in_the_middle.push(hi), " hi");
}

TEST(DetokenizerStream, keeps_a_space_that_came_as_a_byte) {
  const auto tokenizer = tokenizer_from(vocabulary_metadata(small_vocabulary())).value();
  DetokenizerStream stream(tokenizer, true);
  EXPECT_EQ(stream.push(3 + ' '), " ");
  EXPECT_EQ(stream.push(263), " hi");
}

}  // namespace
}  // namespace canter::test
