#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/request_error.h"

namespace canter::serve {

/// `localhost`, `::1`, and addresses that begin with `127.`: reached from this computer alone.
bool is_loopback(std::string_view host);

/// What a request says of itself before anything of it is read.
struct Claim {
  std::vector<std::string> hosts = {};  ///< each `Host` header
  std::string origin = {};              ///< empty: none
  std::string authorization = {};
  bool needs_key = true;
};

/// Keeps away pages of other sites that a browser shows, whether they ask openly (`Origin`) or
/// under a name that leads here (`Host`), and who does not know the key.
class Guard {
 public:
  /// `host`: where the server listens. `key`: empty: none is needed.
  Guard(std::string host, std::string key) : host_(std::move(host)), key_(std::move(key)) {}

  /// Nothing where the request may be answered.
  std::optional<RequestError> refusal(const Claim& claim) const;

 private:
  bool knows_host(std::string_view header) const;
  bool has_key(std::string_view authorization) const;

  std::string host_;
  std::string key_;
};

}  // namespace canter::serve
