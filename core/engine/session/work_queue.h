#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace canter::engine {

/// First in, first out, between threads. Thread safe.
template <typename Work>
class WorkQueue {
 public:
  void push(Work work) {
    {
      const std::lock_guard lock(mutex_);
      work_.push_back(std::move(work));
    }
    ready_.notify_one();
  }

  /// Waits for work; nullopt once the queue is closed and empty.
  std::optional<Work> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return closed_ || !work_.empty(); });
    if (work_.empty()) return std::nullopt;
    Work work = std::move(work_.front());
    work_.pop_front();
    return work;
  }

  /// Waits so long at most; nullopt also when no work came.
  std::optional<Work> pop_within(std::chrono::milliseconds patience) {
    {
      std::unique_lock lock(mutex_);
      ready_.wait_for(lock, patience, [this] { return closed_ || !work_.empty(); });
    }
    return try_pop();
  }

  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

  /// Does not wait.
  std::optional<Work> try_pop() {
    const std::lock_guard lock(mutex_);
    if (work_.empty()) return std::nullopt;
    Work work = std::move(work_.front());
    work_.pop_front();
    return work;
  }

  /// What is in the queue is still handed out.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Work> work_;
  bool closed_ = false;
};

}  // namespace canter::engine
