#include "decode/kept_sequences.h"

#include <algorithm>
#include <utility>

#include "base/machine.h"

namespace canter {
namespace {

/// Fewer are read again at once.
constexpr int kFewTokens = 64;
/// A token is copied much faster than it is read.
constexpr int kCopiedForOneRead = 16;

}  // namespace

int common_tokens(std::span<const TokenId> one, std::span<const TokenId> other) {
  return int(std::ranges::mismatch(one, other).in1 - one.begin());
}

bool worth_keeping(int held, int left) {
  const int lost = held - left;
  return lost >= kFewTokens && lost >= left / kCopiedForOneRead;
}

void KeptSequences::keep(ReadSequence sequence) {
  if (sequence.tokens.empty()) return;
  const std::uint64_t bytes = sequence.cache.bytes();
  std::uint64_t most = most_bytes_;
  if (const std::uint64_t available = available_memory(); available > 0)
    most = std::min(most, (bytes_ + bytes + available) / 2);
  if (bytes > most) return;
  while (!kept_.empty() && bytes_ + bytes > most) drop(std::prev(kept_.end()));
  kept_.push_front({std::move(sequence), bytes});
  bytes_ += bytes;
}

int KeptSequences::common(std::span<const TokenId> prompt, bool beyond) const {
  return best(prompt, beyond).tokens;
}

KeptSequences::Match KeptSequences::best(std::span<const TokenId> prompt, bool beyond) const {
  Match best{kept_.end(), 0};
  for (auto place = kept_.begin(); place != kept_.end(); ++place) {
    const ReadSequence& sequence = place->sequence;
    if (sequence.cache.beyond() != beyond) continue;
    const int tokens = sequence.cache.reachable(common_tokens(sequence.tokens, prompt));
    if (tokens > best.tokens) best = {place, tokens};
  }
  return best;
}

Result<ReadSequence> KeptSequences::take(std::span<const TokenId> prompt, bool beyond) {
  const Match match = best(prompt, beyond);
  const Place place = kept_.erase(match.place, match.place);  // the same, to be changed
  ReadSequence& sequence = place->sequence;
  if (!worth_keeping(int(sequence.tokens.size()), match.tokens)) {
    ReadSequence taken = std::move(sequence);
    drop(place);
    return taken;
  }
  kept_.splice(kept_.begin(), kept_, place);
  auto beginning = sequence.cache.beginning(match.tokens);
  if (!beginning) return propagate(beginning);
  return ReadSequence{{sequence.tokens.begin(), sequence.tokens.begin() + match.tokens},
                      std::move(*beginning)};
}

void KeptSequences::drop(Place place) {
  bytes_ -= place->bytes;
  kept_.erase(place);
}

}  // namespace canter
