#pragma once

#include <string>
#include <string_view>

#include "serve/metrics.h"
#include "serve/reply.h"
#include "serve/served_model.h"

namespace canter::serve {

/// What a server answers with.
struct Site {
  const ServedModel& served;
  const RequestCounts& counts;
  std::string version = {};  ///< of the program
};

/// The reply to a request that may be answered. `path` is decoded and has no query.
Checked<Reply> route(const Site& site, std::string_view method, std::string_view path,
                     std::string_view body);

/// An error as the interface that `path` belongs to writes it.
Reply error_reply(std::string_view path, const RequestError& error);

/// `path` where it is one of the server's, else `other`.
std::string counted_path(std::string_view path);

}  // namespace canter::serve
