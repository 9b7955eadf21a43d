#include "serve/connection_threads.h"

#include <system_error>
#include <utility>

namespace canter::serve {

void ConnectionThreads::run(std::function<void()> connection) {
  std::unique_lock lock(mutex_);
  freed_.wait(lock, [this] { return idle_ > waiting_.size() || threads_.size() < most_; });
  const bool needs_thread = idle_ <= waiting_.size();
  waiting_.push_back(std::move(connection));
  if (needs_thread) add_thread();
  woken_.notify_one();
}

void ConnectionThreads::add_thread() {
  try {
    threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // It is served by the next thread that is free; where there is none at all it is closed.
    if (threads_.empty()) waiting_.clear();
  }
}

void ConnectionThreads::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  woken_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
  threads_.clear();
}

void ConnectionThreads::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    freed_.notify_one();
    woken_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) return;
    const std::function<void()> connection = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    connection();
    lock.lock();
  }
}

}  // namespace canter::serve
