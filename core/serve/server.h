#pragma once

#include <memory>
#include <string>

#include "base/error.h"
#include "serve/served_model.h"

namespace canter::serve {

struct ServerSettings {
  std::string host = "127.0.0.1";
  int port = 11535;          ///< 0: a free one
  std::string key = {};      ///< what requests have to know; empty: nothing
  std::string version = {};  ///< of the program
};

/// Answers HTTP requests as OpenAI's and Ollama's interfaces have them, on threads of its own.
class Server {
 public:
  /// Returns when it listens. kUsage for a host that others can reach without a key, kIo where it
  /// cannot listen. `served` must outlive it.
  static Result<std::unique_ptr<Server>> start(const ServedModel& served,
                                               const ServerSettings& settings);
  /// Ends all that is being answered.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const;
  /// `http://127.0.0.1:11535`
  std::string address() const;

 private:
  class Listener;
  explicit Server(std::unique_ptr<Listener> listener);

  std::unique_ptr<Listener> listener_;
};

}  // namespace canter::serve
