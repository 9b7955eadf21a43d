#include "decode/draft/sources/own_head_source.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "model/forward/forward.h"

namespace canter {

Result<std::unique_ptr<OwnHeadSource>> OwnHeadSource::create(const Model& model,
                                                             ThreadPool& pool) try {
  auto cache = DraftHead(model, pool).cache(model.plan().context);
  if (!cache) return propagate(cache);
  std::unique_ptr<OwnHeadSource> source(new OwnHeadSource(model, pool, std::move(*cache)));
  source->logits_.resize(model.plan().vocabulary);
  return source;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory for the model's draft head; close other programs");
}

void OwnHeadSource::read(int first, std::span<const TokenId> tokens,
                         std::span<const float> states) {
  if (first > int(read_.size())) {  // what lies between was read when nobody listened
    read_.clear();
    states_.clear();
    cache_.truncate(0);
    if (first > 0) return;
  }
  // A row that ran with another token behind it stays: drafts alone rest on it.
  cache_.truncate(std::min(cache_.size(), first));
  read_.resize(std::size_t(first));
  states_.resize(width_ * (read_.size() - std::size_t(cache_.size())));
  read_.insert(read_.end(), tokens.begin(), tokens.end());
  states_.insert(states_.end(), states.begin(), states.end());
}

bool OwnHeadSource::catch_up(TokenId root) {
  std::vector<TokenId> next(read_.begin() + cache_.size() + 1, read_.end());
  next.push_back(root);
  const std::size_t count = next.size();
  for (std::size_t row = 0; row < count; row += Forward::kMaxRows) {
    const std::size_t part = std::min(count - row, std::size_t(Forward::kMaxRows));
    const bool last = row + part == count;
    const auto done =
        head_.run(std::span(states_).subspan(row * width_, part * width_),
                  std::span(next).subspan(row, part), cache_, last ? 1 : 0, logits_.data());
    if (!done) return false;
  }
  states_.clear();
  return true;
}

void OwnHeadSource::propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) {
  if (node != 0 || read_.empty() || read_.size() + 1 != text_.size() || states_.empty()) return;
  if (!catch_up(tree.nodes()[0].token)) return;
  find_best(logits_, kMostChildren, best_);
  if (best_.empty()) return;
  const float largest = best_.front().score;
  const double total = softmax_total(logits_, largest);
  for (const ScoredToken& scored : best_)
    candidates.push_back({scored.token,
                          {.kind = EvidenceKind::kOwnHead,
                           .depth = 1,
                           .confidence = double(std::exp(scored.score - largest)) / total}});
}

}  // namespace canter
