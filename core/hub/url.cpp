#include "hub/url.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>

#include "base/lower_case.h"
#include "base/utf8.h"
#include "format/message.h"
#include "hub/address.h"

namespace canter {
namespace {

constexpr std::size_t kMaxUrl = 8192;
constexpr std::size_t kMaxName = 200;
constexpr std::size_t kMaxNameParts = 4;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURLU, FreeUrl>;

std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

tl::unexpected<Error> refuse(std::string_view url, std::string_view why) {
  return fail(ErrorKind::kUsage, shown_url(url) + " " + std::string(why));
}

bool may_be_open(std::string_view host, Unencrypted http) {
  const std::optional<Reach> reach = reach_of_host(host);
  if (reach == Reach::kLoopback) return true;
  return http == Unencrypted::kOwnNetwork && (!reach || reach == Reach::kPrivate);
}

Result<Url> checked(CURLU* handle, std::string_view text, Unencrypted http) {
  Url url;
  url.scheme = part_of(handle, CURLUPART_SCHEME);
  if (url.scheme != "https" && url.scheme != "http")
    return refuse(text, "is no https address; only those are followed");
  url.host = lower_case(part_of(handle, CURLUPART_HOST));
  if (url.host.empty()) return refuse(text, "names no host, check it");
  if (!part_of(handle, CURLUPART_USER).empty() || !part_of(handle, CURLUPART_PASSWORD).empty())
    return refuse(text, "has a name or password in it, leave it out; keys are given apart");
  if (url.scheme == "http" && !may_be_open(url.host, http))
    return refuse(text, "is not encrypted, so anybody could change it on its way; use https");
  url.port = part_of(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  url.path = part_of(handle, CURLUPART_PATH);
  curl_url_set(handle, CURLUPART_FRAGMENT, nullptr, 0);
  url.text = part_of(handle, CURLUPART_URL);
  if (url.text.empty() || url.text.size() > kMaxUrl) return refuse(text, "is too long, check it");
  return url;
}

bool is_device(std::string_view part) {
  std::string stem(part.substr(0, part.find('.')));
  std::ranges::transform(stem, stem.begin(), [](unsigned char character) {
    return static_cast<char>(std::toupper(character));
  });
  constexpr std::array<std::string_view, 4> kDevices = {"CON", "PRN", "AUX", "NUL"};
  if (std::ranges::find(kDevices, stem) != kDevices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) &&
         std::isdigit(static_cast<unsigned char>(stem[3])) != 0;
}

bool is_sound_part(std::string_view part) {
  if (part.empty() || part.front() == '.' || part.front() == ' ') return false;
  if (part.back() == '.' || part.back() == ' ') return false;
  if (part.size() > kMaxName || is_device(part)) return false;
  return std::ranges::none_of(part, [](unsigned char character) {
    return character < 0x20 || character == 0x7F ||
           std::string_view("\\:*?\"<>|").find(static_cast<char>(character)) !=
               std::string_view::npos;
  });
}

std::string encode(std::string_view text, std::string_view kept) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if ((byte < 0x80 && std::isalnum(byte) != 0) ||
        kept.find(character) != std::string_view::npos) {
      encoded += character;
    } else {
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return encoded;
}

}  // namespace

Result<Url> parse_url(std::string_view text, Unencrypted http) {
  const Handle handle(curl_url());
  if (!handle || text.size() > kMaxUrl ||
      curl_url_set(handle.get(), CURLUPART_URL, std::string(text).c_str(), 0) != CURLUE_OK)
    return refuse(text, "is no https address, check it");
  return checked(handle.get(), text, http);
}

Result<Url> resolve_url(const Url& base, std::string_view location) {
  const Handle handle(curl_url());
  if (!handle || location.size() > kMaxUrl ||
      curl_url_set(handle.get(), CURLUPART_URL, base.text.c_str(), 0) != CURLUE_OK ||
      curl_url_set(handle.get(), CURLUPART_URL, std::string(location).c_str(), 0) != CURLUE_OK)
    return refuse(location, "is no https address; only those are followed");
  return checked(handle.get(), location, Unencrypted::kThisComputer);
}

std::string shown_url(std::string_view url) {
  return in_quotes(url.substr(0, url.find_first_of("?#")));
}

Result<std::string> file_name_of(const Url& url) {
  const std::string part = url.path.substr(url.path.rfind('/') + 1);
  int size = 0;
  char* decoded = curl_easy_unescape(nullptr, part.c_str(), static_cast<int>(part.size()), &size);
  const std::string name = decoded ? std::string(decoded, static_cast<std::size_t>(size)) : "";
  curl_free(decoded);
  if (name.find('/') != std::string::npos || !is_sound_file_name(name))
    return refuse(url.text, "does not end in the name of a file, give the file's own address");
  return name;
}

std::string encode_path(std::string_view text) {
  return encode(text, "-._~/");
}

std::string encode_query(std::string_view text) {
  return encode(text, "-._~");
}

bool is_sound_file_name(std::string_view name) {
  if (!is_valid_utf8(name)) return false;
  for (std::size_t parts = 1;; ++parts) {
    const std::size_t slash = name.find('/');
    if (!is_sound_part(name.substr(0, slash)) || parts > kMaxNameParts) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace canter
