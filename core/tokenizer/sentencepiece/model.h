#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// What besides its pieces decides how a BPE model reads text. The defaults are sentencepiece's.
struct SentencePieceSettings {
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

struct SentencePieceModel : SentencePieceSettings {
  std::vector<Token> pieces;
};

/// Reads a `tokenizer.model`. kBadFile for damaged bytes, kUnsupported for models other than BPE.
/// `where` begins messages. The contents are not checked.
Result<SentencePieceModel> parse_sentencepiece_model(std::string_view bytes,
                                                     const std::string& where);

/// kBadFile for a model that sentencepiece would refuse, or that would lead it astray.
Result<void> check_sentencepiece_model(const SentencePieceModel& model, const std::string& where);

/// A vocabulary entry past the model's own that stands for "there is more text on this side". It is
/// no UTF-8, so no well-formed text contains it.
inline constexpr std::string_view kAnchor = "\xFF";

/// The model for sentencepiece's LoadFromSerializedProto. Piece i keeps its number; special ones,
/// empty ones, and those that are like an earlier one match no text. The anchor comes last.
std::string serialise_sentencepiece_model(const SentencePieceModel& model);

}  // namespace canter
