#include "model/memory_need.h"

#include <algorithm>

#include "base/machine.h"
#include "model/forward/draft_head.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"

namespace canter {
namespace {

// A chat of this length has to fit for a model to be of use.
constexpr int kUsefulContext = 2048;

/// Of the model and of its own draft head.
std::uint64_t cache_bytes(const ModelPlan& plan, int context, TensorType cache) {
  return KvCache::bytes_for(plan, context, cache) + DraftHead::cache_bytes(plan, context);
}

}  // namespace

MemoryNeed memory_needed(const ModelSummary& summary, int context, TensorType cache, int threads) {
  const ModelPlan& plan = summary.plan;
  if (context == 0) context = std::min(plan.context, kUsefulContext);
  if (threads == 0) threads = physical_cores();
  MemoryNeed need;
  need.weights = summary.weight_memory;
  need.vocabulary = summary.vocabulary_memory;
  need.pass = Forward::scratch_bytes(plan, summary.matrices, context, threads) +
              sizeof(float) * plan.vocabulary;
  need.cache = cache_bytes(plan, context, cache);
  return need;
}

int affordable_context(const ModelPlan& plan, TensorType cache) {
  const std::uint64_t available = available_memory() / 2;
  if (available == 0) return plan.context;
  // Bytes do not grow evenly: windows end, and states are as large for any context.
  int least = 1, most = plan.context;
  while (least < most) {
    const int middle = least + (most - least + 1) / 2;
    if (cache_bytes(plan, middle, cache) <= available)
      least = middle;
    else
      most = middle - 1;
  }
  return least;
}

Result<void> check_memory(const ModelSummary& summary, const std::filesystem::path& path,
                          std::uint64_t available) {
  if (available == 0) available = available_memory();
  const MemoryNeed needed = memory_needed(summary);
  if (available == 0 || needed.total() <= available) return {};
  return fail(ErrorKind::kTooLarge,
              "\"" + path.string() + "\" needs " + format_bytes(needed.total()) + " of memory (" +
                  format_bytes(needed.weights) + " weights, " + format_bytes(needed.cache) +
                  " K/V cache, " + format_bytes(needed.vocabulary + needed.pass) +
                  " for the engine) and " + format_bytes(available) +
                  " is free; close other programs or choose a smaller model");
}

}  // namespace canter
