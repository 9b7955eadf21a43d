#pragma once

#include "serve/chat_prompt.h"
#include "serve/streaming_fields.h"

namespace canter::serve {

/// A request to /v1/chat/completions.
struct ChatRequest {
  ChatTask task = {};
  Streaming streaming = {};
  bool logprobs = false;
};

Checked<ChatRequest> read_chat_request(const ServedModel& served, const Json& request);

/// `none`, `minimal`, `low`, … as OpenAI calls how much is thought.
ThinkingWish read_effort(JsonFields& fields, const std::string& name);

}  // namespace canter::serve
