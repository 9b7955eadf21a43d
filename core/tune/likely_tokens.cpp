#include "tune/likely_tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace canter::tuning {

void append_likely_tokens(const float* logits, std::size_t vocabulary,
                          std::vector<LikelyToken>& likely) {
  constexpr float kNone = -std::numeric_limits<float>::infinity();
  struct Ranked {
    float logit = kNone;
    TokenId token = 0;
  };
  std::array<Ranked, kLikelyTokens> best;
  for (std::size_t token = 0; token < vocabulary; ++token) {
    if (!(logits[token] > best.back().logit)) continue;
    const auto place =
        std::ranges::find_if(best, [&](const Ranked& each) { return logits[token] > each.logit; });
    std::move_backward(place, best.end() - 1, best.end());
    *place = {logits[token], TokenId(token)};
  }
  const float most = best.front().logit;
  double sum = 0;
  for (const Ranked& each : best) sum += std::exp(double(each.logit) - most);
  for (const Ranked& each : best) {
    const bool sound = std::isfinite(each.logit) && std::isfinite(sum);
    likely.push_back({each.token, sound ? float(std::exp(double(each.logit) - most) / sum) : 0.0f});
  }
}

}  // namespace canter::tuning
