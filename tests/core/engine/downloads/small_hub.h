#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/session/event_queue.h"
#include "hub/sha256.h"
#include "support/environment.h"
#include "support/fault_server.h"
#include "support/temporary_directory.h"

namespace canter::engine {

/// A hub on loopback with one repository, `owner/repo`, and a queue for what a worker says. Data
/// lie in a folder of the test's own.
class SmallHub {
 public:
  SmallHub() : server_([this](const test::HttpQuestion& question) { return answer(question); }) {
    test::set_environment("CANTER_RESOURCES", CANTER_TEST_RESOURCES);
    test::set_environment("CANTER_DATA_DIR", data.path().string().c_str());
    test::set_environment("HF_TOKEN", nullptr);
    test::set_environment("HF_ENDPOINT", server_.address().c_str());
  }

  static std::string sha256_of(const std::string& text) {
    Sha256 digest;
    digest.update(text.data(), text.size());
    return digest.take();
  }

  /// The next event of that kind for which `wanted` holds.
  template <typename Kind, typename Wanted>
  Kind next(const Wanted& wanted) {
    while (true) {
      while (!waiting_.empty()) {
        const Event event = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        if (const auto* found = std::get_if<Kind>(&event); found && wanted(*found)) return *found;
      }
      std::unique_lock lock(mutex_);
      if (!woken_.wait_for(lock, std::chrono::seconds(60), [this] { return awake_; }))
        throw std::runtime_error("no such event came");
      awake_ = false;
      lock.unlock();
      waiting_ = events.take();
    }
  }
  template <typename Kind>
  Kind next() {
    return next<Kind>([](const Kind&) { return true; });
  }

  /// What was said so far is of no interest any more.
  void forget() {
    events.take();
    waiting_.clear();
  }

  std::vector<test::HttpQuestion> questions() const { return server_.questions(); }
  /// Questions for files.
  std::size_t file_questions() const {
    std::size_t count = 0;
    for (const test::HttpQuestion& question : questions())
      if (question.target.find("/resolve/") != std::string::npos) ++count;
    return count;
  }

  test::TemporaryDirectory data;
  std::map<std::string, std::string> files;  ///< of the repository
  std::atomic<bool> slow = false;   ///< the first half of a file comes, the rest never does
  std::atomic<bool> away = false;   ///< all files are missing
  std::atomic<bool> gated = false;  ///< files are for those alone who have the token `secret`
  EventQueue events{[this] {
    const std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  }};

 private:
  std::string model() const {
    std::string siblings;
    for (const auto& [name, content] : files)
      siblings += std::string(siblings.empty() ? "" : ",") + "{\"rfilename\": \"" + name +
                  "\", \"size\": " + std::to_string(content.size()) + ", \"lfs\": {\"sha256\": \"" +
                  sha256_of(content) + "\"}}";
    return "{\"id\": \"owner/repo\", \"gguf\": {\"architecture\": \"llama\"}, \"siblings\": [" +
           siblings + "]}";
  }

  test::HttpScript answer(const test::HttpQuestion& question) const {
    for (const auto& [name, content] : files) {
      if (question.target != "/owner/repo/resolve/main/" + name || away) continue;
      if (gated && question.header("authorization") != "Bearer secret")
        return {test::http_answer(401, "", "")};
      test::HttpScript script{
          test::file_answer(question, content, "\"" + sha256_of(content) + "\"")};
      if (slow) {
        script.most = script.bytes.size() - content.size() / 2;
        script.hold = true;
      }
      return script;
    }
    if (question.target == "/api/models/owner/repo?blobs=true")
      return {test::http_answer(200, "", model())};
    if (question.target.starts_with("/api/models?search=some"))
      return {test::http_answer(200, "", "[" + model() + "]")};
    return {test::http_answer(404, "", "")};
  }

  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;
  std::vector<Event> waiting_;
  test::FaultServer server_;
};

}  // namespace canter::engine
