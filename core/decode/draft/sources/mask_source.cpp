#include "decode/draft/sources/mask_source.h"

#include <algorithm>
#include <cmath>

namespace canter {
Result<std::unique_ptr<MaskSource>> MaskSource::create(const Adapter& adapter, int vocabulary,
                                                       ThreadPool& pool) {
  std::unique_ptr<MaskSource> drafts(new MaskSource(adapter));
  drafts->distributions_.resize(adapter.mask_tokens);
  if (adapter.rank > 0) {
    auto transition = Transition::create(adapter, vocabulary, pool);
    if (!transition) return propagate(transition);
    drafts->transition_ = std::move(*transition);
  }
  return drafts;
}

void MaskSource::set(std::span<const float> logits, int masks) {
  masks_ = masks;
  const std::size_t vocabulary = masks > 0 ? logits.size() / masks : 0;
  for (int i = 0; i < masks; ++i) {
    Distribution& d = distributions_[i];
    const auto row = logits.subspan(i * vocabulary, vocabulary);
    d.logits.assign(row.begin(), row.end());
    find_best(row, Transition::kBestKept, d.best);
    d.log_total = 0;
    // Behind the transition term scores are normalised once more: there any constant will do.
    if (!transition_ && !d.best.empty()) {
      const float largest = d.best.front().score;
      d.log_total = largest + float(std::log(softmax_total(row, largest)));
    }
    for (ScoredToken& scored : d.best) scored.score -= d.log_total;
  }
}

/// Puts the scores of the best tokens of both terms into scored_.
void MaskSource::condition(TokenId parent, const Distribution& distribution) {
  const float scale = adapter_->transition_scale;
  for (const auto& [token, score] : transition_->best(parent))
    scored_.push_back({token, scale * distribution.log_probability(token) + score});
  const std::size_t of_transition = scored_.size();
  for (const auto& [token, score] : distribution.best) {
    const auto is_same = [token = token](const ScoredToken& other) { return other.token == token; };
    if (std::any_of(scored_.begin(), scored_.begin() + std::ptrdiff_t(of_transition), is_same))
      continue;
    scored_.push_back({token, scale * score + transition_->score(parent, token)});
  }
}

void MaskSource::propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) {
  const auto& at = tree.nodes()[node];
  children(at.token, at.depth + 1, kMostChildren, candidates);
}

void MaskSource::children(TokenId parent, int depth, int count,
                          std::vector<Candidate>& candidates) {
  const bool masked = depth <= masks_;
  scored_.clear();
  if (!transition_) {
    if (masked) scored_ = distributions_[depth - 1].best;
  } else if (masked) {
    condition(parent, distributions_[depth - 1]);
  } else {
    const auto best = transition_->best(parent);
    scored_.assign(best.begin(), best.end());
  }
  // ln q needs no normalising; scores with the transition term do.
  double total = 1;
  float largest = 0;
  if (transition_ && !scored_.empty()) {
    largest = std::ranges::max_element(scored_, {}, &ScoredToken::score)->score;
    total = 0;
    for (const ScoredToken& scored : scored_) total += std::exp(scored.score - largest);
  }
  keep_best(scored_, count);
  const EvidenceKind kind = masked ? EvidenceKind::kMask : EvidenceKind::kTransition;
  for (const auto& [token, score] : scored_)
    candidates.push_back({token, {kind, depth, std::exp(score - largest) / total}});
}

}  // namespace canter
