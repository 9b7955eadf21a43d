#include "serve/guard.h"

#include <algorithm>
#include <cctype>

#include "base/lower_case.h"

namespace canter::serve {
namespace {

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// `host`, `host:port` or `[::1]:port` without port and brackets; nothing for anything else.
std::optional<std::string> host_of(std::string_view authority) {
  std::string_view host = authority;
  std::string_view behind;
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    if (end == host.npos) return std::nullopt;
    behind = host.substr(end + 1);
    host = host.substr(1, end - 1);
  } else if (const std::size_t colon = host.find(':'); colon != host.npos) {
    behind = host.substr(colon);
    host = host.substr(0, colon);
  }
  if (!behind.empty() && (behind.front() != ':' || !is_port(behind.substr(1)))) return std::nullopt;
  return lower_case(host);
}

bool is_own_host(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

bool is_wildcard(std::string_view host) {
  return host == "0.0.0.0" || host == "::";
}

bool is_own_origin(std::string_view origin) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!origin.starts_with(scheme)) continue;
    const auto host = host_of(origin.substr(scheme.size()));
    return host && is_own_host(*host);
  }
  return false;
}

/// In time that depends on neither text, but for their lengths.
bool equal_in_constant_time(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned char differs = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const volatile unsigned char bits = static_cast<unsigned char>(one[i] ^ other[i]);
    differs = static_cast<unsigned char>(differs | bits);
  }
  return differs == 0;
}

}  // namespace

bool is_loopback(std::string_view host) {
  const std::string name = lower_case(host);
  if (name == "localhost" || name == "::1") return true;
  return name.starts_with("127.") && name.find_first_not_of("0123456789.") == name.npos;
}

bool Guard::knows_host(std::string_view header) const {
  const auto host = host_of(header);
  if (!host) return false;
  // Whoever listens everywhere has many names, and a key.
  return is_own_host(*host) || *host == lower_case(host_) || (is_wildcard(host_) && !key_.empty());
}

bool Guard::has_key(std::string_view authorization) const {
  constexpr std::string_view kScheme = "bearer ";
  if (lower_case(authorization.substr(0, kScheme.size())) != kScheme) return false;
  return equal_in_constant_time(authorization.substr(kScheme.size()), key_);
}

std::optional<RequestError> Guard::refusal(const Claim& claim) const {
  if (claim.hosts.size() != 1 || !knows_host(claim.hosts.front()))
    return RequestError{403,
                        "the request's Host header does not name this server, ask for " +
                            std::string("localhost or the address it listens on"),
                        {},
                        "wrong_host"};
  if (!claim.origin.empty() && !is_own_origin(claim.origin))
    return RequestError{403, "pages of other sites may not ask here", {}, "wrong_origin"};
  if (!key_.empty() && claim.needs_key && !has_key(claim.authorization))
    return RequestError{
        401, "the key is missing or wrong, send Authorization: Bearer KEY", {}, "invalid_api_key"};
  return std::nullopt;
}

}  // namespace canter::serve
