#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// The words of one text that were encoded already, and where in its tokens theirs stand. The words
/// have to outlive the object.
class KnownWords {
 public:
  /// Appends the tokens of `word` again, if it is known.
  bool repeat(std::string_view word, std::vector<TokenId>& tokens) const {
    const auto known = places_.find(word);
    if (known == places_.end()) return false;
    const auto [begin, count] = known->second;
    for (std::size_t i = begin; i < begin + count; ++i) tokens.push_back(tokens[i]);
    return true;
  }

  /// The tokens of `word` are those from `begin` on.
  void remember(std::string_view word, std::size_t begin, const std::vector<TokenId>& tokens) {
    // Longer ones hardly come again.
    constexpr std::size_t kLongest = 48;
    constexpr std::size_t kMost = 1 << 16;
    if (word.size() > kLongest || places_.size() == kMost) return;
    places_.emplace(word, Place{begin, tokens.size() - begin});
  }

 private:
  struct Place {
    std::size_t begin;
    std::size_t count;
  };
  std::unordered_map<std::string_view, Place> places_;
};

}  // namespace canter
