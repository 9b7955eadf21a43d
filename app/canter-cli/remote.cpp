#include "remote.h"

#include <spdlog/fmt/fmt.h>

#include <string_view>
#include <utility>

#include "engine/models/servers.h"
#include "interrupt.h"
#include "model_argument.h"
#include "remote/keys.h"

namespace canter::cli {
namespace {

/// What a program that runs models itself can be told, and a server cannot.
constexpr const char* kOwnOptions[] = {"--model",    "--adapter",        "--draft",     "--tree",
                                       "--kv-cache", "--tokens",         "--think",     "--top-k",
                                       "--min-p",    "--repeat-penalty", "--ignore-eos"};

Outcome<std::string> only_model(const remote::Client& client) {
  const auto models = client.models();
  if (!models) return data_failure(models.error());
  if (models->size() == 1) return models->front();
  if (models->empty())
    return usage_failure(client.address().host + " has no model, open one there");
  constexpr std::size_t kMost = 12;
  std::string names;
  for (std::size_t i = 0; i < models->size() && i < kMost; ++i)
    names += (i > 0 ? ", " : "") + (*models)[i];
  if (models->size() > kMost) names += ", …";
  return usage_failure(client.address().host +
                       " has several models, name one with --remote-model: " + names);
}

}  // namespace

void add_remote_options(Command command, RemoteArguments& arguments) {
  Option remote =
      command
          .add_option("--remote", arguments.address,
                      "Let a server with OpenAI's interface answer; what you write goes there")
          .value_name("URL");
  const auto add = [&](const char* name, std::string& value, const char* description,
                       const char* kind) {
    command.add_option(name, value, description).value_name(kind).needs(remote);
  };
  add("--remote-model", arguments.model, "Which of its models; else the only one", "NAME");
  add("--key-file", arguments.settings.key_file,
      "File whose first line is the server's key; else the system's keyring is asked", "FILE");
  add("--key-variable", arguments.settings.key_variable,
      "Environment variable that holds the server's key", "NAME");
  add("--certificates", arguments.settings.certificates,
      "PEM file of those who sign the server's certificate", "FILE");
  for (const char* name : kOwnOptions)
    if (const auto own = command.find_option(name)) remote.excludes(*own);
}

Outcome<RemoteTarget> find_remote(const RemoteArguments& arguments, const CommonOptions& options,
                                  const InterruptListener& interrupt) {
  const auto address = remote::parse_server_address(arguments.address);
  if (!address) return usage_failure(address.error().message);
  engine::ServerSettings settings = arguments.settings;
  if (settings == engine::ServerSettings())
    if (auto store = open_known_database(options))
      settings = engine::server_settings(address->origin, &*store);
  HttpSettings http = remote::patient_http();
  http.should_stop = [&interrupt] { return interrupt.pending() != 0; };
  const auto keys = remote::keys_in(remote::keyring_keys());
  auto client = engine::server_client(*address, settings, *keys, std::move(http));
  if (!client) return data_failure(client.error());
  Outcome<std::string> model =
      arguments.model.empty() ? only_model(*client) : Outcome<std::string>(arguments.model);
  if (!model) return tl::unexpected(model.error());
  return RemoteTarget{std::move(*client), std::move(*model)};
}

std::string place_note(const engine::Elsewhere& place) {
  if (place.this_computer) return "another program on this computer answers, at " + place.host;
  return "what you write leaves this computer: it goes to " + place.host +
         (place.encrypted ? "" : ", not encrypted");
}

std::string remote_statistics_line(const AnswerStatistics& statistics) {
  return fmt::format("{} tokens · {:.1f} tok/s · first token {:.2f} s", statistics.generated,
                     statistics.tokens_per_second(), statistics.first_token_ms / 1000);
}

}  // namespace canter::cli
