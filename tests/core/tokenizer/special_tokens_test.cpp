#include "tokenizer/vocabulary/roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sentencepiece_processor.h>

#include "core/tokenizer/gguf_support.h"
#include "tokenizer/sentencepiece/protobuf_wire.h"

namespace canter::test {
namespace {

using ::testing::ElementsAre;

std::vector<bool> special_in(std::vector<Token> tokens, KindsFrom source) {
  mark_special_tokens(tokens, source, {"[TOOL]"}, "{{ '<start><|user|><end_of_turn>' }}\n");
  std::vector<bool> special;
  for (const auto& token : tokens) special.push_back(token.special);
  return special;
}

TEST(SpecialTokens, are_control_tokens_and_user_defined_markup) {
  const std::vector<Token> tokens = {{"<ctl>", 0, TokenKind::kControl},
                                     {"<|user|>", 0, TokenKind::kUserDefined},
                                     {"<start>", 0, TokenKind::kUserDefined},
                                     {"[TOOL]", 0, TokenKind::kUserDefined},
                                     {"\n", 0, TokenKind::kUserDefined},
                                     {"<|normal|>", 0, TokenKind::kNormal},
                                     {"<other>", 0, TokenKind::kUserDefined},
                                     {"<|fim|>", 0, TokenKind::kUserDefined},
                                     {"<end_of_turn>", 0, TokenKind::kUserDefined}};
  EXPECT_THAT(special_in(tokens, KindsFrom::kSentencePiece),
              ElementsAre(true, true, true, true, false, false, false, true, true));
  EXPECT_THAT(special_in(tokens, KindsFrom::kConverter),
              ElementsAre(true, true, false, true, false, false, false, false, true));
}

/// What sentencepiece makes of a vocabulary in which `<|u|>` is an ordinary user-defined piece.
std::string reference_model(const std::vector<Token>& pieces, bool dummy_prefix,
                            bool removes_spaces) {
  ProtobufWriter model;
  for (const auto& piece : pieces) {
    ProtobufWriter message;
    message.add_bytes(1, piece.text);
    message.add_float(2, piece.score);
    message.add_number(3, static_cast<std::uint64_t>(piece.kind));
    model.add_bytes(1, message.message());
  }
  ProtobufWriter trainer;
  trainer.add_number(3, 2);
  trainer.add_number(35, 1);
  model.add_bytes(2, trainer.message());
  ProtobufWriter normalizer;
  normalizer.add_number(3, dummy_prefix);
  normalizer.add_number(4, removes_spaces);
  model.add_bytes(3, normalizer.message());
  return model.message();
}

TEST(SpecialTokens, leave_the_text_between_them_as_sentencepiece_reads_it) {
  auto pieces = small_vocabulary();
  pieces.push_back({"<|u|>", 0, TokenKind::kUserDefined});
  for (const bool dummy_prefix : {false, true}) {
    for (const bool removes_spaces : {false, true}) {
      const auto model = reference_model(pieces, dummy_prefix, removes_spaces);
      sentencepiece::SentencePieceProcessor reference;
      ASSERT_TRUE(reference.LoadFromSerializedProto(model).ok());
      const TemporaryDirectory folder;
      write_file(folder.path() / "tokenizer.model", model);
      write_file(folder.path() / "tokenizer_config.json", R"({"legacy": false})");
      const auto tokenizer = load_folder(folder.path());

      for (auto text : awkward_texts()) {
        for (auto at = text.find("<|user|>"); at != text.npos; at = text.find("<|user|>")) {
          text.replace(at, 8, "<|u|>");
        }
        // At the very beginning sentencepiece puts its dummy prefix before the token.
        text.insert(0, "h");
        std::vector<int> expected;
        ASSERT_TRUE(reference.Encode(text, &expected).ok());
        ASSERT_EQ(tokenizer.encode(text, {.add_bos = false, .allow_special = true}).value(),
                  expected)
            << testing::PrintToString(text);
        std::string decoded;
        ASSERT_TRUE(reference.Decode(expected, &decoded).ok());
        ASSERT_EQ(tokenizer.decode(expected), decoded);
      }
    }
  }
}

TEST(SpecialTokens, are_followed_by_the_dummy_prefix_in_gguf_files) {
  const auto tokenizer = tokenizer_from(vocabulary_metadata(small_vocabulary())).value();
  const auto tokens = tokenizer.encode("</s>hi", {.add_bos = false, .allow_special = true}).value();
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokenizer.stored_piece(tokens[1]), "\u2581hi");
}

}  // namespace
}  // namespace canter::test
