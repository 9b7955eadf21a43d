#include "hub/address.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/lower_case.h"

namespace canter {
namespace {

std::optional<std::array<std::uint8_t, 4>> parse_ipv4(std::string_view text) {
  std::array<std::uint8_t, 4> address{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (i > 0 && (at == end || *at++ != '.')) return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, address[i]);
    if (error != std::errc()) return std::nullopt;
    at = next;
  }
  return at == end ? std::optional(address) : std::nullopt;
}

bool add_group(std::string_view text, std::array<std::uint8_t, 16>& address, std::size_t& used) {
  unsigned value = 0;
  const auto [next, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc() || next != text.data() + text.size() || value > 0xFFFF) return false;
  if (used + 2 > address.size()) return false;
  address[used++] = static_cast<std::uint8_t>(value >> 8);
  address[used++] = static_cast<std::uint8_t>(value);
  return true;
}

/// Groups up to the end of `text`, the last of which may be an IPv4 address.
bool add_groups(std::string_view text, std::array<std::uint8_t, 16>& address, std::size_t& used) {
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    if (const auto inner = parse_ipv4(group)) {
      if (colon != std::string_view::npos || used + 4 > address.size()) return false;
      std::ranges::copy(*inner, address.begin() + static_cast<std::ptrdiff_t>(used));
      used += 4;
      return true;
    }
    if (!add_group(group, address, used)) return false;
    if (colon == std::string_view::npos) return true;
    text.remove_prefix(colon + 1);
  }
  return true;
}

std::optional<std::array<std::uint8_t, 16>> parse_ipv6(std::string_view text) {
  std::array<std::uint8_t, 16> address{};
  std::array<std::uint8_t, 16> behind{};
  std::size_t used = 0;
  std::size_t used_behind = 0;
  text = text.substr(0, text.find('%'));  // the zone
  const std::size_t gap = text.find("::");
  if (!add_groups(text.substr(0, gap), address, used)) return std::nullopt;
  if (gap == std::string_view::npos) return used == 16 ? std::optional(address) : std::nullopt;
  if (!add_groups(text.substr(gap + 2), behind, used_behind) || used + used_behind > 14)
    return std::nullopt;
  std::copy_n(behind.begin(), used_behind,
              address.end() - static_cast<std::ptrdiff_t>(used_behind));
  return address;
}

}  // namespace

Reach reach_of_ipv4(const std::array<std::uint8_t, 4>& address) {
  const auto [a, b, c, d] = address;
  if (a == 127) return Reach::kLoopback;
  if (a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168)) return Reach::kPrivate;
  if (a == 100 && b >= 64 && b < 128) return Reach::kPrivate;              // carriers' networks
  if (a == 0 || (a == 169 && b == 254) || a >= 224) return Reach::kLocal;  // 255.255.255.255 too
  if ((a == 192 && b == 0 && c == 0) || (a == 198 && (b == 18 || b == 19))) return Reach::kPrivate;
  return Reach::kPublic;
}

Reach reach_of_ipv6(const std::array<std::uint8_t, 16>& address) {
  const auto zeros = [&](std::size_t from, std::size_t to) {
    return std::all_of(address.begin() + static_cast<std::ptrdiff_t>(from),
                       address.begin() + static_cast<std::ptrdiff_t>(to),
                       [](std::uint8_t byte) { return byte == 0; });
  };
  const auto ipv4_at = [&](std::size_t at) {
    return reach_of_ipv4({address[at], address[at + 1], address[at + 2], address[at + 3]});
  };
  if (zeros(0, 15) && address[15] == 1) return Reach::kLoopback;
  if (zeros(0, 16)) return Reach::kLocal;
  if (zeros(0, 10) && address[10] == 0xFF && address[11] == 0xFF) return ipv4_at(12);
  if (zeros(0, 12)) return ipv4_at(12);
  if (address[0] == 0 && address[1] == 0x64 && address[2] == 0xFF && address[3] == 0x9B)
    return ipv4_at(12);                                             // NAT64
  if (address[0] == 0x20 && address[1] == 0x02) return ipv4_at(2);  // 6to4
  if ((address[0] & 0xFE) == 0xFC) return Reach::kPrivate;
  if (address[0] == 0xFE && (address[1] & 0xC0) == 0xC0) return Reach::kPrivate;  // site-local
  if (address[0] == 0xFE || address[0] == 0xFF) return Reach::kLocal;
  return Reach::kPublic;
}

std::optional<Reach> reach_of_host(std::string_view host) {
  std::string name = lower_case(host);
  while (name.ends_with('.')) name.pop_back();
  if (name == "localhost" || name.ends_with(".localhost")) return Reach::kLoopback;
  if (const auto address = parse_ipv4(name)) return reach_of_ipv4(*address);
  if (!name.starts_with('[') || !name.ends_with(']')) return std::nullopt;
  const auto address = parse_ipv6(std::string_view(name).substr(1, name.size() - 2));
  return address ? reach_of_ipv6(*address) : Reach::kLocal;
}

bool may_lead(Reach from, Reach to) {
  return to == Reach::kPublic || (to == from && to != Reach::kLocal);
}

}  // namespace canter
