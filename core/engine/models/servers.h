#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/session/server_messages.h"
#include "remote/client.h"
#include "remote/keys.h"
#include "store/store.h"

namespace canter::engine {

/// What a model's source says of where it answers; none for models on disk.
std::optional<Elsewhere> place_of(std::string_view source);
Elsewhere place_of(const remote::ServerAddress& address);

/// What is kept of a server; `store` may be null.
ServerSettings server_settings(const std::string& origin, Store* store);
Result<void> keep_server_settings(const std::string& origin, const ServerSettings& settings,
                                  Store& store);

/// With the key of the settings, else what is kept; `http` says when to stop and how long to wait.
Result<remote::Client> server_client(const remote::ServerAddress& address,
                                     const ServerSettings& settings, remote::Keys& keys,
                                     HttpSettings http);

}  // namespace canter::engine
