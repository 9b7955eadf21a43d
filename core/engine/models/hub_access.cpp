#include "engine/models/hub_access.h"

#include <utility>

#include "base/key_file.h"

namespace canter::engine {

Result<HubClient> open_hub(HttpSettings settings, remote::Keys& keys) {
  return HubClient::from_environment(std::move(settings), [&](const std::string& origin) {
    return keys.find(origin).value_or(std::string());
  });
}

HubTokenKnown known_token(remote::Keys& keys) {
  HubTokenKnown known;
  const auto hub = hub_in_environment();
  if (!hub) {
    known.error = hub.error();
    return known;
  }
  known.hub = hub->host;
  if (!token_in_environment().empty())
    known.where = HubToken::kEnvironment;
  else if (!keys.find(hub->origin()).value_or(std::string()).empty())
    known.where = keys.lasting() ? HubToken::kKeyring : HubToken::kSession;
  return known;
}

Result<void> keep_token(const std::string& token, remote::Keys& keys) {
  if (!is_key(token))
    return fail(ErrorKind::kUsage,
                "an access token has no spaces and no other signs than ASCII ones, check it");
  const auto hub = hub_in_environment();
  if (!hub) return propagate(hub);
  return keys.keep(hub->origin(), token);
}

}  // namespace canter::engine
