#include "remote/server_address.h"

#include <array>
#include <utility>

#include "hub/address.h"
#include "hub/url.h"

namespace canter::remote {
namespace {

bool has_scheme(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Programs on this computer and in its network seldom have a certificate, others always.
std::string with_scheme(std::string_view text) {
  if (text.find("://") != text.npos) return std::string(text);
  const auto url = parse_url("https://" + std::string(text));
  const auto reach = url ? reach_of_host(url->host) : std::nullopt;
  const bool near = reach == Reach::kLoopback || reach == Reach::kPrivate;
  return (near ? "http://" : "https://") + std::string(text);
}

/// Without an interface's own path and slashes at the end.
std::string_view base_path(std::string_view path) {
  const auto drop_slashes = [&] {
    while (path.ends_with('/')) path.remove_suffix(1);
  };
  drop_slashes();
  constexpr std::array<std::string_view, 4> kInterfaces = {"/chat/completions", "/completions",
                                                           "/models", "/responses"};
  for (const std::string_view interface : kInterfaces) {
    if (!path.ends_with(interface)) continue;
    path.remove_suffix(interface.size());
    break;
  }
  drop_slashes();
  return path;
}

}  // namespace

Result<ServerAddress> parse_server_address(std::string_view text) {
  text = trimmed(text);
  if (text.empty())
    return fail(ErrorKind::kUsage, "the address is empty; give one like http://localhost:11434/v1");
  const auto url = parse_url(with_scheme(text), Unencrypted::kOwnNetwork);
  if (!url) return propagate(url);
  if (url->text.find('?') != std::string::npos)
    return fail(ErrorKind::kUsage, shown_url(url->text) +
                                       " has more behind a question mark, leave that out; keys "
                                       "are given apart");
  ServerAddress address;
  const std::string_view path = base_path(url->path);
  const bool usual_port = url->port == (url->scheme == "https" ? "443" : "80");
  address.host = usual_port ? url->host : url->host + ":" + url->port;
  address.base = url->scheme + "://" + address.host + (path.empty() ? "/v1" : std::string(path));
  address.origin = url->origin();
  address.this_computer = reach_of_host(url->host) == Reach::kLoopback;
  address.encrypted = url->scheme == "https";
  return address;
}

std::string source_of(const RemoteModel& model) {
  return model.base + "#" + model.name;
}

std::optional<RemoteModel> parse_remote_source(std::string_view source) {
  const std::size_t mark = source.find('#');
  if (!has_scheme(source) || mark == source.npos || mark + 1 == source.size()) return std::nullopt;
  return RemoteModel{std::string(source.substr(0, mark)), std::string(source.substr(mark + 1))};
}

}  // namespace canter::remote
