#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// An address on the web, taken apart and normalised by curl.
struct Url {
  std::string text;    ///< the whole, without a fragment
  std::string scheme;  ///< `http` or `https`
  std::string host;    ///< lower case; IPv6 in brackets
  std::string port;
  std::string path;  ///< begins with `/`, percent-encoded

  /// Scheme, host and port: who gets to see a token.
  std::string origin() const { return scheme + "://" + host + ":" + port; }
};

/// Where http, which is not encrypted, may go.
enum class Unencrypted {
  kThisComputer,
  kOwnNetwork,  ///< and to names, of which a connection shows where they are (HttpSettings)
};

/// kUsage for what is no address, has a name or password in it, or is neither https nor http to
/// where that may go.
Result<Url> parse_url(std::string_view text, Unencrypted http = Unencrypted::kThisComputer);
/// Where `location`, as an answer gives it, leads from `base`; under the same conditions.
Result<Url> resolve_url(const Url& base, std::string_view location);

/// For messages: in quotes, without the query, which may hold a key.
std::string shown_url(std::string_view url);

/// The path's last part, decoded, as a file's name; kUsage for one that is no sound name.
Result<std::string> file_name_of(const Url& url);

/// `text` for a place in a URL's path; slashes stay.
std::string encode_path(std::string_view text);
/// `text` for a value in a URL's query.
std::string encode_query(std::string_view text);

/// True for a relative name of plain parts, at most four, that means the same file everywhere: no
/// `..`, no empty or hidden part, nothing that Windows takes for a device, a drive or a wildcard.
bool is_sound_file_name(std::string_view name);

}  // namespace canter
