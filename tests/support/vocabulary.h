#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "format/gguf.h"

namespace canter::test {

/// Pieces before the words: unknown, begin, end, and the bytes.
inline constexpr std::size_t kStructuralPieces = 3 + 256;

/// The metadata of a SentencePiece vocabulary with those pieces and `words`, likelier ones first.
GgufEntries sentencepiece_vocabulary(std::span<const std::string> words);

}  // namespace canter::test
