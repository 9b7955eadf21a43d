#include "engine/generation/likelihoods.h"

#include <algorithm>
#include <cmath>

#include "decode/scored_token.h"

namespace canter::engine {

std::vector<TokenLikelihood> likelihoods(std::span<const float> logits, TokenId token, int count) {
  std::vector<TokenLikelihood> found;
  if (logits.empty()) return found;
  const double largest = logits[likeliest(logits)];
  double total = 0;
  for (const float logit : logits)
    if (!std::isnan(logit)) total += std::exp(logit - largest);
  const auto log_probability = [&](TokenId each) {
    return logits[each] - largest - std::log(total);
  };
  found.push_back({token, log_probability(token)});
  std::vector<ScoredToken> best;
  find_best(logits, std::size_t(std::max(0, count)), best);
  for (const ScoredToken& each : best) found.push_back({each.token, log_probability(each.token)});
  return found;
}

}  // namespace canter::engine
