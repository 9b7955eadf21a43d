#pragma once

#include <mutex>

#include "base/thread_pool.h"

namespace canter::engine {

/// Lets a tuning compute, or holds it: while somebody waits for an answer or a model, and while the
/// user wants it to pause. Thread safe.
class TuningGate {
 public:
  /// The threads of the tuning that runs; nullptr: none does. A pause ends with it.
  void attach(ThreadPool* pool) {
    const std::lock_guard lock(mutex_);
    pool_ = pool;
    paused_ = ending_ = false;
    update();
  }
  void pause(bool paused) {
    const std::lock_guard lock(mutex_);
    paused_ = paused && pool_;
    update();
  }
  bool paused() const {
    const std::lock_guard lock(mutex_);
    return paused_;
  }
  /// Goes on whatever was wished, to its end.
  void let_end() {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    update();
  }

  /// Held as long as the object lives.
  class Turn {
   public:
    explicit Turn(TuningGate& gate) : gate_(gate) { gate_.count(1); }
    ~Turn() { gate_.count(-1); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    TuningGate& gate_;
  };

 private:
  void count(int change) {
    const std::lock_guard lock(mutex_);
    turns_ += change;
    update();
  }
  void update() {
    if (!pool_) return;
    if ((paused_ || turns_ > 0) && !ending_)
      pool_->hold();
    else
      pool_->release();
  }

  mutable std::mutex mutex_;
  ThreadPool* pool_ = nullptr;
  bool paused_ = false;
  bool ending_ = false;
  int turns_ = 0;
};

}  // namespace canter::engine
