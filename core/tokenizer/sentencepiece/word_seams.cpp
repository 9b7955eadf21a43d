#include "tokenizer/sentencepiece/word_seams.h"

namespace canter {
namespace {

/// Shorter words gain nothing.
constexpr std::size_t kLongWord = 128;

}  // namespace

WordSeams::WordSeams(const std::vector<Token>& pieces) {
  for (const Token& piece : pieces) {
    const std::string_view text = piece.text;
    // A space is written otherwise in tokens.
    if (text.size() == 1 && piece.kind == TokenKind::kNormal && text[0] != ' ')
      if (const auto letter = static_cast<unsigned char>(text[0]); letter < kAscii)
        tokens_.set(letter);
    for (std::size_t i = 1; i < text.size(); ++i) {
      const auto before = static_cast<unsigned char>(text[i - 1]);
      const auto behind = static_cast<unsigned char>(text[i]);
      if (before < kAscii && behind < kAscii) neighbours_.set(before * kAscii + behind);
    }
  }
}

void WordSeams::cut(std::string_view text, ByteRange word, std::vector<ByteRange>& parts) const {
  std::size_t begin = word.begin;
  for (std::size_t at = begin + kLongWord; at < word.end; ++at) {
    const auto before = static_cast<unsigned char>(text[at - 1]);
    const auto behind = static_cast<unsigned char>(text[at]);
    if (before >= kAscii || behind >= kAscii || !tokens_[before] || !tokens_[behind] ||
        neighbours_[before * kAscii + behind])
      continue;
    parts.push_back({begin, at});
    begin = at;
    at += kLongWord - 1;
  }
  parts.push_back({begin, word.end});
}

}  // namespace canter
