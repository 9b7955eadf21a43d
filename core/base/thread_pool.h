#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace canter {

/// Runs loops over a fixed number of threads, the caller's among them. One loop at a time; not to
/// be called from inside one of its own loops.
class ThreadPool {
 public:
  /// `threads` >= 1 counts the calling thread.
  explicit ThreadPool(int threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  int threads() const;

  /// Calls `body(i, thread)` once for every i in [0, count), in any order; returns when all are
  /// done. `thread` is in [0, threads()) and distinct among calls that run at the same time, so it
  /// can index scratch memory. Which thread runs which index is not defined: results must not
  /// depend on it. `body` must not throw.
  void for_each(std::size_t count, const std::function<void(std::size_t i, int thread)>& body);

  /// Calls that have not begun wait, those of a running loop included, until release(): background
  /// work makes way at once. Both may be called from any thread, again and again.
  void hold();
  void release();
  /// Seconds that were spent held, all together.
  double held_seconds() const;

 private:
  struct Shared;
  std::unique_ptr<Shared> shared_;
};

}  // namespace canter
