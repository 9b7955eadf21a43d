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

constexpr std::size_t kFirstSorted = 256;

}  // namespace

bool Sampler::likelier(const Candidate& a, const Candidate& b) {
  return a.logit != b.logit ? a.logit > b.logit : a.token < b.token;
}

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

  const Candidate best = *std::ranges::min_element(candidates_, likelier);
  if (settings_.temperature == 0) return best.token;
  largest_ = best.logit;
  keep_top_k();
  keep_top_p();
  keep_min_p();

  const double total = mass(settings_.temperature);
  double rest = uniform_at(settings_.seed, before.size()) * total;
  for (const Candidate& c : candidates_) {
    rest -= weight(c, settings_.temperature);
    if (rest < 0) return c.token;
  }
  return candidates_.back().token;
}

double Sampler::weight(const Candidate& candidate, double temperature) const {
  // An infinite logit leaves the others nothing; its difference to itself is no number.
  if (candidate.logit == largest_) return 1;
  return std::exp((double(candidate.logit) - largest_) / temperature);
}

double Sampler::mass(double temperature) const {
  double total = 0;
  for (const Candidate& c : candidates_) total += weight(c, temperature);
  return total;
}

void Sampler::penalise_repetition(std::span<const TokenId> before) {
  if (settings_.repeat_penalty == 1) return;
  const auto penalty = float(settings_.repeat_penalty);
  auto recent = std::vector<TokenId>(
      before.end() - std::min<std::ptrdiff_t>(settings_.repeat_window, std::ssize(before)),
      before.end());
  std::ranges::sort(recent);
  recent.erase(std::unique(recent.begin(), recent.end()), recent.end());
  for (const TokenId token : recent) {
    const auto found = std::ranges::lower_bound(candidates_, token, {}, &Candidate::token);
    if (found == candidates_.end() || found->token != token) continue;
    found->logit = found->logit > 0 ? found->logit / penalty : found->logit * penalty;
  }
}

void Sampler::keep_top_k() {
  const std::size_t k = settings_.top_k;
  if (k == 0 || k >= candidates_.size()) return;
  std::partial_sort(candidates_.begin(), candidates_.begin() + std::ptrdiff_t(k), candidates_.end(),
                    likelier);
  candidates_.resize(k);
}

void Sampler::keep_top_p() {
  if (settings_.top_p >= 1) return;
  const double wanted = settings_.top_p * mass(1);
  double sum = 0;
  std::size_t kept = 0, sorted = 0;
  while (kept < candidates_.size() && sum < wanted) {
    if (kept == sorted) {
      // A few tokens usually hold the mass; a vocabulary of 200,000 is not sorted for them.
      sorted = std::min(candidates_.size(), std::max(kFirstSorted, 8 * sorted));
      std::partial_sort(candidates_.begin() + std::ptrdiff_t(kept),
                        candidates_.begin() + std::ptrdiff_t(sorted), candidates_.end(), likelier);
    }
    sum += weight(candidates_[kept++], 1);
  }
  candidates_.resize(kept);
}

void Sampler::keep_min_p() {
  if (settings_.min_p <= 0) return;
  std::erase_if(candidates_, [&](const Candidate& c) { return weight(c, 1) < settings_.min_p; });
}

}  // namespace canter
