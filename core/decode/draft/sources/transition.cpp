#include "decode/draft/sources/transition.h"

#include <new>

namespace canter {
namespace {

/// Parents whose best tokens are kept: about 70 MB at most.
constexpr std::size_t kMostParents = 1 << 18;

}  // namespace

Result<Transition> Transition::create(const Adapter& adapter, int vocabulary,
                                      ThreadPool& pool) try {
  Transition transition(adapter, pool);
  const std::size_t outputs = vocabulary, inputs = adapter.rank;
  transition.memory_.reserve(PackedMatrix::bytes_for(TensorType::kF32, outputs, inputs));
  const Matrix to{TensorType::kF32, outputs, inputs,
                  std::as_bytes(std::span(adapter.transition_to))};
  auto packed = PackedMatrix::pack(
      to, pool, {transition.memory_.data(), PackedMatrix::bytes_for(to.type, outputs, inputs)});
  if (!packed) return propagate(packed);
  transition.to_ = *packed;
  transition.scores_.resize(outputs);
  return transition;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory for the adapter; close other programs");
}

float Transition::score(TokenId parent, TokenId token) const {
  const std::size_t rank = adapter_->rank;
  const float* a = adapter_->transition_from.data() + parent * rank;
  const float* b = adapter_->transition_to.data() + token * rank;
  float sums[4] = {};
  std::size_t i = 0;
  for (; i + 4 <= rank; i += 4)
    for (std::size_t k = 0; k < 4; ++k) sums[k] += a[i + k] * b[i + k];
  for (; i < rank; ++i) sums[0] += a[i] * b[i];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

std::span<const ScoredToken> Transition::best(TokenId parent) {
  if (const auto found = best_.find(parent); found != best_.end()) return found->second;
  if (best_.size() >= kMostParents) best_.clear();
  matmul_.multiply(adapter_->transition_from.data() + std::size_t(parent) * adapter_->rank, 1, to_,
                   scores_.data());
  std::vector<ScoredToken>& best = best_[parent];
  find_best(scores_, kBestKept, best);
  best.shrink_to_fit();
  return best;
}

}  // namespace canter
