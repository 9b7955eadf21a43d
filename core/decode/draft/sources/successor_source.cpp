#include "decode/draft/sources/successor_source.h"

#include <algorithm>
#include <cmath>

namespace canter {
namespace {

/// The longest context that is known has this part in what is proposed, the next one of the rest,
/// and so on.
constexpr float kLongestPart = 0.55f;

constexpr EvidenceKind kKinds[] = {EvidenceKind::kSuccessor, EvidenceKind::kPair,
                                   EvidenceKind::kTriple};

}  // namespace

void SuccessorSource::propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) {
  Tail buffer;
  const auto tail = tree.tail(text_, node, buffer);
  mixed_.clear();
  int longest = 0;
  float rest = 1;
  for (int order = int(tail.size()); order > 0; --order) {
    found_.clear();
    if (!table_.find(tail.last(order), found_)) continue;
    if (longest == 0) longest = order;
    const float part = order > 1 ? rest * kLongestPart : rest;
    rest -= part;
    for (const Successor& successor : found_) {
      const auto same = std::ranges::find(mixed_, successor.token, &Successor::token);
      if (same == mixed_.end())
        mixed_.push_back({successor.token, part * successor.share});
      else
        same->share += part * successor.share;
    }
  }
  if (longest == 0) return;
  std::ranges::stable_sort(mixed_, std::greater(), &Successor::share);
  if (mixed_.size() > std::size_t(kMostChildren)) mixed_.resize(kMostChildren);
  for (const Successor& successor : mixed_)
    candidates.push_back({successor.token,
                          {.kind = kKinds[longest - 1],
                           .depth = tree.nodes()[node].depth + 1,
                           .confidence = successor.share}});
}

void SuccessorSource::set(std::span<const TokenId> context, std::span<const float> logits) {
  find_best(logits, SuccessorTable::kKept, best_);
  if (best_.empty()) return;
  ++news_;
  // Of the best alone: the rest of the vocabulary has little.
  double total = 0;
  for (const ScoredToken& scored : best_) total += std::exp(scored.score - best_.front().score);
  found_.clear();
  for (const ScoredToken& scored : best_)
    found_.push_back({scored.token, float(std::exp(scored.score - best_.front().score) / total)});
  for (std::size_t order = 1; order <= context.size(); ++order)
    table_.set(context.last(order), found_);
}

std::string SuccessorSource::to_bytes() {
  news_ = 0;
  return table_.to_bytes();
}

void SuccessorSource::learn_first(std::span<const TokenId> prompt, std::span<const float> logits) {
  set(prompt.last(std::min(prompt.size(), Tail().size())), logits);
}

void SuccessorSource::learn(const JudgedStep& step) {
  const auto text = step.text.first(step.root + 1);
  const std::size_t vocabulary = step.logits.size() / step.tree->size();
  for (const int node : step.path) {
    Tail buffer;
    set(step.tree->tail(text, node, buffer), step.logits.subspan(node * vocabulary, vocabulary));
  }
}

}  // namespace canter
