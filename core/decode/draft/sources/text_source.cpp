#include "decode/draft/sources/text_source.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "decode/common_tokens.h"

namespace canter {
namespace {

constexpr int kLongestMatch = 24;
/// Places that are looked at for one node.
constexpr int kMostPlaces = 32;
/// Of texts that were known before; half of them are forgotten here.
constexpr std::size_t kMostKnown = 128 * 1024;
constexpr TokenId kApart = -1;

std::uint64_t pair_key(TokenId first, TokenId second) {
  return std::uint64_t(std::uint32_t(first)) << 32 | std::uint32_t(second);
}

/// How sure the longest match is before anything is known.
double trust(int length) {
  return 1 - 1.4 / (1 + length);
}

/// What a match counts for beside others.
double weight(int length) {
  return std::exp2(std::min(length, 12));
}

}  // namespace

/// In an order that leaves places of both lists behind when the memory ends.
void TextSource::add(std::span<const TokenId> tokens) {
  for (const TokenId token : tokens) {
    const TokenId before = known_.empty() ? kApart : known_.back();
    known_.push_back(token);
    earlier_.resize(known_.size(), -1);
    if (before == kApart || token == kApart) continue;
    const int place = int(known_.size()) - 1;
    const auto [at, is_new] = latest_.try_emplace(pair_key(before, token), place);
    if (!is_new) earlier_[place] = std::exchange(at->second, place);
  }
}

void TextSource::begin_answer(std::span<const TokenId> prompt) {
  if (known_.size() > kMostKnown) {
    const std::vector<TokenId> kept(known_.end() - std::ptrdiff_t(kMostKnown / 2), known_.end());
    known_.clear(), earlier_.clear(), latest_.clear();
    add(kept);
  }
  const int common = common_tokens(prompt, current_);
  const bool goes_on = std::size_t(common) == current_.size();
  // Another text, or another version: with some of what it has in common, to be matched by.
  const int first = goes_on ? common : std::max(0, common - kLongestMatch);
  if (!goes_on) add({&kApart, 1});
  add(prompt.subspan(first));
  current_.assign(prompt.begin(), prompt.end());
}

void TextSource::begin_step(std::span<const TokenId> text) {
  const auto added = text.subspan(std::min(text.size(), current_.size()));
  add(added);
  current_.insert(current_.end(), added.begin(), added.end());
  text_ = text;
  matches_.clear();
  of_node_.clear();
}

void TextSource::find(const DraftTree& tree, int node) {
  TokenId buffer[kLongestMatch];
  const auto tail = tree.tail(text_, node, buffer);
  const int length = int(tail.size());
  if (length < 2) return;
  const auto found = latest_.find(pair_key(tail[length - 2], tail[length - 1]));
  if (found == latest_.end()) return;
  int looked_at = 0;
  for (int place = found->second; place >= 0 && looked_at < kMostPlaces;
       place = earlier_[place], ++looked_at) {
    if (std::size_t(place) + 1 >= known_.size() || known_[place + 1] == kApart) continue;
    int same = 2;
    while (same < length && same <= place && known_[place - same] == tail[length - 1 - same])
      ++same;
    matches_.push_back({place + 1, same});
  }
}

void TextSource::follow(const Range& parent, TokenId token) {
  for (int i = parent.first; i < parent.first + parent.count; ++i) {
    const Match match = matches_[i];
    const std::size_t next = std::size_t(match.next) + 1;
    if (known_[match.next] == token && next < known_.size() && known_[next] != kApart)
      matches_.push_back({int(next), match.length + 1});
  }
}

void TextSource::propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) {
  of_node_.resize(tree.size());
  const auto& at = tree.nodes()[node];
  const int first = int(matches_.size());
  if (node > 0) follow(of_node_[at.parent], at.token);
  if (int(matches_.size()) == first) find(tree, node);
  of_node_[node] = {first, int(matches_.size()) - first};
  if (of_node_[node].count == 0) return;

  struct Group {
    TokenId token;
    double weight;
  };
  std::vector<Group> groups;
  int longest = 0;
  double total = 0;
  for (const Match& match : std::span(matches_).subspan(first)) {
    const TokenId token = known_[match.next];
    const double counts = weight(match.length);
    longest = std::max(longest, match.length);
    total += counts;
    const auto same = std::ranges::find(groups, token, &Group::token);
    if (same == groups.end())
      groups.push_back({token, counts});
    else
      same->weight += counts;
  }
  std::ranges::stable_sort(groups, std::greater(), &Group::weight);
  if (groups.size() > std::size_t(kMostChildren)) groups.resize(kMostChildren);
  for (const Group& group : groups)
    candidates.push_back({group.token,
                          {.kind = EvidenceKind::kText,
                           .depth = at.depth + 1,
                           .confidence = trust(longest) * group.weight / total}});
}

}  // namespace canter
