#pragma once

#include <string>
#include <string_view>

#include "hub/http.h"

namespace canter {

/// What an answer that is none of those wanted means for people. `wait`: asked for by Retry-After.
HttpFailure failure_of_status(const HttpReply& reply, HttpSettings::Milliseconds wait);

/// What curl could not do, by its CURLcode. `details`: what it says itself.
HttpFailure failure_of_transfer(std::string_view url, int code, std::string_view details);

/// A failure that stays, however often one tries.
HttpFailure lasting_failure(Error error);

}  // namespace canter
