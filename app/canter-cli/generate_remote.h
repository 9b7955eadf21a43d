#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chat/chat_prompt.h"
#include "decode/settings.h"
#include "model/sampling_defaults.h"
#include "remote.h"

namespace canter::cli {

struct RemoteRequest {
  std::vector<ChatMessage> messages;
  PartialSampling sampling;
  std::optional<std::uint64_t> seed;
  int max_tokens = 0;
};

/// One answer of a server's model.
Outcome<> generate_remotely(const RemoteArguments& arguments, const RemoteRequest& request,
                            const CommonOptions& options);

}  // namespace canter::cli
