#pragma once

#include "serve/chat_prompt.h"

namespace canter::serve {

struct ResponseRequest {
  ChatTask task = {};
  bool streamed = false;
  /// Members that the response repeats.
  Json repeated = Json::object();
};

Checked<ResponseRequest> read_response_request(const ServedModel& served, const Json& request);

}  // namespace canter::serve
