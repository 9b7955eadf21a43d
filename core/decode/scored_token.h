#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter {

/// A token with a score; higher is likelier.
struct ScoredToken {
  TokenId token = 0;
  float score = 0;
};

/// The score of what is never chosen.
inline constexpr float kNeverChosen = -std::numeric_limits<float>::infinity();

/// The token with the largest score, the smaller one of a tie; NaN is never it, and 0 is where all
/// are NaN.
TokenId likeliest(std::span<const float> scores);

/// The `count` best of `tokens` come first, best first, ties by token; the rest is dropped.
void keep_best(std::vector<ScoredToken>& tokens, std::size_t count);

/// The `count` best of a whole vocabulary, scores by token, in the same order. NaN is never among
/// them.
void find_best(std::span<const float> scores, std::size_t count, std::vector<ScoredToken>& best);

/// Sum of exp(score - largest): what a softmax divides by. Scores that are too far below to matter
/// are left out, and NaN.
double softmax_total(std::span<const float> scores, float largest);

}  // namespace canter
