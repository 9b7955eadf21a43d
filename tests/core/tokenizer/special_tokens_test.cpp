#include "tokenizer/special_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sentencepiece_processor.h>

#include "core/tokenizer/gguf_support.h"
#include "tokenizer/protobuf_wire.h"

namespace canter::test {
namespace {

using ::testing::ElementsAre;

const std::vector<Piece> kPieces = {
    {"<ctl>", 0, PieceType::kControl},         {"<|user|>", 0, PieceType::kUserDefined},
    {"<start>", 0, PieceType::kUserDefined},   {"[TOOL]", 0, PieceType::kUserDefined},
    {"\n", 0, PieceType::kUserDefined},        {"<|normal|>", 0, PieceType::kNormal},
    {"<unlisted>", 0, PieceType::kUserDefined}};

TEST(SpecialPieces, are_control_pieces_and_user_defined_markup) {
  EXPECT_THAT(find_special_pieces(kPieces, {"[TOOL]"}, "{{ '<start>' }}\n"),
              ElementsAre(true, true, true, true, false, false, false));
}

TEST(SpecialTokenFinder, takes_the_longest_token_and_lets_ordinary_pieces_keep_their_text) {
  const std::vector<Piece> pieces = {{"<a>", 0, PieceType::kControl},
                                     {"<a><b>", 0, PieceType::kControl},
                                     {"x<a>", 0, PieceType::kUserDefined}};
  const SpecialTokenFinder finder(pieces, {true, true, false});
  std::vector<std::pair<std::string, int>> segments;
  for (const auto& segment : finder.split("y<a><b><a>x<a>z")) {
    segments.emplace_back(segment.text, segment.token);
  }
  EXPECT_THAT(segments, ElementsAre(std::pair("y", -1), std::pair("<a><b>", 1), std::pair("<a>", 0),
                                    std::pair("x<a>z", -1)));
  EXPECT_EQ(finder.token("<a>"), 0);
  EXPECT_EQ(finder.token("x<a>"), -1);
}

/// What sentencepiece makes of a vocabulary in which `<|u|>` is an ordinary user-defined piece.
std::string reference_model(const std::vector<Piece>& pieces, bool dummy_prefix,
                            bool removes_spaces) {
  ProtobufWriter model;
  for (const auto& piece : pieces) {
    ProtobufWriter message;
    message.add_bytes(1, piece.text);
    message.add_float(2, piece.score);
    message.add_number(3, static_cast<std::uint64_t>(piece.type));
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
  pieces.push_back({"<|u|>", 0, PieceType::kUserDefined});
  for (const bool dummy_prefix : {false, true}) {
    for (const bool removes_spaces : {false, true}) {
      const auto model = reference_model(pieces, dummy_prefix, removes_spaces);
      sentencepiece::SentencePieceProcessor reference;
      ASSERT_TRUE(reference.LoadFromSerializedProto(model).ok());
      const TemporaryDirectory folder;
      write_file(folder.path() / "tokenizer.model", model);
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

TEST(SpecialTokens, get_no_dummy_prefix_before_them) {
  const auto tokenizer = tokenizer_from(vocabulary_metadata(small_vocabulary())).value();
  ASSERT_TRUE(tokenizer.adds_dummy_prefix());
  const auto i = tokenizer.encode("</s>i", {.add_bos = false, .allow_special = true}).value();
  ASSERT_EQ(i.size(), 2u);
  EXPECT_EQ(tokenizer.stored_piece(i[1]), "i");
}

}  // namespace
}  // namespace canter::test
