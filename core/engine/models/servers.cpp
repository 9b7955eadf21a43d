#include "engine/models/servers.h"

#include <cstdlib>
#include <utility>

#include "base/key_file.h"
#include "base/utf8.h"
#include "engine/session/json.h"
#include "format/json_members.h"
#include "format/message.h"

namespace canter::engine {
namespace {

std::string setting_name(const std::string& origin) {
  return "server." + origin;
}

Result<std::string> key_of(const std::string& origin, const ServerSettings& settings,
                           remote::Keys& keys, const remote::ShouldStop& should_stop) {
  if (!settings.key_variable.empty()) {
    const char* value = std::getenv(settings.key_variable.c_str());
    if (value != nullptr && *value != '\0') return std::string(value);
    return fail(ErrorKind::kUsage, "the key was to come from the variable " +
                                       in_quotes(settings.key_variable) +
                                       ", which is not set; set it or give the key");
  }
  if (settings.key_file.empty()) return keys.find(origin, should_stop);
  auto key = read_key_file(path_from_utf8(settings.key_file));
  if (!key) return propagate(key);
  return std::move(key->text);
}

}  // namespace

Elsewhere place_of(const remote::ServerAddress& address) {
  return {address.host, address.this_computer, address.encrypted};
}

std::optional<Elsewhere> place_of(std::string_view source) {
  const auto model = remote::parse_remote_source(source);
  if (!model) return std::nullopt;
  const auto address = remote::parse_server_address(model->base);
  return address ? place_of(*address) : Elsewhere{model->base, false, false};
}

ServerSettings server_settings(const std::string& origin, Store* store) {
  const auto kept = store ? store->setting(setting_name(origin))
                          : Result<std::optional<std::string>>(std::nullopt);
  const Json object = Json::parse(kept ? kept->value_or("") : "", nullptr, false);
  if (!object.is_object()) return {};
  const auto text_of = [&](const char* name) { return json_text(json_member(object, name)); };
  return {text_of("key_variable"), text_of("key_file"), text_of("certificates")};
}

Result<void> keep_server_settings(const std::string& origin, const ServerSettings& settings,
                                  Store& store) {
  const Json object = {{"key_variable", settings.key_variable},
                       {"key_file", settings.key_file},
                       {"certificates", settings.certificates}};
  return store.set_setting(setting_name(origin),
                           object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<remote::Client> server_client(const remote::ServerAddress& address,
                                     const ServerSettings& settings, remote::Keys& keys,
                                     HttpSettings http) {
  const auto key = key_of(address.origin, settings, keys, http.should_stop);
  if (!key) return propagate(key);
  http.certificates = settings.certificates;
  remote::ClientSettings client;
  client.http = std::move(http);
  return remote::Client::create(address, *key, std::move(client));
}

}  // namespace canter::engine
