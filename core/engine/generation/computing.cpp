#include "engine/generation/computing.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/machine.h"

namespace canter::engine {
namespace {

using nlohmann::json;

constexpr const char* kThreads = "engine.threads";
constexpr const char* kCache = "engine.kv_type";

json setting(Store& store, const char* key) {
  const auto text = store.setting(key);
  if (!text || !*text) return {};
  return json::parse(**text, nullptr, /*allow_exceptions=*/false);
}

bool can_be_had(int threads) {
  return threads >= 0 && threads <= most_threads();
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
  return precision == CachePrecision::kF16 ? TensorType::kF16 : TensorType::kF32;
}

ComputingSettings load_computing(Store& store) {
  ComputingSettings wish;
  const json threads = setting(store, kThreads);
  if (threads.is_number_integer() && threads == threads.get<int>() &&
      can_be_had(threads.get<int>()))
    wish.threads = threads.get<int>();
  if (setting(store, kCache) == "F16") wish.cache = CachePrecision::kF16;
  return wish;
}

Result<void> save_computing(const ComputingSettings& wish, Store& store) {
  if (!can_be_had(wish.threads))
    return fail(ErrorKind::kUsage, "this computer has no " + std::to_string(wish.threads) +
                                       " cores; choose 1 to " + std::to_string(most_threads()));
  if (auto saved = store.set_setting(kThreads, std::to_string(wish.threads)); !saved) return saved;
  return store.set_setting(kCache, wish.cache == CachePrecision::kF16 ? R"("F16")" : R"("F32")");
}

}  // namespace canter::engine
