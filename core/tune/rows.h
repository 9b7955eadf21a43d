#pragma once

#include <algorithm>
#include <cstddef>

#include "base/thread_pool.h"

namespace canter::tuning {

/// Calls use(row) for all rows, several in each turn of a thread.
template <typename Use>
void for_each_row(ThreadPool& pool, std::size_t rows, const Use& use) {
  constexpr std::size_t kTogether = 16;
  pool.for_each((rows + kTogether - 1) / kTogether, [&](std::size_t part, int) {
    const std::size_t end = std::min(rows, (part + 1) * kTogether);
    for (std::size_t row = part * kTogether; row < end; ++row) use(row);
  });
}

}  // namespace canter::tuning
