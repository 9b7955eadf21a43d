#pragma once

#include <cstddef>

#include "base/error.h"
#include "base/thread_pool.h"

namespace canter {

/// Several times what the caches of one processor hold.
inline constexpr std::size_t kBandwidthBytes = std::size_t{256} << 20;

/// Bytes per nanosecond (GB/s) at which all threads of `pool` together read memory: the best of
/// several passes over a buffer of `bytes`. With the default it takes about a quarter of a second;
/// less than the caches hold measures the caches. kUsage for no bytes, kTooLarge when there is not
/// enough memory.
Result<double> measure_bandwidth(ThreadPool& pool, std::size_t bytes = kBandwidthBytes);

}  // namespace canter
