#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/error.h"
#include "model/forward/forward.h"
#include "tune/likely_tokens.h"

namespace canter::tuning {

/// Keys (rotary embedding applied) and values of real tokens, each [layers, kv_heads, tokens,
/// head_width], and what the model would say behind each token. Real tokens never see prompts or
/// masks, so these hold whatever is tuned.
template <typename Real>
struct Context {
  int tokens = 0;
  std::vector<Real> keys;
  std::vector<Real> values;
  std::vector<LikelyToken> likely;  ///< [tokens, kLikelyTokens]

  std::uint64_t bytes() const {
    return (keys.size() + values.size()) * sizeof(Real) + likely.size() * sizeof(LikelyToken);
  }
  std::span<const LikelyToken> likely_behind(std::size_t token) const {
    return std::span(likely).subspan(token * kLikelyTokens, kLikelyTokens);
  }
};

/// Reads `tokens` with the frozen model. kTooLarge without memory, kInterrupted when `should_stop`
/// ended it.
template <typename Real>
Result<Context<Real>> read_context(const ModelPlan& plan, Forward& forward,
                                   std::span<const TokenId> tokens,
                                   const Forward::ShouldStop& should_stop = {});

/// One mask row. Mask i (from 0 on) of the group anchored at position t sees the soft prompt, real
/// positions 0 to t, the i rows before it, which are the same group's, and itself. It stands at
/// position t + 1 + i and predicts the token at t + 2 + i.
struct MaskRow {
  int anchor = 0;
  int mask = 0;
};

/// Mask rows behind one sequence of real tokens.
template <typename Real>
struct MaskSample {
  const Context<Real>* context = nullptr;  ///< holds position of the last anchor at least
  std::size_t first = 0;                   ///< of MaskBatch::rows
  std::size_t rows = 0;
};

/// Rows that go through the model together.
template <typename Real>
struct MaskBatch {
  std::vector<MaskRow> rows;
  std::vector<MaskSample<Real>> samples;

  void clear() {
    rows.clear();
    samples.clear();
  }
  /// Groups at `anchors` whose targets lie in a sequence of `length` tokens: masks without a target
  /// get no row.
  void add(const Context<Real>& context, std::span<const int> anchors, int masks, int length);
};

}  // namespace canter::tuning
