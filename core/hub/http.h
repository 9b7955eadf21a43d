#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/error.h"

namespace canter {

/// How servers are spoken with. The defaults are meant for the world, tests have less patience.
struct HttpSettings {
  using Milliseconds = std::chrono::milliseconds;

  Milliseconds connect_timeout{20'000};
  /// A transfer that brings less than this in that time has stalled.
  Milliseconds stall_time{30'000};
  std::uint64_t stall_bytes = 4096;

  /// What is tried again: cuts, stalls, refusals that pass. The first wait is `patience`, each
  /// further one twice as long, `longest_patience` at most, unless a server asks for more.
  int attempts = 6;
  Milliseconds patience{1'000};
  Milliseconds longest_patience{60'000};
  Milliseconds longest_asked{300'000};  ///< a server that asks for more is given up

  /// Sent as a bearer token to this origin (Url::origin()) alone, never to where it sends on.
  std::string token = {};
  std::string token_origin = {};

  /// http, which is not encrypted, also to this computer's own network.
  bool own_network = false;
  /// Who signed servers' certificates, a PEM file; empty: whom the system trusts.
  std::string certificates = {};

  /// Told when a server answers that it wants another key, or one at all (401, 403).
  std::function<void()> denied = {};

  /// Asked several times a second; true ends what is being done with kInterrupted.
  std::function<bool()> should_stop = {};

  bool stopped() const { return should_stop && should_stop(); }
};

using HttpHeaders = std::map<std::string, std::string, std::less<>>;  ///< names in lower case

struct HttpReply {
  int status = 0;
  std::string url;      ///< who answered in the end
  HttpHeaders headers;  ///< of that answer
  HttpHeaders first;    ///< of the first answer, which may have been a redirection

  /// Empty when missing.
  std::string header(std::string_view name) const;
};

/// Why an answer did not come, or not whole.
struct HttpFailure {
  Error error;
  bool passing = false;                ///< it may go away by itself
  bool offline = false;                ///< there was nobody to talk to
  HttpSettings::Milliseconds wait{0};  ///< asked for by the server
  std::string what = {};               ///< where curl failed: of the error, without the address
};

struct HttpRequest {
  std::string url;
  std::vector<std::string> headers = {};  ///< `Range: bytes=1-`
};

/// Takes an answer of 200, 206 or 416: its head, then its body piece by piece. An error ends it.
struct HttpReceiver {
  std::function<Result<void>(const HttpReply&)> head;
  std::function<Result<void>(std::string_view)> body;
};

/// Asks once. Redirections are followed, five at most, over https (http: only on this computer) and
/// never inwards (may_lead()); other answers than those that a receiver takes are failures with an
/// explanation for people. Certificates are checked. The system's proxies are used.
tl::expected<HttpReply, HttpFailure> http_get(const HttpRequest& request,
                                              const HttpSettings& settings,
                                              const HttpReceiver& receiver);

/// A small document, asked for with patience. kTooLarge above `limit` bytes.
Result<std::string> http_text(const std::string& url, const HttpSettings& settings,
                              std::size_t limit = std::size_t{32} << 20);

}  // namespace canter
