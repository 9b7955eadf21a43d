#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter {

/// Texts of tokens as a tree: tokens that begin alike share the way there.
class TokenTrie {
 public:
  /// One byte. Nodes stand in the order in which a walk from the root meets them.
  struct Node {
    std::uint32_t end = 0;          ///< behind all that begin with this
    std::uint32_t first_token = 0;  ///< those that end here reach up to the next node's
    std::uint16_t depth = 0;        ///< bytes before this one
    unsigned char byte = 0;
  };

  TokenTrie() = default;
  explicit TokenTrie(std::vector<std::pair<std::string, TokenId>> texts);

  std::size_t size() const { return nodes_.empty() ? 0 : nodes_.size() - 1; }
  const Node& operator[](std::size_t node) const { return nodes_[node]; }
  std::span<const TokenId> tokens_at(std::size_t node) const {
    return std::span(tokens_).subspan(nodes_[node].first_token,
                                      nodes_[node + 1].first_token - nodes_[node].first_token);
  }
  std::size_t depth() const { return depth_; }

 private:
  std::vector<Node> nodes_;  // and one behind the last
  std::vector<TokenId> tokens_;
  std::size_t depth_ = 0;
};

/// What each token of a tokenizer adds to an answer's text. Special tokens add nothing.
class TokenTexts {
 public:
  /// The same object for tokenizers that are alike, made when it is first asked for. Thread safe.
  static std::shared_ptr<const TokenTexts> of(const Tokenizer& tokenizer);

  /// In the middle of a text.
  const TokenTrie& middle() const { return middle_; }
  /// Where a text begins, and a space that tokenising put in front is dropped. `tokenizer` is one
  /// that of() was asked about.
  const TokenTrie& beginning(const Tokenizer& tokenizer) const;

  static std::string in_the_middle(const Tokenizer& tokenizer, TokenId token);
  static std::string at_the_beginning(const Tokenizer& tokenizer, TokenId token);

 private:
  explicit TokenTexts(const Tokenizer& tokenizer);

  TokenTrie middle_;
  mutable std::once_flag begun_;
  mutable TokenTrie beginning_;
};

}  // namespace canter
