#include <algorithm>
#include <bitset>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/message.h"
#include "tokenizer/sentencepiece/model.h"
#include "tokenizer/sentencepiece/normalization_map.h"
#include "tokenizer/vocabulary/byte_piece.h"

namespace canter {
namespace {

/// The longest pieces in use have some dozen bytes; sentencepiece recurses over a piece's length.
constexpr std::size_t kMaxPieceBytes = 4096;

/// sentencepiece keeps the user-defined pieces that match at one place in an array of 64.
constexpr std::size_t kMaxNestedPieces = 60;

tl::unexpected<Error> refuse(const std::string& where, const std::string& why) {
  return fail(ErrorKind::kBadFile, where + ": " + why + "; get the file from another source");
}

std::optional<std::string> fault_of_piece(const Token& piece) {
  if (piece.text.size() > kMaxPieceBytes) return "is too long";
  if (!std::isfinite(piece.score)) return "has a score that is no number";
  if (piece.kind == TokenKind::kByte && !byte_of_piece(piece.text)) {
    return "is marked as a byte but is " + in_quotes(piece.text);
  }
  return std::nullopt;
}

/// Whether more of `pieces` than allowed are beginnings of one another.
bool nests_too_deeply(std::vector<std::string_view> pieces) {
  std::sort(pieces.begin(), pieces.end());
  std::vector<std::string_view> open;  // each begins with the one before
  for (const auto& piece : pieces) {
    while (!open.empty() && !piece.starts_with(open.back())) open.pop_back();
    open.push_back(piece);
    if (open.size() > kMaxNestedPieces) return true;
  }
  return false;
}

}  // namespace

Result<void> check_sentencepiece_model(const SentencePieceModel& model, const std::string& where) {
  if (model.pieces.empty()) return refuse(where, "the vocabulary is empty");
  if (model.pieces.size() > kMaxTokens) {
    return refuse(where, "the vocabulary has more than " + std::to_string(kMaxTokens) + " pieces");
  }

  bool has_unknown = false;
  std::bitset<256> bytes;
  std::vector<std::string_view> user_defined;
  for (std::size_t i = 0; i < model.pieces.size(); ++i) {
    const auto& piece = model.pieces[i];
    const auto name = "piece " + std::to_string(i);
    if (const auto fault = fault_of_piece(piece)) return refuse(where, name + " " + *fault);
    switch (piece.kind) {
      case TokenKind::kUnknown:
        has_unknown = true;
        break;
      case TokenKind::kControl:
        break;
      case TokenKind::kByte: {
        const auto byte = *byte_of_piece(piece.text);
        if (bytes[byte]) return refuse(where, "two pieces are " + in_quotes(piece.text));
        bytes.set(byte);
        break;
      }
      case TokenKind::kUserDefined:
        user_defined.push_back(piece.text);
        break;
      case TokenKind::kNormal:
      case TokenKind::kUnused:
        break;
    }
  }

  if (model.byte_fallback ? !bytes.all() : bytes.any()) {
    return refuse(where, "it has " + std::to_string(bytes.count()) + " byte pieces, not " +
                             (model.byte_fallback ? "256" : "none"));
  }
  if (!has_unknown && !model.byte_fallback) {
    return refuse(where, "it has no piece for unknown text");
  }
  if (nests_too_deeply(std::move(user_defined))) {
    return refuse(where, "too many user-defined pieces begin alike");
  }
  if (!is_sound_normalization_map(model.normalization_map)) {
    return refuse(where, "its normalisation rules are damaged");
  }
  return {};
}

}  // namespace canter
