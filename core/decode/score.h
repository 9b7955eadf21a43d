#pragma once

#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/model.h"

namespace canter {

struct Score {
  int tokens = 0;
  double nll = 0;                  ///< sum of -ln p of tokens 1.. given those before
  std::vector<float> last_logits;  ///< [vocabulary], after the last token

  /// exp(nll / (tokens - 1)); 1 for a single token.
  double perplexity() const;
};

/// Log-likelihood under teacher forcing, one window. kUsage for no tokens or a token outside the
/// vocabulary, kTooLarge for more than the context holds, kBadFile when damaged weights make the
/// likelihood no number. `cache`: how keys and values are kept, as in Decoder.
Result<Score> score_tokens(const Model& model, ThreadPool& pool, std::span<const TokenId> tokens,
                           TensorType cache = TensorType::kF32);

}  // namespace canter
