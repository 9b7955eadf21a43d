#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/error.h"
#include "engine/generation/generator.h"
#include "serve/server.h"

namespace canter::serve {

/// What a host is to serve.
struct Hosted {
  std::shared_ptr<engine::Generator> generator;
  std::string path;  ///< in UTF-8, where its model was opened
  ServerSettings server = {};
};

/// Keeps a server for a program that may not wait: it starts, changes and ends on a thread of the
/// host's own. Thread safe.
class ServerHost {
 public:
  /// Where the server listens, or why it does not; empty: it ended as wished. Called on the host's
  /// thread, for the newest wish alone; must return at once and not call the host.
  using Report = std::function<void(Result<std::string> address)>;

  explicit ServerHost(Report report);
  /// Ends the server and waits for that.
  ~ServerHost();
  ServerHost(const ServerHost&) = delete;
  ServerHost& operator=(const ServerHost&) = delete;

  /// From now on this and nothing else; std::nullopt: nothing. What is being answered ends.
  void serve(std::optional<Hosted> wish);

 private:
  void run();

  Report report_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Hosted> wish_;
  bool fresh_ = false;  ///< the wish was not looked at yet
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace canter::serve
