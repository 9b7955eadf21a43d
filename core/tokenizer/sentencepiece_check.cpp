#include <algorithm>
#include <bitset>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "format/message.h"
#include "tokenizer/byte_piece.h"
#include "tokenizer/normalization_map.h"
#include "tokenizer/sentencepiece_model.h"

namespace canter {
namespace {

/// The longest pieces in use have some dozen bytes; sentencepiece recurses over a piece's length.
constexpr std::size_t kMaxPieceBytes = 4096;

/// sentencepiece keeps the user-defined pieces that match at one place in an array of 64.
constexpr std::size_t kMaxNestedPieces = 60;

tl::unexpected<Error> refuse(const std::string& where, const std::string& why) {
  return fail(ErrorKind::kBadFile, where + ": " + why + "; get the file from another source");
}

std::optional<std::string> fault_of_piece(const Piece& piece) {
  if (piece.text.size() > kMaxPieceBytes) return "is too long";
  if (!std::isfinite(piece.score)) return "has a score that is no number";
  if (piece.type == PieceType::kByte && !byte_of_piece(piece.text)) {
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
  if (model.pieces.size() > kMaxPieces) {
    return refuse(where, "the vocabulary has more than " + std::to_string(kMaxPieces) + " pieces");
  }

  int unknown_pieces = 0;
  std::bitset<256> bytes;
  std::unordered_set<std::string_view> names;
  std::vector<std::string_view> user_defined;
  for (std::size_t i = 0; i < model.pieces.size(); ++i) {
    const auto& piece = model.pieces[i];
    const auto name = "piece " + std::to_string(i);
    if (const auto fault = fault_of_piece(piece)) return refuse(where, name + " " + *fault);
    switch (piece.type) {
      case PieceType::kUnknown:
        ++unknown_pieces;
        break;
      case PieceType::kControl:
        break;
      case PieceType::kByte: {
        const auto byte = *byte_of_piece(piece.text);
        if (bytes[byte]) return refuse(where, "two pieces are " + in_quotes(piece.text));
        bytes.set(byte);
        break;
      }
      case PieceType::kUserDefined:
        user_defined.push_back(piece.text);
        [[fallthrough]];
      case PieceType::kNormal:
      case PieceType::kUnused:
        if (!piece.text.empty() && !names.insert(piece.text).second) {
          return refuse(where, "two pieces are " + in_quotes(piece.text));
        }
        break;
    }
  }

  if (model.byte_fallback ? !bytes.all() : bytes.any()) {
    return refuse(where, "it has " + std::to_string(bytes.count()) + " byte pieces, not " +
                             (model.byte_fallback ? "256" : "none"));
  }
  if (unknown_pieces > 1 || (unknown_pieces == 0 && !model.byte_fallback)) {
    return refuse(where, "it has " + std::to_string(unknown_pieces) +
                             " pieces for unknown text where one is needed");
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
