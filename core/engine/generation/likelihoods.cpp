#include "engine/generation/likelihoods.h"

#include <algorithm>
#include <cmath>

#include "decode/scored_token.h"

namespace canter::engine {

std::vector<TokenLikelihood> likelihoods(std::span<const float> logits, TokenId token, int count) {
  std::vector<TokenLikelihood> found;
  if (logits.empty()) return found;
  const double largest = logits[likeliest(logits)];
  const double log_total = std::log(softmax_total(logits, float(largest)));
  const auto log_probability = [&](TokenId each) { return logits[each] - largest - log_total; };
  found.push_back({token, log_probability(token)});
  std::vector<ScoredToken> best;
  find_best(logits, std::size_t(std::max(0, count)), best);
  for (const ScoredToken& each : best) found.push_back({each.token, log_probability(each.token)});
  return found;
}

}  // namespace canter::engine
