#include "decode/check_tokens.h"

#include <algorithm>
#include <cmath>
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

Result<void> check_logits(std::span<const float> logits) {
  if (std::ranges::all_of(logits, [](float logit) { return std::isnan(logit); }))
    return fail(ErrorKind::kBadFile,
                "the model computes no numbers any more; its file is damaged: get it again");
  return {};
}

}  // namespace canter
