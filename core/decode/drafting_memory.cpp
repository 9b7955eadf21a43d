#include "decode/drafting_memory.h"

#include <algorithm>

#include "base/machine.h"
#include "decode/draft/recurrent_head.h"
#include "decode/draft/sources/head_source.h"
#include "decode/draft/sources/successor_table.h"
#include "decode/draft/tree_shape.h"
#include "model/forward/kv_cache.h"
#include "model/memory_need.h"
#include "model/plan/uniform_shape.h"
#include "tensor/packed_matrix.h"

namespace canter {

std::uint64_t drafting_memory(const ModelPlan& plan, const AdapterShape& adapter,
                              TensorType cache) {
  const UniformShape config = uniform_shape(plan).value_or(UniformShape());
  const std::uint64_t vocabulary = plan.vocabulary;
  const std::uint64_t prompt = std::uint64_t(2) * config.layers * adapter.prompt_tokens *
                               config.kv_heads * config.head_width;
  const std::uint64_t masks = std::uint64_t(adapter.mask_tokens) * plan.width;
  const std::uint64_t transition = 2 * vocabulary * adapter.rank;
  std::uint64_t bytes = (prompt + masks + transition) * sizeof(float);
  if (adapter.prompt_tokens > 0)
    bytes += KvCache::bytes_for(plan, (adapter.prompt_tokens + 15) / 16 * 16, cache);
  if (adapter.rank > 0)
    bytes += PackedMatrix::bytes_for(TensorType::kF32, vocabulary, adapter.rank) +
             vocabulary * sizeof(float);
  bytes += SuccessorTable::bytes() + adapter.successor_bytes;
  if (adapter.head_hidden > 0) {
    const std::uint64_t output = adapter.head_tokens * plan.width * sizeof(float);  // for a moment
    bytes += RecurrentHead::numbers(plan.width, adapter.head_hidden) * sizeof(float) + output +
             HeadSource::bytes(plan.width, adapter.head_hidden, adapter.head_tokens);
  }
  // Logits of the masks, which are kept as distributions too, and of the tree.
  const std::uint64_t rows = 2 * adapter.mask_tokens + TreeShape::kMostAdaptiveNodes;
  return bytes + rows * vocabulary * sizeof(float);
}

std::uint64_t memory_for_draft_model(const ModelSummary& model, std::uint64_t available,
                                     TensorType cache) {
  if (available == 0) available = available_memory();
  if (available == 0) return 0;
  const MemoryNeed need = memory_needed(model, /*context=*/0, cache);
  return available - std::min(need.cache + need.pass, available - 1);
}

}  // namespace canter
