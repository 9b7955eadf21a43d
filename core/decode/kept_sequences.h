#pragma once

#include <cstdint>
#include <list>
#include <span>
#include <vector>

#include "model/forward/kv_cache.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// Tokens that were read, with what the model remembers of them.
struct ReadSequence {
  std::vector<TokenId> tokens;
  KvCache cache;  ///< of exactly these tokens
};

/// Texts that were read, so that who goes on with one, or comes back to it, need not wait until it
/// was read again, nor who begins one like it. Takes memory up to a limit, and no more than half of
/// what is free, for 64 texts at most; what was used longest ago goes first, but the newest stays,
/// and one that is the beginning of a newer one goes at once. Shared by decoders of one model, one
/// type of cache, one context and one thread.
class KeptSequences {
 public:
  explicit KeptSequences(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  void keep(ReadSequence sequence);

  /// How many of the first tokens of `prompt` need not be read with what is kept: 0 where nothing
  /// begins alike. `beyond`: as KvCache::beyond() would be for the prompt.
  int common(std::span<const TokenId> prompt, bool beyond) const;
  /// The sequence that common() speaks of, which must not be 0: itself where most of it serves the
  /// prompt, else a copy of the beginning. kTooLarge when the memory ends.
  Result<ReadSequence> take(std::span<const TokenId> prompt, bool beyond);

  int count() const { return int(kept_.size()); }
  std::uint64_t bytes() const { return bytes_; }

 private:
  struct Kept {
    ReadSequence sequence;
    std::uint64_t bytes = 0;
  };
  using Place = std::list<Kept>::iterator;
  struct Match {
    std::list<Kept>::const_iterator place;
    int tokens = 0;
  };
  Match best(std::span<const TokenId> prompt, bool beyond) const;
  void drop(Place place);

  std::uint64_t most_bytes_;
  std::uint64_t bytes_ = 0;
  std::list<Kept> kept_;  ///< used last first
};

}  // namespace canter
