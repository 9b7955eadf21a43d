#include "hub/proxy.h"

#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "hub/address.h"

namespace canter {
namespace {

std::string first_set(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

/// Does an entry of `no_proxy` mean `host`? `example.org` and `.example.org` mean those below, too.
bool means(std::string_view entry, std::string_view host) {
  if (entry == "*") return true;
  if (entry.starts_with('.')) entry.remove_prefix(1);
  if (entry.empty() || !host.ends_with(entry)) return false;
  return host.size() == entry.size() || host[host.size() - entry.size() - 1] == '.';
}

bool is_excepted(std::string_view host, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = list.find_first_of(", ");
    if (means(list.substr(0, end), host)) return true;
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return false;
}

}  // namespace

std::string proxy_for(const Url& url) {
  if (url.scheme == "http" || reach_of_host(url.host) == Reach::kLoopback) return {};
  if (is_excepted(url.host, first_set({"no_proxy", "NO_PROXY"}))) return {};
  return first_set({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
}

}  // namespace canter
