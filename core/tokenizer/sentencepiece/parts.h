#pragma once

#include <string>

#include "tokenizer/sentencepiece/model.h"
#include "tokenizer/tokenizer_parts.h"

namespace canter {

/// Encoder, decoder and added tokens of a SentencePiece model, whose special pieces are marked and
/// whose fillers are gone. The vocabulary has no roles yet. `strips_behind`: special tokens take
/// the white space behind them (Phi 3). `where` begins messages.
Result<TokenizerParts> sentencepiece_parts(SentencePieceModel model, bool space_behind_tokens,
                                           bool strips_behind, const std::string& where);

}  // namespace canter
