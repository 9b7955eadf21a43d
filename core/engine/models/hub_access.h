#pragma once

#include "engine/session/download_messages.h"
#include "hub/hub_client.h"
#include "remote/keys.h"

namespace canter::engine {

/// The hub of the environment, with its access token of the environment, else of `keys`, which may
/// wait for a keyring.
Result<HubClient> open_hub(HttpSettings settings, remote::Keys& keys);

/// Whether there is a token, and where.
HubTokenKnown known_token(remote::Keys& keys);
/// An empty one is forgotten. kUsage for what no header can carry.
Result<void> keep_token(const std::string& token, remote::Keys& keys);

}  // namespace canter::engine
