#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hub/address.h"
#include "hub/http.h"
#include "hub/url.h"

namespace canter {

/// One request and its answer, without what an answer may ask for further.
struct Transfer {
  const Url& url;
  const std::vector<std::string>& headers;
  const HttpSettings& settings;
  const HttpReceiver& receiver;
  /// Who sent us here; none: the user.
  std::optional<Reach> sender = {};
  /// Posted, as JSON; nullptr: nothing, the answer alone is asked for.
  const std::string* body = nullptr;
  /// The receiver takes answers of every status.
  bool any_status = false;
};

struct TransferEnd {
  HttpReply reply;  ///< `first` is empty
  /// Where the server was; that of the name when a proxy stands between.
  Reach reach = Reach::kPublic;
  HttpSettings::Milliseconds retry_after{0};
};

/// The receiver gets what it takes; of other answers the head alone is read.
tl::expected<TransferEnd, HttpFailure> run_transfer(const Transfer& transfer);

}  // namespace canter
