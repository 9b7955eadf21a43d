#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/adapter.h"
#include "decode/scored_token.h"
#include "tensor/matmul.h"

namespace canter {

/// The transition term of an adapter: from[parent] . to[x]. The best tokens behind a parent are
/// computed when first asked for and kept. Belongs to one thread, which the pool's threads help.
class Transition {
 public:
  /// Guesses beyond these are hardly ever right.
  static constexpr std::size_t kBestKept = 32;

  /// `adapter` and `pool` must outlive the object; the adapter has a transition term.
  static Result<Transition> create(const Adapter& adapter, int vocabulary, ThreadPool& pool);

  float score(TokenId parent, TokenId token) const;
  /// Best first. Valid until the next call.
  std::span<const ScoredToken> best(TokenId parent);

 private:
  Transition(const Adapter& adapter, ThreadPool& pool) : adapter_(&adapter), matmul_(pool) {}

  const Adapter* adapter_;
  Matmul matmul_;
  AlignedMemory memory_;
  PackedMatrix to_;            // [vocabulary, rank]
  std::vector<float> scores_;  // [vocabulary]
  std::unordered_map<TokenId, std::vector<ScoredToken>> best_;
};

}  // namespace canter
