#pragma once

#include <cstddef>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter::tuning {

/// A token and the share that the model gives it.
struct LikelyToken {
  TokenId token = 0;
  float share = 0;
};

/// Of each position so many are kept.
inline constexpr std::size_t kLikelyTokens = 16;

/// Appends the kLikelyTokens tokens with the largest logits, the largest first; their shares add up
/// to 1. Those that are missing, in a small vocabulary, have none.
void append_likely_tokens(const float* logits, std::size_t vocabulary,
                          std::vector<LikelyToken>& likely);

}  // namespace canter::tuning
