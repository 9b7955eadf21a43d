#include "decode/sampler.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

#include "decode/random.h"

namespace canter {
namespace {

Result<void> check(bool sound, const char* name, double value, const char* range) {
  if (sound) return {};
  return fail(ErrorKind::kUsage,
              std::string(name) + " is " + std::to_string(value) + "; it has to be " + range);
}

}  // namespace

Result<void> check_settings(const SamplingSettings& s) {
  const Result<void> checks[] = {
      check(s.temperature >= 0 && s.temperature <= 100, "temperature", s.temperature,
            "between 0 and 100"),
      check(s.top_k >= 0, "top-k", s.top_k, "0 (all) or more"),
      check(s.top_p > 0 && s.top_p <= 1, "top-p", s.top_p, "above 0 and at most 1"),
      check(s.min_p >= 0 && s.min_p <= 1, "min-p", s.min_p, "between 0 and 1"),
      check(s.repeat_penalty > 0 && s.repeat_penalty <= 100, "repetition penalty", s.repeat_penalty,
            "above 0 and at most 100"),
      check(s.repeat_window >= 0, "repetition window", s.repeat_window, "0 or more"),
  };
  for (const auto& result : checks)
    if (!result) return propagate(result);
  return {};
}

TokenId Sampler::choose(std::span<const float> logits, std::span<const TokenId> before) {
  candidates_.clear();
  for (std::size_t i = 0; i < logits.size(); ++i)
    if (!std::isnan(logits[i])) candidates_.push_back({TokenId(i), logits[i]});
  if (candidates_.empty()) return 0;
  penalise_repetition(before);

  const auto likelier = [](const Candidate& a, const Candidate& b) {
    return a.logit != b.logit ? a.logit > b.logit : a.token < b.token;
  };
  if (settings_.temperature == 0) return std::ranges::min_element(candidates_, likelier)->token;

  // The order makes the draw independent of how the filters left the list.
  std::ranges::sort(candidates_, likelier);
  keep_top_k();
  keep_top_p();
  keep_min_p();

  const double largest = candidates_.front().logit;
  const auto weight = [&](const Candidate& c) {
    // Infinite logits leave the others nothing.
    return c.logit == largest ? 1.0 : std::exp((c.logit - largest) / settings_.temperature);
  };
  double total = 0;
  for (const Candidate& c : candidates_) total += weight(c);
  double rest = uniform_at(settings_.seed, before.size()) * total;
  for (const Candidate& c : candidates_) {
    rest -= weight(c);
    if (rest < 0) return c.token;
  }
  return candidates_.back().token;
}

void Sampler::penalise_repetition(std::span<const TokenId> before) {
  if (settings_.repeat_penalty == 1) return;
  const auto penalty = float(settings_.repeat_penalty);
  auto recent = std::vector<TokenId>(
      before.end() - std::min<std::ptrdiff_t>(settings_.repeat_window, std::ssize(before)),
      before.end());
  std::ranges::sort(recent);
  recent.erase(std::ranges::unique(recent).begin(), recent.end());
  for (const TokenId token : recent) {
    const auto found = std::ranges::lower_bound(candidates_, token, {}, &Candidate::token);
    if (found == candidates_.end() || found->token != token) continue;
    found->logit = found->logit > 0 ? found->logit / penalty : found->logit * penalty;
  }
}

void Sampler::keep_top_k() {
  if (settings_.top_k > 0 && std::size_t(settings_.top_k) < candidates_.size())
    candidates_.resize(settings_.top_k);
}

void Sampler::keep_top_p() {
  if (settings_.top_p >= 1) return;
  const double largest = candidates_.front().logit;
  const auto weight = [&](const Candidate& c) {
    return c.logit == largest ? 1.0 : std::exp(c.logit - largest);
  };
  double total = 0;
  for (const Candidate& c : candidates_) total += weight(c);
  double sum = 0;
  std::size_t kept = 0;
  while (kept < candidates_.size() && sum < settings_.top_p * total)
    sum += weight(candidates_[kept++]);
  candidates_.resize(std::max<std::size_t>(kept, 1));
}

void Sampler::keep_min_p() {
  if (settings_.min_p <= 0) return;
  const double least = candidates_.front().logit + std::log(settings_.min_p);
  const auto end = std::ranges::find_if(candidates_, [&](const Candidate& c) {
    return c.logit < least && c.logit != candidates_.front().logit;
  });
  candidates_.erase(end, candidates_.end());
}

}  // namespace canter
