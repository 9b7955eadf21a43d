#include "decode/sampler.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "decode/random.h"
#include "tensor/kernels/kernels.h"

namespace canter {
namespace {

Result<void> check(bool sound, const char* name, double value, const char* range) {
  if (sound) return {};
  return fail(ErrorKind::kUsage,
              std::string(name) + " is " + std::to_string(value) + "; it has to be " + range);
}

constexpr std::size_t kFirstSorted = 256;

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
  const bool greedy = settings_.temperature == 0;
  if (greedy && settings_.repeat_penalty == 1) return likeliest(logits);
  scores_.assign(logits.begin(), logits.end());
  for (float& score : scores_) score = score == score ? score : kNeverChosen;
  penalise_repetition(before);
  const TokenId best = likeliest(scores_);
  if (greedy || scores_.empty() || scores_[best] == kNeverChosen) return best;
  largest_ = scores_[best];
  const double uniform = uniform_at(settings_.seed, before.size());
  return filter() ? draw(uniform) : draw_from_all(uniform);
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
    if (std::size_t(token) >= scores_.size()) continue;
    float& score = scores_[token];
    score = score > 0 ? score / penalty : score * penalty;
  }
}

bool Sampler::filter() {
  candidates_.clear();
  // An infinite logit leaves the others nothing.
  if (std::isinf(largest_)) {
    for (std::size_t i = 0; i < scores_.size(); ++i)
      if (scores_[i] == largest_) candidates_.push_back({TokenId(i), largest_});
    return true;
  }
  const std::size_t k = settings_.top_k;
  if (k > 0 && k < scores_.size()) find_best(scores_, k, candidates_);
  if (settings_.top_p < 1) keep_top_p();
  if (settings_.min_p > 0) {
    const auto is_kept = [&](float score) { return weight(score, 1) >= settings_.min_p; };
    std::erase_if(candidates_, [&](const ScoredToken& c) { return !is_kept(c.score); });
    if (candidates_.empty()) {
      // Most are far below: the logarithm is left to the few that are not.
      const auto nearly = largest_ + float(std::log(settings_.min_p)) - 1;
      for (std::size_t i = 0; i < scores_.size(); ++i)
        if (scores_[i] > nearly && is_kept(scores_[i]))
          candidates_.push_back({TokenId(i), scores_[i]});
    }
  }
  return !candidates_.empty();
}

void Sampler::keep_top_p() {
  const bool all = candidates_.empty();
  double mass = 0;
  if (all) {
    weigh_all(1);
    for (std::size_t i = 0; i < scores_.size(); ++i) mass += double(weights_[i]);
  } else {
    for (const ScoredToken& c : candidates_) mass += weight(c.score, 1);
  }
  const double wanted = settings_.top_p * mass;
  double sum = 0;
  std::size_t kept = 0;
  // A few tokens usually hold the mass; a vocabulary of 200,000 is not sorted for them.
  for (std::size_t sorted = kFirstSorted; sum < wanted; sorted *= 8) {
    if (all) find_best(scores_, sorted, candidates_);
    const std::size_t before = kept;
    while (kept < candidates_.size() && sum < wanted) sum += weight(candidates_[kept++].score, 1);
    if (kept == before || !all) break;
  }
  candidates_.resize(std::max<std::size_t>(kept, 1));
}

void Sampler::weigh_all(double temperature) {
  weights_.resize((scores_.size() + kernels::kKeyBlock - 1) / kernels::kKeyBlock *
                  kernels::kKeyBlock);
  std::ranges::copy(scores_, weights_.begin());
  float largest = 0, total = 0;
  kernels::active().attention.weigh(weights_.data(), 0, scores_.size(), float(1 / temperature),
                                    &largest, &total);
}

double Sampler::weight(float score, double temperature) const {
  return score == largest_ ? 1 : std::exp((double(score) - largest_) / temperature);
}

TokenId Sampler::draw(double uniform) const {
  double total = 0;
  for (const ScoredToken& c : candidates_) total += weight(c.score, settings_.temperature);
  double rest = uniform * total;
  for (const ScoredToken& c : candidates_) {
    rest -= weight(c.score, settings_.temperature);
    if (rest < 0) return c.token;
  }
  return candidates_.back().token;
}

TokenId Sampler::draw_from_all(double uniform) {
  weigh_all(settings_.temperature);
  double total = 0;
  for (const float weight : weights_) total += double(weight);
  double rest = uniform * total;
  TokenId last = 0;
  for (std::size_t i = 0; i < scores_.size(); ++i) {
    if (weights_[i] == 0) continue;
    rest -= double(weights_[i]);
    last = TokenId(i);
    if (rest < 0) break;
  }
  return last;
}

}  // namespace canter
