#pragma once

#include <algorithm>

#include "input.h"
#include "tokenizer/tokenizer.h"

namespace canter::fuzz {

inline constexpr std::size_t kLongestText = 512;

/// Encodes and decodes, as typed text and as markup.
inline void read_text(const Tokenizer& tokenizer, std::string_view text) {
  for (const bool allow_special : {false, true}) {
    const auto tokens = tokenizer.encode(text, {.add_bos = false, .allow_special = allow_special});
    if (!tokens) {
      require_useful(tokens.error());
      continue;
    }
    const int size = tokenizer.vocabulary_size();
    require(std::ranges::all_of(*tokens, [&](TokenId t) { return t >= 0 && t < size; }),
            "tokens lie in the vocabulary");
    require(allow_special ||
                std::ranges::none_of(*tokens, [&](TokenId t) { return tokenizer.is_special(t); }),
            "nobody can type a special token");
    require(is_valid_utf8(tokenizer.decode(*tokens, true)), "decoded text is UTF-8");
  }
}

}  // namespace canter::fuzz
