#pragma once

#include <algorithm>
#include <span>

#include "tokenizer/tokenizer.h"

namespace canter {

/// How many tokens both begin with.
inline int common_tokens(std::span<const TokenId> one, std::span<const TokenId> other) {
  return int(std::ranges::mismatch(one, other).in1 - one.begin());
}

}  // namespace canter
