#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace canter::serve {

/// A thread for each connection that is open, made when it is needed and kept for later ones.
/// Where all are taken, whoever accepts connections waits, and with it what the system queues.
class ConnectionThreads {
 public:
  explicit ConnectionThreads(std::size_t most) : most_(most) {}
  ~ConnectionThreads() { stop(); }
  ConnectionThreads(const ConnectionThreads&) = delete;
  ConnectionThreads& operator=(const ConnectionThreads&) = delete;

  void run(std::function<void()> connection);
  /// Waits for those that are open.
  void stop();

 private:
  void add_thread();
  void work();

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable woken_, freed_;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool stopped_ = false;
};

}  // namespace canter::serve
