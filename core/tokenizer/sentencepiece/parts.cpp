#include "tokenizer/sentencepiece/parts.h"

#include "tokenizer/sentencepiece/encoder.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

DecodingRules decoding_rules(const SentencePieceModel& model) {
  using Leading = DecodingRules::Leading;
  DecodingRules rules{.replacements = {{std::string(kSpaceSymbol), " "}},
                      .byte_tokens = true,
                      .unknown_surface = model.unknown_surface};
  if (model.add_dummy_prefix) rules.leading = Leading::kPieceSpace;
  // A model that knows no leading spaces loses all of them, others only the one it added.
  if (model.remove_extra_whitespaces) rules.leading = Leading::kPieceSpaces;
  return rules;
}

/// User-defined pieces are the library's business, but they take the text they match before a
/// special token can begin inside it.
AddedTokens added_tokens(const std::vector<Token>& pieces, bool strips_behind) {
  std::vector<AddedToken> added;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Token& piece = pieces[i];
    if (!piece.special && piece.kind != TokenKind::kUserDefined) continue;
    const bool strips = strips_behind && piece.text != "<s>" && piece.text != "<unk>" &&
                        piece.text != "<|endoftext|>";
    added.push_back({.id = piece.special ? static_cast<TokenId>(i) : -1,
                     .text = piece.text,
                     .special = piece.special,
                     .rstrip = piece.special && strips});
  }
  return AddedTokens(std::move(added));
}

}  // namespace

Result<TokenizerParts> sentencepiece_parts(SentencePieceModel model, bool space_behind_tokens,
                                           bool strips_behind, const std::string& where) {
  auto encoder = SentencePieceEncoder::create(model, space_behind_tokens, where);
  if (!encoder) return propagate(encoder);
  TokenizerParts parts;
  parts.encoder = std::move(*encoder);
  parts.decoder = TokenDecoder(decoding_rules(model));
  parts.added = added_tokens(model.pieces, strips_behind);
  parts.vocabulary = std::make_unique<Vocabulary>(std::move(model.pieces));
  return parts;
}

}  // namespace canter
