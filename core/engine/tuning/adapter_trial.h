#pragma once

#include <filesystem>
#include <functional>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/model.h"
#include "store/store.h"

namespace canter::engine {

/// What came of an adapter of somebody else's.
struct AdapterTrial {
  double speedup = 0;          ///< plain time over time with it
  double speedup_before = 0;   ///< the same with what was used before
  double tokens_per_step = 0;  ///< as its maker measured; 0: not known
  bool adopted = false;        ///< it is faster than both, so it is used from now on
};

/// Checks an adapter against the model (fingerprint, shapes, numbers), measures it on a few prompts
/// beside plain decoding and what is used, and keeps in `store` what came out; a slower one is set
/// aside. The file stays where it is. kBadFile for one that does not name the model's fingerprint.
Result<AdapterTrial> try_adapter(const std::filesystem::path& file, const Model& model,
                                 ThreadPool& pool, Store& store,
                                 const std::function<bool(double)>& progress = {});

}  // namespace canter::engine
