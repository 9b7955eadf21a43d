#include "decode/draft/drafter.h"

#include <algorithm>
#include <bit>
#include <nlohmann/json.hpp>

namespace canter {
namespace {

constexpr int kMostRows = 64;
constexpr int kMostDepth = 12;
constexpr int kChildren = 8;
/// Candidates below this are not looked at.
constexpr double kLeastProbability = 0.02;
/// A candidate less likely than this part of what a row costs at best, in rows of one, is not
/// looked at either.
constexpr double kWorthLooking = 0.7;
/// The first step in which masks are forced or left out, to learn what they are worth; then twice
/// as late each time, up to the last and multiples of it.
constexpr int kFirstTrial = 16, kLastTrial = 512;

/// Now and then a step is plain, to know what plain decoding takes by now: at first more often.
constexpr int kPlainEvery = 64;

bool is_plain(int step) {
  return (step + 1) % kPlainEvery == 0 ||
         (step + 1 < kPlainEvery && std::has_single_bit(unsigned(step + 1)));
}

bool is_trial(int step) {
  if (step >= kLastTrial) return step % kLastTrial == 0;
  return step >= kFirstTrial && std::has_single_bit(unsigned(step));
}

}  // namespace

Drafter::Drafter(std::optional<Adapter> adapter, DraftOptions options)
    : adapter_(std::move(adapter)),
      options_(std::move(options)),
      mask_gains_(
          adapter_ ? adapter_->mask_tokens : 0,
          adapter_ ? std::span<const double>(adapter_->acceptance) : std::span<const double>(),
          adapter_ && adapter_->rank > 0) {}

Result<std::unique_ptr<Drafter>> Drafter::create(const Model& model, ThreadPool& pool,
                                                 std::optional<Adapter> adapter,
                                                 DraftOptions options, TensorType cache) {
  const ModelPlan& plan = model.plan();
  if (adapter)
    if (auto fits = check_adapter(*adapter, plan, model.summary().fingerprint, "the adapter");
        !fits)
      return propagate(fits);
  std::unique_ptr<Drafter> drafter(new Drafter(std::move(adapter), std::move(options)));
  if (drafter->adapter_) {
    auto prefix = soft_prompt(*drafter->adapter_, plan, cache);
    if (!prefix) return propagate(prefix);
    drafter->prefix_ = std::move(*prefix);
    auto masks = MaskDrafts::create(*drafter->adapter_, plan.vocabulary, pool);
    if (!masks) return propagate(masks);
    drafter->masks_ = std::move(*masks);
  }
  return drafter;
}

int Drafter::begin() {
  if (masks_) masks_->clear();
  return adapter_ && wished_ && tries() ? adapter_->mask_tokens : 0;
}

void Drafter::set_masks(std::span<const float> logits, int masks) {
  if (masks_) masks_->set(logits, masks);
}

const DraftTree& Drafter::plan(std::span<const TokenId> text, const Room& room) {
  tree_ = DraftTree(text.back());
  proposals_.clear();
  context_ = int(text.size()) - 1;
  masks_given_ = masks_ ? masks_->masks() : 0;
  drafts_ = wished_ && tries();
  if (!drafts_) return tree_;
  if (options_.shape.adaptive()) {
    if (!is_plain(drafted_steps_)) plan_adaptive(text, room);
  } else if (masks_) {
    plan_fixed(room);
  }
  return tree_;
}

/// Only the first candidate of a depth has children; mask rows at every node.
void Drafter::plan_fixed(const Room& room) {
  const int masks = adapter_->mask_tokens;
  int parent = 0;
  for (int i = 0; i < int(options_.shape.widths.size()) && i < room.depth; ++i) {
    if (i >= masks_given_) break;
    candidates_.clear();
    masks_->children(tree_.nodes()[parent].token, i + 1, options_.shape.widths[i], candidates_);
    const int first = tree_.size();
    for (const Candidate& candidate : candidates_) {
      if ((tree_.size() + 1) * (1 + masks) > room.rows) break;
      proposals_.push_back({parent, candidate});
      tree_.add(parent, candidate.token);
    }
    if (tree_.size() == first) break;
    parent = first;
  }
  if (tree_.size() * (1 + masks) > room.rows) return;
  for (int node = 0; node < tree_.size(); ++node) tree_.set_masks(node, masks);
}

std::span<const double> Drafter::gains() const {
  const int step = drafted_steps_;
  // A trial without masks.
  if (is_trial(step) && std::countr_zero(unsigned(step)) % 2 == 0) return {};
  return mask_gains_.gains();
}

void Drafter::plan_adaptive(std::span<const TokenId> text, const Room& room) {
  const int most_rows = std::min(room.rows, kMostRows);
  times_.resize(most_rows + 1);
  double cheapest = 1;
  for (int rows = 1; rows <= most_rows; ++rows) {
    times_[rows] = pass_time_.at(rows, context_);
    if (rows > 1) cheapest = std::min(cheapest, (times_[rows] / times_[1] - 1) / (rows - 1));
  }
  least_ = std::max(kLeastProbability, kWorthLooking * cheapest);
  grow(text, room);
  // Mask rows serve the step after this one.
  const bool masks_matter = room.depth > 1;
  TreeChoice choice =
      choose_tree(priced_, masks_matter ? gains() : std::span<const double>(), times_);
  const bool masks_left_out = choice.rows == choice.nodes;
  if (adapter_ && masks_matter && masks_left_out && is_trial(drafted_steps_) && !gains().empty() &&
      choice.rows + adapter_->mask_tokens <= most_rows)
    choice.masks[choice.nodes > 1 ? 1 : 0] = adapter_->mask_tokens;
  cut(choice);
}

void Drafter::grow(std::span<const TokenId> text, const Room& room) {
  priced_.assign(1, {});
  guesses_.clear();
  match_.clear();
  if (options_.context) match_.find(text);
  matches_.assign(1, match_.length() > 0 ? 0 : -1);
  const int most_depth = std::min(room.depth, kMostDepth);
  if (most_depth > 0) expand(0);
  while (!guesses_.empty() && tree_.size() < std::min(TreeShape::kMostAdaptiveNodes, room.rows)) {
    std::ranges::pop_heap(guesses_, {}, &Guess::probability);
    const Guess guess = guesses_.back();
    guesses_.pop_back();
    const int node = tree_.add(guess.parent, guess.token);
    priced_.push_back({guess.parent, guess.probability});
    matches_.push_back(guess.match);
    if (tree_.nodes()[node].depth < most_depth) expand(node);
  }
}

void Drafter::expand(int node) {
  const int depth = tree_.nodes()[node].depth + 1;
  candidates_.clear();
  if (masks_) masks_->children(tree_.nodes()[node].token, depth, kChildren, candidates_);
  const std::size_t drafted = candidates_.size();
  if (matches_[node] >= 0)
    if (const auto token = match_.token(matches_[node]))
      candidates_.push_back({*token, {DraftSource::kContext, depth, match_.confidence()}});

  const std::size_t first = guesses_.size();
  double sum = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& candidate = candidates_[i];
    proposals_.push_back({node, candidate});
    const double probability = calibration_.probability(candidate.evidence);
    const bool matched = i >= drafted;
    const auto same =
        std::find_if(guesses_.begin() + std::ptrdiff_t(first), guesses_.end(),
                     [&](const Guess& guess) { return guess.token == candidate.token; });
    if (same == guesses_.end()) {
      guesses_.push_back({probability, node, candidate.token, matched ? matches_[node] + 1 : -1});
      sum += probability;
      continue;
    }
    // Two sources agree: it is as likely as the surer one says.
    sum += std::max(0.0, probability - same->probability);
    same->probability = std::max(same->probability, probability);
    if (matched) same->match = matches_[node] + 1;
  }
  const double scale = priced_[node].probability / std::max(1.0, sum);
  std::size_t kept = first;
  for (std::size_t i = first; i < guesses_.size(); ++i) {
    guesses_[i].probability *= scale;
    if (guesses_[i].probability < least_) continue;
    std::swap(guesses_[kept], guesses_[i]);
    ++kept;
    std::ranges::push_heap(guesses_.begin(), guesses_.begin() + std::ptrdiff_t(kept), {},
                           &Guess::probability);
  }
  guesses_.resize(kept);
}

void Drafter::cut(const TreeChoice& choice) {
  DraftTree tree(tree_.nodes()[0].token);
  for (int node = 1; node < choice.nodes; ++node)
    tree.add(tree_.nodes()[node].parent, tree_.nodes()[node].token);
  for (int node = 0; node < choice.nodes; ++node) tree.set_masks(node, choice.masks[node]);
  tree_ = std::move(tree);
}

void Drafter::learn(const Step& step) {
  const int rows = tree_.rows();
  pass_time_.observe(rows, context_, step.pass_ms);
  if (!drafts_) {
    payoff_.observe_plain();
    return;
  }
  ++drafted_steps_;
  std::size_t at = 0;
  for (const Proposal& proposal : proposals_) {
    while (at < step.path.size() && step.path[at] < proposal.node) ++at;
    if (at == step.path.size()) break;
    if (step.path[at] == proposal.node)
      calibration_.observe(proposal.candidate.evidence,
                           proposal.candidate.token == step.emitted[at]);
  }
  if (tree_.size() > 1) mask_gains_.observe(masks_given_, int(step.path.size()) - 1);
  payoff_.observe_draft(int(step.emitted.size()), step.step_ms, pass_time_.at(1, context_));
}

std::string Drafter::to_json() const {
  return nlohmann::json{{"calibration", calibration_.to_json()},
                        {"pass_time", pass_time_.to_json()}}
      .dump();
}

void Drafter::from_json(std::string_view text) {
  const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object()) return;
  const auto part = [&](const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
  };
  calibration_.from_json(part("calibration"));
  pass_time_.from_json(part("pass_time"));
}

}  // namespace canter
