#include "tokenizer/decoding/token_decoder.h"

#include "tokenizer/text/byte_letters.h"
#include "tokenizer/text/replace_all.h"
#include "tokenizer/vocabulary/byte_piece.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {

DecodingRules byte_level_decoding() {
  return {.byte_letters = true};
}

DecodingRules raw_bpe_decoding() {
  return {.replacements = {{std::string(kSpaceSymbol), " "}},
          .byte_tokens = true,
          .whole_byte_runs = true};
}

bool TokenDecoder::is_byte(const Token& token) const {
  return rules_.byte_tokens && byte_of_piece(token.text).has_value() &&
         (token.kind == TokenKind::kByte || token.kind == TokenKind::kNormal);
}

std::string TokenDecoder::bytes(const Token& token) const {
  if (is_byte(token)) return {static_cast<char>(*byte_of_piece(token.text))};
  if (token.kind == TokenKind::kUnknown && !rules_.unknown_surface.empty()) {
    return rules_.unknown_surface;
  }
  if (rules_.byte_letters) {
    const bool is_marked =
        token.kind == TokenKind::kControl || token.kind == TokenKind::kUserDefined;
    return is_marked ? token.text : from_byte_letters(token.text).value_or(token.text);
  }
  std::string text = token.text;
  for (const auto& [from, to] : rules_.replacements) replace_all(text, from, to);
  return text;
}

std::string TokenDecoder::next_bytes(const Token& token, bool& at_start) const {
  using Leading = DecodingRules::Leading;
  std::string text = bytes(token);
  if (!at_start || text.empty()) return text;
  at_start = false;
  switch (rules_.leading) {
    case Leading::kNothing:
      break;
    case Leading::kSpace:
      if (text.front() == ' ') text.erase(0, 1);
      break;
    case Leading::kTokenSpaces:
      std::erase(text, ' ');
      break;
    case Leading::kPieceSpace:
    case Leading::kPieceSpaces: {
      const bool is_ordinary = token.kind != TokenKind::kControl &&
                               token.kind != TokenKind::kByte && token.kind != TokenKind::kUnknown;
      if (!is_ordinary || !token.text.starts_with(kSpaceSymbol)) break;
      text.erase(0, 1);
      at_start = rules_.leading == Leading::kPieceSpaces && text.empty();
      break;
    }
  }
  return text;
}

}  // namespace canter
