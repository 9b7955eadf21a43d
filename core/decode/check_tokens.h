#pragma once

#include <span>

#include "base/error.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// kUsage, naming the token, when one of them is outside a vocabulary of that size.
Result<void> check_tokens(std::span<const TokenId> tokens, int vocabulary);

/// kBadFile where all of them are NaN.
Result<void> check_logits(std::span<const float> logits);

}  // namespace canter
