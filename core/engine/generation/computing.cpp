#include "engine/generation/computing.h"

#include <algorithm>
#include <thread>

#include "base/machine.h"
#include "engine/session/json.h"

namespace canter::engine {
namespace {

constexpr const char* kThreads = "engine.threads";
constexpr const char* kCache = "engine.kv_type";
constexpr const char* kContext = "engine.context";
constexpr const char* kKept = "engine.kept_mib";
constexpr int kLeastContext = 256;
constexpr std::uint64_t kMostKeptMiB = 2048;  // where nothing is wished for

Json setting(Store& store, const char* key) {
  const auto text = store.setting(key);
  if (!text || !*text) return {};
  return Json::parse(**text, nullptr, /*allow_exceptions=*/false);
}

bool can_be_had(int threads) {
  return threads >= 0 && threads <= most_threads();
}

bool is_context(int tokens) {
  return tokens == 0 || tokens >= kLeastContext;
}

}  // namespace

int most_threads() {
  return std::max(1, int(std::thread::hardware_concurrency()));
}

int threads_for(const ComputingSettings& wish, int fixed) {
  if (fixed > 0) return fixed;
  return wish.threads > 0 ? wish.threads : threads_beside_window(physical_cores());
}

TensorType cache_type(CachePrecision precision) {
  switch (precision) {
    case CachePrecision::kF16:
      return TensorType::kF16;
    case CachePrecision::kQ8_0:
      return TensorType::kQ8_0;
    case CachePrecision::kF32:
      break;
  }
  return TensorType::kF32;
}

std::uint64_t kept_bytes(int mebibytes) {
  constexpr std::uint64_t kMiB = std::uint64_t(1) << 20;
  if (mebibytes >= 0) return std::uint64_t(mebibytes) * kMiB;
  return std::min(kMostKeptMiB * kMiB, available_memory() / 8);
}

ComputingSettings load_computing(Store& store) {
  ComputingSettings wish;
  const Json threads = setting(store, kThreads);
  if (threads.is_number_integer() && threads == threads.get<int>() &&
      can_be_had(threads.get<int>()))
    wish.threads = threads.get<int>();
  const Json cache = setting(store, kCache);
  for (const CachePrecision precision : {CachePrecision::kF16, CachePrecision::kQ8_0})
    if (cache == tensor_type_name(cache_type(precision))) wish.cache = precision;
  const Json context = setting(store, kContext);
  if (context.is_number_integer() && context == context.get<int>() &&
      is_context(context.get<int>()))
    wish.context = context.get<int>();
  const Json kept = setting(store, kKept);
  if (kept.is_number_integer() && kept == kept.get<int>() && kept >= -1)
    wish.kept_mib = kept.get<int>();
  return wish;
}

Result<void> save_computing(const ComputingSettings& wish, Store& store) {
  if (!can_be_had(wish.threads))
    return fail(ErrorKind::kUsage, "this computer has no " + std::to_string(wish.threads) +
                                       " cores; choose 1 to " + std::to_string(most_threads()));
  if (!is_context(wish.context))
    return fail(ErrorKind::kUsage, "a context of " + std::to_string(wish.context) +
                                       " tokens is too short; choose " +
                                       std::to_string(kLeastContext) + " or more");
  if (auto saved = store.set_setting(kThreads, std::to_string(wish.threads)); !saved) return saved;
  if (auto saved = store.set_setting(kContext, std::to_string(wish.context)); !saved) return saved;
  if (auto saved = store.set_setting(kKept, std::to_string(wish.kept_mib)); !saved) return saved;
  return store.set_setting(kCache, Json(tensor_type_name(cache_type(wish.cache))).dump());
}

}  // namespace canter::engine
