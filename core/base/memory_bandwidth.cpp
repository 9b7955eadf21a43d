#include "base/memory_bandwidth.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <string>

#include "base/aligned_memory.h"
#include "base/machine.h"

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

/// Every instruction set has registers of this width, and two loads of it per cycle outrun memory.
using Vector [[gnu::vector_size(16)]] = std::uint64_t;

constexpr std::size_t kLine = 64;
/// Independent sums, so that no addition waits for the one before.
constexpr std::size_t kSums = 8;
constexpr std::size_t kStep = kSums * sizeof(Vector);
/// What a thread takes at a time: enough that starting costs nothing, little enough that no thread
/// waits long for another at the end.
constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr int kPasses = 10;
/// How far ahead to ask for memory; which suits better depends on the processor, so passes take
/// turns.
constexpr std::size_t kPrefetchAhead[] = {512, 4096};

/// The sum of kChunk bytes, taken as integers, so that all of them have to be read.
std::uint64_t read_chunk(const std::byte* data, std::size_t ahead) {
  Vector sums[kSums] = {};
  for (std::size_t at = 0; at < kChunk; at += kStep) {
    for (std::size_t line = 0; line < kStep; line += kLine) {
      __builtin_prefetch(data + std::min(at + line + ahead, kChunk - 1), 0, 0);
    }
    for (std::size_t i = 0; i < kSums; ++i) {
      Vector numbers;
      std::memcpy(&numbers, data + at + i * sizeof numbers, sizeof numbers);
      sums[i] += numbers;
    }
  }
  Vector total = {};
  for (const Vector& sum : sums) total += sum;
  return total[0] + total[1];
}

/// In GB/s.
double measure(ThreadPool& pool, std::byte* data, std::size_t chunks) {
  // Pages nobody wrote to would all be one page of zeros.
  pool.for_each(chunks, [&](std::size_t i, int) { std::memset(data + i * kChunk, 1, kChunk); });

  std::atomic<std::uint64_t> total = 0;  // somebody might look at it, so it has to be computed
  auto best = Clock::duration::max();
  for (int pass = 0; pass < kPasses; ++pass) {
    const std::size_t ahead = kPrefetchAhead[pass % std::size(kPrefetchAhead)];
    const auto start = Clock::now();
    pool.for_each(chunks, [&](std::size_t i, int) {
      total.fetch_add(read_chunk(data + i * kChunk, ahead), std::memory_order_relaxed);
    });
    best = std::min(best, Clock::now() - start);
  }
  const double nanoseconds = std::chrono::duration<double, std::nano>(best).count();
  return static_cast<double>(chunks * kChunk) / std::max(nanoseconds, 1.0);
}

tl::unexpected<Error> no_memory_for(std::size_t bytes) {
  return fail(ErrorKind::kTooLarge, "no memory to measure its speed with, " + format_bytes(bytes) +
                                        " are needed; close other programs");
}

}  // namespace

Result<double> measure_bandwidth(ThreadPool& pool, std::size_t bytes) {
  if (bytes == 0) return fail(ErrorKind::kUsage, "no bytes to read; give some to measure with");
  const std::size_t chunks = (bytes - 1) / kChunk + 1;
  if (chunks > std::numeric_limits<std::size_t>::max() / kChunk) return no_memory_for(bytes);
  AlignedMemory memory;
  try {
    memory.reserve(chunks * kChunk);
  } catch (const std::bad_alloc&) {
    return no_memory_for(bytes);
  }
  return measure(pool, memory.data(), chunks);
}

}  // namespace canter
