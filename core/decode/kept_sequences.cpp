#include "decode/kept_sequences.h"

#include <algorithm>
#include <utility>

#include "base/machine.h"
#include "decode/common_tokens.h"

namespace canter {
namespace {

/// Fewer are read again at once, such as an answer that is asked for anew.
constexpr int kReadAgainAtOnce = 64;
/// A token is copied much faster than it is read.
constexpr int kCopiedForOneRead = 16;

/// More are hardly come back to, and each is looked at for every prompt.
constexpr int kMostTexts = 64;

bool begins_with(std::span<const TokenId> text, std::span<const TokenId> beginning) {
  return std::size_t(common_tokens(text, beginning)) == beginning.size();
}

/// Whether a text of `held` tokens is to stay when one begins with `common` of them: it is another
/// text, or reading the rest again takes longer than copying those.
bool worth_keeping(int held, int common) {
  const int lost = held - common;
  return lost > common || (lost >= kReadAgainAtOnce && lost >= common / kCopiedForOneRead);
}

}  // namespace

void KeptSequences::keep(ReadSequence sequence) {
  if (sequence.tokens.empty()) return;
  for (auto place = kept_.begin(); place != kept_.end();) {
    const Place other = place++;
    if (begins_with(sequence.tokens, other->sequence.tokens)) drop(other);
  }
  const std::uint64_t bytes = sequence.cache.bytes();
  std::uint64_t most = most_bytes_;
  if (const std::uint64_t available = available_memory(); available > 0)
    most = std::min(most, (bytes_ + bytes + available) / 2);
  while (!kept_.empty() && (bytes_ + bytes > most || count() >= kMostTexts))
    drop(std::prev(kept_.end()));
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
