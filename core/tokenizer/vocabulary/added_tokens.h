#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tokenizer/vocabulary/byte_range.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// A token that is found in a text before anything else happens to it. Names and meaning are those
/// of tokenizer.json.
struct AddedToken {
  TokenId id = -1;
  std::string text;
  bool special = false;      ///< only markup holds it, never what somebody typed
  bool lstrip = false;       ///< takes the white space before it, too
  bool rstrip = false;       ///< and behind it
  bool single_word = false;  ///< stands between characters that are no letters
  bool normalized = false;   ///< is looked for in the normalised text
};

/// Finds added tokens: the leftmost, and of those that begin there the longest. The time is linear
/// in the text times the longest token.
class AddedTokens {
 public:
  struct Match {
    TokenId id;
    ByteRange range;
  };

  AddedTokens() = default;

  /// Empty names are left out; of two alike the first counts.
  explicit AddedTokens(std::vector<AddedToken> tokens);

  /// From left to right. Special tokens that touch `content` are ordinary text. A token that strips
  /// may begin before the end of the one before.
  std::vector<Match> find(std::string_view text, std::span<const ByteRange> content) const;

  const std::vector<AddedToken>& tokens() const { return tokens_; }
  std::size_t memory_bytes() const;

 private:
  struct Node {
    std::vector<std::pair<char, std::uint32_t>> children;
    std::int32_t token = -1;  ///< index into tokens_
  };

  const Node* child(const Node& node, char byte) const;

  std::vector<AddedToken> tokens_;
  std::vector<Node> nodes_{1};
  std::vector<std::uint32_t> roots_ = std::vector<std::uint32_t>(256);  ///< by first byte, 0: none
};

}  // namespace canter
