#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tokenizer/vocabulary/byte_range.h"

namespace canter {

/// Where text can be cut without changing its tokens, in vocabularies that write a space as `▁` and
/// have no pre-tokeniser: before a space, if no token has the character in front of it right before
/// a `▁`, since then no merge reaches across.
class SpaceSeams {
 public:
  /// Tokens that text can become.
  void add(std::string_view token);

  /// The part of `text` that `range` is, cut. Well-formed UTF-8; `space` is how it writes a space.
  void cut(std::string_view text, ByteRange range, std::string_view space,
           std::vector<ByteRange>& pieces) const;

 private:
  std::unordered_set<std::string> before_space_;
};

}  // namespace canter
