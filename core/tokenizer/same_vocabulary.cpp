#include "tokenizer/same_vocabulary.h"

#include <algorithm>

#include "format/message.h"

namespace canter {

std::optional<std::string> vocabulary_difference(const Tokenizer& one, const Tokenizer& other) {
  const TokenId common = std::min(one.vocabulary_size(), other.vocabulary_size());
  for (TokenId token = 0; token < common; ++token) {
    const std::string bytes = one.piece_bytes(token, /*show_special=*/true);
    const std::string other_bytes = other.piece_bytes(token, /*show_special=*/true);
    if (bytes != other_bytes)
      return "token " + std::to_string(token) + " is " + in_quotes(bytes) + " in the one and " +
             in_quotes(other_bytes) + " in the other";
    if (one.ends_generation(token) != other.ends_generation(token))
      return "token " + std::to_string(token) + ", " + in_quotes(bytes) + ", ends answers of the " +
             (one.ends_generation(token) ? "one" : "other") + " alone";
  }
  return std::nullopt;
}

}  // namespace canter
