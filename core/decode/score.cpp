#include "decode/score.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "decode/check_tokens.h"
#include "decode/scored_token.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"

namespace canter {
namespace {

// Logits of a chunk are kept at once; a vocabulary may have a quarter of a million entries.
constexpr std::size_t kChunk = 64;

/// -ln softmax(logits)[target]; NaN where that is, or all are.
double negative_log_likelihood(std::span<const float> logits, TokenId target) {
  const float largest = logits[likeliest(logits)];
  return std::log(softmax_total(logits, largest)) + largest - logits[target];
}

}  // namespace

double Score::perplexity() const {
  return tokens > 1 ? std::exp(nll / (tokens - 1)) : 1;
}

Result<Score> score_tokens(const Model& model, ThreadPool& pool, std::span<const TokenId> tokens,
                           TensorType cache_type) {
  const std::size_t vocabulary = model.plan().vocabulary;
  if (tokens.empty()) return fail(ErrorKind::kUsage, "there is no token to score; give some text");
  if (auto known = check_tokens(tokens, model.plan().vocabulary); !known) return propagate(known);
  if (tokens.size() > std::size_t(model.plan().context))
    return fail(ErrorKind::kTooLarge, "the text has " + std::to_string(tokens.size()) +
                                          " tokens and the context holds " +
                                          std::to_string(model.plan().context) + "; shorten it");
  auto cache = KvCache::create(model.plan(), int(tokens.size()), cache_type);
  if (!cache) return propagate(cache);
  cache->expect(int(tokens.size()));
  Forward forward(model, pool);

  Score score;
  score.tokens = int(tokens.size());
  std::vector<float> logits(std::min(kChunk, tokens.size()) * vocabulary);
  for (std::size_t first = 0; first < tokens.size(); first += kChunk) {
    const std::size_t count = std::min(kChunk, tokens.size() - first);
    const auto done = forward.run(tokens.subspan(first, count), *cache, int(count), logits.data());
    if (!done) return propagate(done);
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = std::span(logits).subspan(i * vocabulary, vocabulary);
      if (const std::size_t next = first + i + 1; next < tokens.size())
        score.nll += negative_log_likelihood(row, tokens[next]);
      else
        score.last_logits.assign(row.begin(), row.end());
    }
  }
  if (std::isnan(score.nll))
    return fail(ErrorKind::kBadFile,
                "the model computes likelihoods that are no numbers; its file is damaged: get it "
                "again");
  return score;
}

}  // namespace canter
