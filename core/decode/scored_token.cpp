#include "decode/scored_token.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace canter {
namespace {

constexpr std::size_t kSpan = 256;
constexpr std::size_t kShortSpan = 16;
/// All tokens of a vocabulary that are less likely by e to this come to some thousandths.
constexpr float kReach = 16;

/// In a form that compilers make vector instructions of.
bool any_above(std::span<const float> scores, float threshold) {
  int above = 0;
  for (const float score : scores) above += score > threshold ? 1 : 0;
  return above > 0;
}

bool better(const ScoredToken& a, const ScoredToken& b) {
  return a.score != b.score ? a.score > b.score : a.token < b.token;
}

}  // namespace

TokenId likeliest(std::span<const float> scores) {
  std::size_t best = 0;
  while (best < scores.size() && std::isnan(scores[best])) ++best;
  if (best == scores.size()) return 0;
  for (std::size_t first = best; first < scores.size(); first += kSpan) {
    const auto span = scores.subspan(first, std::min(kSpan, scores.size() - first));
    if (!any_above(span, scores[best])) continue;
    for (std::size_t i = 0; i < span.size(); ++i)
      if (span[i] > scores[best]) best = first + i;
  }
  return TokenId(best);
}

void keep_best(std::vector<ScoredToken>& tokens, std::size_t count) {
  const std::size_t kept = std::min(count, tokens.size());
  std::ranges::partial_sort(tokens, tokens.begin() + std::ptrdiff_t(kept), better);
  tokens.resize(kept);
}

void find_best(std::span<const float> scores, std::size_t count, std::vector<ScoredToken>& best) {
  best.clear();
  if (count == 0) return;
  // Almost all tokens fall below the worst of those that lead so far, in whole spans.
  const std::size_t most = 8 * count;
  float threshold = -std::numeric_limits<float>::infinity();
  for (std::size_t first = 0; first < scores.size(); first += kSpan) {
    const auto span = scores.subspan(first, std::min(kSpan, scores.size() - first));
    if (!any_above(span, threshold)) continue;
    for (std::size_t i = 0; i < span.size(); ++i) {
      if (!(span[i] > threshold)) continue;
      best.push_back({TokenId(first + i), span[i]});
      if (best.size() < most) continue;
      std::ranges::nth_element(best, best.begin() + std::ptrdiff_t(count) - 1, better);
      best.resize(count);
      threshold = best.back().score;
    }
  }
  keep_best(best, count);
}

double softmax_total(std::span<const float> scores, float largest) {
  const float least = largest - kReach;
  double total = 0;
  for (std::size_t first = 0; first < scores.size(); first += kShortSpan) {
    const auto span = scores.subspan(first, std::min(kShortSpan, scores.size() - first));
    if (!any_above(span, least)) continue;
    for (const float score : span)
      if (score > least) total += std::exp(score - largest);
  }
  return total;
}

}  // namespace canter
