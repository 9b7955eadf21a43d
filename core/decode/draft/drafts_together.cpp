#include "decode/draft/drafts_together.h"

#include <algorithm>
#include <functional>

#include "decode/draft/tree_choice.h"

namespace canter {
namespace {

/// Of one answer.
constexpr int kMostNodesOfOne = 16;

struct Offer {
  double probability;
  std::size_t answer;
};

/// Milliseconds by the number of rows.
std::vector<double> times_of(const PassTime& pass_time, int context) {
  std::vector<double> times(kMostPlannedRows + 1);
  for (int rows = 1; rows <= kMostPlannedRows; ++rows) times[rows] = pass_time.at(rows, context);
  return times;
}

/// How many of the offers, the likeliest first, bring the most tokens for the time of their pass.
std::size_t best_count(std::span<const Offer> offers, std::span<const double> times,
                       std::size_t answers) {
  double tokens = double(answers), best_rate = tokens / times[answers];
  std::size_t best = 0;
  for (std::size_t count = 1; count <= offers.size() && answers + count < times.size(); ++count) {
    tokens += offers[count - 1].probability;
    const double rate = tokens / times[answers + count];
    if (rate <= best_rate) continue;
    best_rate = rate;
    best = count;
  }
  return best;
}

}  // namespace

DraftsTogether::DraftsTogether(const PassTime& alone) : pass_time_(alone) {
  if (alone.knows(1)) plain_runs_.recall();
}

std::vector<const DraftTree*> DraftsTogether::plan(std::span<const Text> texts) {
  answers_ = int(texts.size());
  std::size_t length = 0;
  for (const Text& each : texts) length += each.text.size();
  context_ = int(length / texts.size());
  drafts_ = answers_ < kMostPlannedRows && payoff_.tries() && !plain_runs_.wants_plain();
  const auto times = drafts_ ? times_of(pass_time_, context_) : std::vector<double>();
  const double least = drafts_ ? std::max(kLeastProbability, cheapest_row(times, texts.size())) : 1;
  std::vector<Offer> offers;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Text& each = texts[i];
    if (!each.drafter) continue;
    Drafter::Room room{.rows = std::min(each.room.rows, kMostNodesOfOne), .depth = each.room.depth};
    if (!drafts_) room.depth = 0;
    for (const PricedNode& node : each.drafter->offer(each.text, room, least).subspan(1))
      offers.push_back({node.probability, i});
  }
  // Those of one answer come in order, parents before children, and stay so.
  std::ranges::stable_sort(offers, std::greater(), &Offer::probability);
  std::vector<int> nodes(texts.size(), 1);
  const std::size_t taken = offers.empty() ? 0 : best_count(offers, times, texts.size());
  for (const Offer& each : std::span(offers).first(taken)) ++nodes[each.answer];
  std::vector<const DraftTree*> trees;
  for (std::size_t i = 0; i < texts.size(); ++i)
    trees.push_back(texts[i].drafter ? &texts[i].drafter->take(nodes[i]) : nullptr);
  return trees;
}

void DraftsTogether::learn(int rows, int tokens, double pass_ms, double step_ms) {
  const bool settled = plain_runs_.observe(rows - answers_ + 1, pass_ms);
  if (settled) pass_time_.observe(rows, context_, pass_ms);
  if (drafts_)
    payoff_.observe_draft(tokens, step_ms, pass_time_.at(answers_, context_) / answers_);
  else
    for (int i = 0; i < tokens; ++i) payoff_.observe_plain();
}

}  // namespace canter
