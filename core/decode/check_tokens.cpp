#include "decode/check_tokens.h"

#include <string>

namespace canter {

Result<void> check_tokens(std::span<const TokenId> tokens, int vocabulary) {
  for (const TokenId token : tokens)
    if (token < 0 || token >= vocabulary)
      return fail(ErrorKind::kUsage, "token " + std::to_string(token) +
                                         " is outside the vocabulary of " +
                                         std::to_string(vocabulary) + "; use tokens below it");
  return {};
}

}  // namespace canter
