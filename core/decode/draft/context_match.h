#pragma once

#include <optional>
#include <span>

#include "decode/draft/evidence.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// Candidates that need no tuning: what followed the longest earlier match of a text's last tokens
/// ("prompt lookup decoding", github.com/apoorvumang/prompt-lookup-decoding). Code, quotes and
/// lists repeat themselves.
class ContextMatch {
 public:
  /// Looks for the match; the latest of several equally long ones. `text` must stay as it is while
  /// the object is asked.
  void find(std::span<const TokenId> text);
  void clear() { length_ = 0; }

  /// Tokens that matched; 0: none.
  int length() const { return length_; }
  /// The token that followed, `offset` tokens behind the match.
  std::optional<TokenId> token(int offset) const;
  /// How sure a guess at that offset is before anything is known.
  double confidence() const;

 private:
  std::span<const TokenId> text_;
  std::size_t next_ = 0;
  int length_ = 0;
};

}  // namespace canter
