#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter {

/// How sentencepiece writes a space inside its pieces (U+2581).
inline constexpr std::string_view kSpaceSymbol = "\xE2\x96\x81";

/// Numbers as in GGUF files and in sentencepiece's own.
enum class PieceType : std::uint8_t {
  kNormal = 1,
  kUnknown = 2,
  kControl = 3,
  kUserDefined = 4,
  kUnused = 5,
  kByte = 6,
};

struct Piece {
  std::string text;
  float score = 0;
  PieceType type = PieceType::kNormal;
};

/// All of a BPE model that decides how text becomes tokens. The defaults are sentencepiece's.
struct SentencePieceModel {
  std::vector<Piece> pieces;
  bool byte_fallback = false;
  bool add_dummy_prefix = true;
  bool remove_extra_whitespaces = true;
  bool escape_whitespaces = true;
  bool whitespace_as_suffix = false;
  std::string normalization_map;  ///< `precompiled_charsmap`
  std::string unknown_surface = " \xE2\x81\x87 ";
  std::string bos_piece = "<s>";
  std::string eos_piece = "</s>";
};

/// More entries than any vocabulary has, few enough to hold in memory.
inline constexpr std::size_t kMaxPieces = std::size_t{1} << 22;

/// Reads a `tokenizer.model`. kBadFile for damaged bytes, kUnsupported for models other than BPE.
/// `where` begins messages. The contents are not checked.
Result<SentencePieceModel> parse_sentencepiece_model(std::string_view bytes,
                                                     const std::string& where);

/// kBadFile for a model that sentencepiece would refuse, or that would lead it astray.
Result<void> check_sentencepiece_model(const SentencePieceModel& model, const std::string& where);

/// A vocabulary entry past the model's own that stands for "there is more text on this side". It is
/// no UTF-8, so no well-formed text contains it.
inline constexpr std::string_view kAnchor = "\xFF";

/// The model for sentencepiece's LoadFromSerializedProto. Piece i keeps its number; those that are
/// `hidden[i]`, control pieces and empty ones can match no text. The anchor comes last.
std::string serialise_sentencepiece_model(const SentencePieceModel& model,
                                          const std::vector<bool>& hidden);

}  // namespace canter
