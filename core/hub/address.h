#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace canter {

/// How far an address lies from this computer. The order tells nothing.
enum class Reach {
  kLoopback,  ///< this computer
  kPrivate,   ///< its own network
  kLocal,     ///< its link, multicast, and what no server has
  kPublic,
};

Reach reach_of_ipv4(const std::array<std::uint8_t, 4>& address);
/// IPv4 addresses in IPv6 ones count as what they are.
Reach reach_of_ipv6(const std::array<std::uint8_t, 16>& address);
/// Of an address in a URL as curl normalises it (`127.0.0.1`, `[::1]`), or `localhost`; none for
/// other names, which may lead anywhere.
std::optional<Reach> reach_of_host(std::string_view host);

/// May an answer from `from` send on to `to`? Only outwards, or to where it came from: a server out
/// there has no business with what only this computer reaches.
bool may_lead(Reach from, Reach to);

}  // namespace canter
