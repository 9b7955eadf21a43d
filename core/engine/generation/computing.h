#pragma once

#include <cstdint>

#include "base/error.h"
#include "engine/session/settings_messages.h"
#include "format/tensor_type.h"
#include "store/store.h"

namespace canter::engine {

/// Logical cores; at least 1.
int most_threads();

/// Those that compute: `fixed` where the command line gave some (not 0), else the wish's.
int threads_for(const ComputingSettings& wish, int fixed);

TensorType cache_type(CachePrecision precision);

/// Memory for texts that were read, so that who comes back to one need not wait. Below 0: an eighth
/// of what is free, 2 GiB at most.
std::uint64_t kept_bytes(int mebibytes);

/// Values that are missing or that this machine cannot have are the default's.
ComputingSettings load_computing(Store& store);
/// kUsage where load_computing() would not have the wish.
Result<void> save_computing(const ComputingSettings& wish, Store& store);

}  // namespace canter::engine
