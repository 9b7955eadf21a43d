#include "model/memory_need.h"

#include <algorithm>

#include "base/machine.h"
#include "model/forward.h"
#include "model/kv_cache.h"

namespace canter {
namespace {

// A chat of this length has to fit for a model to be of use.
constexpr int kUsefulContext = 2048;
// What sentencepiece makes of a vocabulary; measured with 4096 and 32000 pieces.
constexpr std::uint64_t kTokenizerBytes = 2'000'000;
constexpr std::uint64_t kPieceBytes = 285;

}  // namespace

MemoryNeed memory_needed(const ModelSummary& summary, int context, TensorType cache, int threads) {
  const ModelConfig& config = summary.config;
  if (context == 0) context = std::min(config.context, kUsefulContext);
  if (threads == 0) threads = physical_cores();
  MemoryNeed need;
  need.weights = summary.weight_memory;
  need.vocabulary = kTokenizerBytes + kPieceBytes * config.vocabulary;
  need.pass = Forward::scratch_bytes(config, summary.matrix_types, context, threads) +
              sizeof(float) * config.vocabulary;
  need.cache = KvCache::bytes_for(config, context, cache);
  return need;
}

}  // namespace canter
