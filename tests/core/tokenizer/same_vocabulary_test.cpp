#include "tokenizer/same_vocabulary.h"

#include <gmock/gmock.h>

#include "core/tokenizer/gguf_support.h"

namespace canter::test {
namespace {

Tokenizer tokenizer_of(const std::vector<Token>& tokens, int eos = 2) {
  return tokenizer_from(
             with(vocabulary_metadata(tokens), "tokenizer.ggml.eos_token_id", number_value(eos)))
      .value();
}

TEST(SameVocabulary, is_that_of_a_model_in_either_format) {
  EXPECT_EQ(vocabulary_difference(load_gguf(kStarterGguf), load_folder(kStarterFolder)),
            std::nullopt);
}

TEST(SameVocabulary, may_have_more_at_its_end) {
  const auto tokens = small_vocabulary();
  auto more = tokens;
  more.push_back({"hihi", -40, TokenKind::kNormal});
  more.push_back({"[PAD" + std::to_string(more.size()) + "]", -41, TokenKind::kUnused});
  EXPECT_EQ(vocabulary_difference(tokenizer_of(tokens), tokenizer_of(more)), std::nullopt);
  EXPECT_EQ(vocabulary_difference(tokenizer_of(more), tokenizer_of(tokens)), std::nullopt);
}

TEST(SameVocabulary, is_not_where_a_token_has_other_bytes) {
  const auto tokens = small_vocabulary();
  auto others = tokens;
  others[262].text = "ho";
  const auto difference = vocabulary_difference(tokenizer_of(tokens), tokenizer_of(others));
  EXPECT_EQ(difference, "token 262 is \"hi\" in the one and \"ho\" in the other");
}

TEST(SameVocabulary, is_not_where_another_token_ends_answers) {
  const auto tokens = small_vocabulary();
  const auto difference =
      vocabulary_difference(tokenizer_of(tokens), tokenizer_of(tokens, /*eos=*/1));
  EXPECT_EQ(difference, "token 1, \"<s>\", ends answers of the other alone");
}

}  // namespace
}  // namespace canter::test
