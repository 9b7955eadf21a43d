#pragma once

#include <bitset>
#include <string_view>
#include <vector>

#include "tokenizer/vocabulary/byte_range.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// Where long words can be cut without changing their tokens: between two characters of ASCII that
/// are tokens themselves, if no token has one right before the other, since then none reaches
/// across.
class WordSeams {
 public:
  explicit WordSeams(const std::vector<Token>& pieces);

  /// The word of `text` that `word` is, cut.
  void cut(std::string_view text, ByteRange word, std::vector<ByteRange>& parts) const;

 private:
  static constexpr unsigned kAscii = 128;

  std::bitset<kAscii> tokens_;
  std::bitset<kAscii * kAscii> neighbours_;
};

}  // namespace canter
