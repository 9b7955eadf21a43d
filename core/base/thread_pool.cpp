#include "base/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "base/aligned_memory.h"

namespace canter {
namespace {

/// Loops of one decoding step follow each other within microseconds; going to sleep and waking up
/// costs about as much as this.
constexpr auto kSpinTime = std::chrono::microseconds(50);
constexpr std::size_t kMaxCount = std::numeric_limits<int>::max();

void relax() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  asm volatile("yield");
#endif
}

/// Waits actively until `done()`; false when that took longer than kSpinTime.
template <typename Done>
bool spin_until(const Done& done) {
  const auto end = std::chrono::steady_clock::now() + kSpinTime;
  do {
    for (int i = 0; i < 32; ++i) {
      if (done()) return true;
      relax();
    }
  } while (std::chrono::steady_clock::now() < end);
  return false;
}

/// Where threads sleep until something holds. Waking costs a look at a number while nobody sleeps.
/// (std::atomic::wait would do, but in libstdc++ 12 it misses its wake-up on Windows.)
class WaitPoint {
 public:
  /// Sleeps until `ready()`, which reads atomics.
  template <typename Ready>
  void wait(const Ready& ready) {
    std::unique_lock lock(mutex_);
    ++sleepers_;
    changed_.wait(lock, ready);
    --sleepers_;
  }

  /// To be called after what `ready` reads has changed.
  void wake() {
    if (sleepers_.load() == 0) return;
    { const std::lock_guard lock(mutex_); }  // whoever is about to sleep has now seen the change
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::atomic<int> sleepers_ = 0;
};

}  // namespace

/// A loop is published in `ticket`: the number of the loop in the upper half, the count of indices
/// not handed out yet in the lower. A thread claims an index by lowering the ticket; as long as it
/// holds one, for_each cannot return, so `body` and `count` stay as they are. A thread that comes
/// late claims nothing and delays nobody.
struct ThreadPool::Shared {
  alignas(kCacheLine) std::atomic<std::uint64_t> ticket = 0;
  alignas(kCacheLine) std::atomic<int> unfinished = 0;
  alignas(kCacheLine) const std::function<void(std::size_t, int)>* body = nullptr;
  std::size_t first = 0;
  std::size_t count = 0;

  WaitPoint idle;    // workers without a loop
  WaitPoint ending;  // the caller, whose loop others finish
  WaitPoint paused;  // all of them, while held
  std::atomic<bool> stop = false;
  std::vector<std::thread> workers;

  std::atomic<bool> held = false;
  mutable std::mutex hold_mutex;
  std::chrono::steady_clock::time_point held_since;
  std::chrono::steady_clock::duration held_before{};

  bool has_work() const { return static_cast<std::uint32_t>(ticket.load()) != 0; }
  bool called() const { return has_work() || stop.load(); }

  void wait_while_held() {
    if (held.load(std::memory_order_relaxed)) paused.wait([this] { return !held.load(); });
  }

  void run_indices(int thread) {
    int finished = 0;
    std::uint64_t seen = ticket.load();
    while (static_cast<std::uint32_t>(seen) != 0) {
      if (held.load(std::memory_order_relaxed)) {
        wait_while_held();
        seen = ticket.load();
        continue;
      }
      if (!ticket.compare_exchange_weak(seen, seen - 1)) continue;
      (*body)(first + count - static_cast<std::uint32_t>(seen), thread);
      ++finished;
      seen = ticket.load();
    }
    if (finished > 0 && unfinished.fetch_sub(finished) == finished) ending.wake();
  }

  void work(int thread) {
    while (!stop.load()) {
      const auto called_now = [this] { return called(); };
      if (!spin_until(called_now)) idle.wait(called_now);
      run_indices(thread);
    }
  }

  void run_loop(std::size_t begin, std::size_t size,
                const std::function<void(std::size_t, int)>& loop_body) {
    body = &loop_body;
    first = begin;
    count = size;
    unfinished.store(static_cast<int>(size));
    ticket.store((((ticket.load() >> 32) + 1) << 32) | size);
    idle.wake();
    run_indices(0);
    const auto all_finished = [this] { return unfinished.load() == 0; };
    if (!spin_until(all_finished)) ending.wait(all_finished);
  }
};

ThreadPool::ThreadPool(int threads) : shared_(std::make_unique<Shared>()) {
  for (int thread = 1; thread < threads; ++thread) {
    try {
      shared_->workers.emplace_back([shared = shared_.get(), thread] { shared->work(thread); });
    } catch (const std::system_error&) {
      break;  // the system grants no more threads: fewer do the same work
    }
  }
}

ThreadPool::~ThreadPool() {
  release();
  shared_->stop = true;
  shared_->idle.wake();
  for (std::thread& worker : shared_->workers) worker.join();
}

void ThreadPool::hold() {
  const std::lock_guard lock(shared_->hold_mutex);
  if (shared_->held.exchange(true)) return;
  shared_->held_since = std::chrono::steady_clock::now();
}

void ThreadPool::release() {
  const std::lock_guard lock(shared_->hold_mutex);
  if (!shared_->held.exchange(false)) return;
  shared_->held_before += std::chrono::steady_clock::now() - shared_->held_since;
  shared_->paused.wake();
}

double ThreadPool::held_seconds() const {
  const std::lock_guard lock(shared_->hold_mutex);
  auto all = shared_->held_before;
  if (shared_->held.load()) all += std::chrono::steady_clock::now() - shared_->held_since;
  return std::chrono::duration<double>(all).count();
}

int ThreadPool::threads() const {
  return static_cast<int>(shared_->workers.size()) + 1;
}

void ThreadPool::for_each(std::size_t count,
                          const std::function<void(std::size_t i, int thread)>& body) {
  if (count < 2 || shared_->workers.empty()) {
    for (std::size_t i = 0; i < count; ++i) {
      shared_->wait_while_held();
      body(i, 0);
    }
    return;
  }
  for (std::size_t begin = 0; begin < count;) {
    const std::size_t size = std::min(count - begin, kMaxCount);
    shared_->run_loop(begin, size, body);
    begin += size;
  }
}

}  // namespace canter
