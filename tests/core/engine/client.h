#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace canter::test {

/// A front end that waits for events.
class Client {
 public:
  explicit Client(const std::filesystem::path& data_dir, int threads = 2)
      : Client({.data_dir = data_dir, .threads = threads}) {}
  explicit Client(engine::EngineOptions options)
      : engine_(std::in_place, std::move(options), [this] {
          const std::lock_guard lock(mutex_);
          awake_ = true;
          woken_.notify_one();
        }) {}
  ~Client() { close(); }

  void post(engine::Command command) { engine_->post(std::move(command)); }
  void close() { engine_.reset(); }

  /// The next event, whichever it is; it is kept in `seen`.
  engine::Event next_event() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(240);
    while (waiting_.empty()) {
      std::unique_lock lock(mutex_);
      if (!woken_.wait_until(lock, deadline, [this] { return awake_; }))
        throw std::runtime_error("no such event came");
      awake_ = false;
      lock.unlock();
      waiting_ = engine_->take_events();
    }
    engine::Event event = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    seen.push_back(event);
    return event;
  }

  /// The next event of that kind; others before it are kept in `seen`.
  template <typename Kind>
  Kind next() {
    while (true) {
      engine::Event event = next_event();
      if (auto* wanted = std::get_if<Kind>(&event)) return std::move(*wanted);
    }
  }

  std::string streamed(MessageId answer) const {
    std::string text;
    for (const engine::Event& event : seen)
      if (const auto* appended = std::get_if<engine::TextAppended>(&event))
        if (appended->answer == answer) text += appended->text;
    return text;
  }

  std::vector<engine::Event> seen;

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;
  std::vector<engine::Event> waiting_;
  std::optional<engine::Engine> engine_;
};

}  // namespace canter::test
