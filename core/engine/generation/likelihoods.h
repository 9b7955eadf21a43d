#pragma once

#include <span>
#include <vector>

#include "engine/generation/generator.h"

namespace canter::engine {

/// Of `token`, and then of the `count` likeliest, best first: natural logarithms of the softmax of
/// `logits`, [vocabulary].
std::vector<TokenLikelihood> likelihoods(std::span<const float> logits, TokenId token, int count);

}  // namespace canter::engine
