#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace canter::remote {

/// Where a server with OpenAI's interface answers.
struct ServerAddress {
  std::string base = {};       ///< `https://example.org/v1`, without a slash behind it
  std::string origin = {};     ///< `https://example.org:443`: whose key it is
  std::string host = {};       ///< `localhost:8000`, for people
  bool this_computer = false;  ///< what is sent there does not leave it
  bool encrypted = false;
};

/// What people type: scheme and `/v1` may be missing, and an interface's own path may follow.
/// kUsage for what is no such address, http to other networks included.
Result<ServerAddress> parse_server_address(std::string_view text);

/// A model of a server: base address and the name that the server gives it.
struct RemoteModel {
  std::string base = {};
  std::string name = {};

  bool operator==(const RemoteModel&) const = default;
};

/// Both in one text, `https://example.org/v1#name`: what such a model has instead of a path.
std::string source_of(const RemoteModel& model);
/// None for other texts.
std::optional<RemoteModel> parse_remote_source(std::string_view source);

}  // namespace canter::remote
